// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the cells of a table stand in its text, byte by byte.
///
/// The one reader of tables gives no places, so this one finds them; what both make of a file is
/// compared cell by cell before anything is changed (`EditedTable`).
struct CellRanges {
  /// One row as it stands in the text.
  struct Row {
    /// The line that it begins on, from 1.
    let line: Int
    /// Of each cell, its quotes included.
    let cells: [Range<Int>]
  }

  let rows: [Row]

  /// - Parameter text: in UTF-8, with its mark if it has one.
  init(_ text: [UInt8], separator: UInt8) {
    let quote = UInt8(ascii: "\"")
    var rows: [Row] = []
    var place = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 1
    while place < text.count {
      let first = line
      var cells: [Range<Int>] = []
      var start = place
      var isQuoted = false
      row: while true {
        guard place < text.count else {
          cells.append(start..<place)
          break row
        }
        let byte = text[place]
        if byte == quote { isQuoted.toggle() }
        let isEnd = byte == 0x0A || byte == 0x0D
        if isEnd { line += 1 }
        let step = byte == 0x0D && place + 1 < text.count && text[place + 1] == 0x0A ? 2 : 1
        if isQuoted || !(isEnd || byte == separator) {
          place += isEnd ? step : 1
          continue
        }
        cells.append(start..<place)
        place += isEnd ? step : 1
        start = place
        if isEnd { break row }
      }
      rows.append(Row(line: first, cells: cells))
    }
    self.rows = rows
  }

  /// What a cell says: without its quotes.
  static func plain(_ cell: ArraySlice<UInt8>) -> String {
    let quote = UInt8(ascii: "\"")
    let blanks: Set<UInt8> = [0x20, 0x09]
    var inner = cell
    while let first = inner.first, blanks.contains(first) { inner = inner.dropFirst() }
    while let last = inner.last, blanks.contains(last) { inner = inner.dropLast() }
    guard inner.count >= 2, inner.first == quote, inner.last == quote else {
      return String(decoding: cell, as: UTF8.self)
    }
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in inner.dropFirst().dropLast() {
      if byte == quote && !isEscaped {
        isEscaped = true
        continue
      }
      isEscaped = false
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
