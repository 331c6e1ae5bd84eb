// SPDX-License-Identifier: GPL-3.0-or-later

import CCSV

extension Table {
  /// Longest line that a table may have, in bytes.
  static let longestLine = 1 << 20

  /// Reads comma, semicolon or tab separated text (RFC 4180), with or without byte order mark,
  /// lines ending in LF, CR LF or CR; a first line such as `sep=;` names the separator.
  ///
  /// - Parameter fit: how well a row's cells fit as the header. If a later row fits better than the
  ///   first, the rows above it are a title, and a note says so. `nil`: the first row is
  ///   the header.
  /// - Returns: no table if the text is not one; a finding then says why.
  public static func read(
    _ bytes: [UInt8], file: String, headerFit fit: (([String]) -> Int)? = nil
  ) -> (table: Table?, findings: [Finding]) {
    let (grid, findings) = TableGrid.read(bytes, file: file, headerFit: fit)
    guard let grid else { return (nil, findings) }
    let (table, more) = grid.table()
    return (table, more + findings)
  }
}

extension TableGrid {
  /// Reads the cells of a table as its text has them, in the ways that `Table.read` knows.
  ///
  /// - Returns: no grid if the text is not a table; a finding then says why.
  public static func read(
    _ bytes: [UInt8], file: String, headerFit fit: (([String]) -> Int)? = nil
  ) -> (grid: TableGrid?, findings: [Finding]) {
    let (text, note) = TextCheck.utf8(bytes, file: file)
    var (grid, findings) = readUTF8(text, file: file, fit)
    if let note { findings.append(note) }
    return (grid, findings)
  }

  private static func readUTF8(
    _ bytes: [UInt8], file: String, _ fit: (([String]) -> Int)?
  ) -> (grid: TableGrid?, findings: [Finding]) {
    if let fault = TextCheck.fault(bytes) { return (nil, [fault.finding(in: file)]) }
    let text = TextCheck.withoutMark(bytes)
    let lines = PhysicalLines(text)
    if let long = lines.first(where: { $0.bytes.count > Table.longestLine }) {
      let fault = TextFault.longLine(long.number, bytes: long.bytes.count)
      return (nil, [fault.finding(in: file)])
    }
    let start = HeaderLine.find(lines, fit)
    guard let header = start.header else { return (nil, [TextFault.empty.finding(in: file)]) }
    let delimiter = start.separator ?? Delimiter.of(header.bytes)
    let lower = PhysicalLines(text[header.bytes.startIndex...], first: header.number)
    var (grid, findings) = Gatherer(file: file).gather(lower, delimiter: delimiter)
    grid?.above = start.above
    grid?.separator = delimiter
    grid?.namesSeparator = start.separator != nil
    if !start.above.isEmpty {
      let fault = TextFault.titleRows(start.above, header: header.number)
      findings.append(fault.finding(in: file))
    }
    return (grid, findings)
  }
}

/// The sign between cells: the one that the header line holds most often outside quotes; a comma if
/// there is none (`rules.md`, settled readings).
enum Delimiter {
  static let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  static func of(_ line: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    var best = candidates[0]
    for candidate in candidates where counts[candidate] ?? 0 > counts[best] ?? 0 {
      best = candidate
    }
    return best
  }
}

/// Collects what libcsv calls back with. The library gives no positions, so it is fed one physical
/// line at a time: what comes back during a line ended on it.
private final class Gatherer {
  private let file: String
  private var fields: [String] = []
  private var records: [TableGrid.Row] = []
  private var recordLine = 0
  /// Where the quoted cell that runs on over line breaks was opened.
  private var quoteLine: Int?
  private var endedRecord = false
  private var endedField = false

  init(file: String) { self.file = file }

  func gather(_ lines: PhysicalLines, delimiter: UInt8) -> (grid: TableGrid?, findings: [Finding]) {
    var parser = csv_parser()
    csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
    defer { csv_free(&parser) }
    csv_set_delim(&parser, delimiter)
    let me = Unmanaged.passUnretained(self).toOpaque()
    var isInside = false
    for line in lines {
      if !isInside { recordLine = line.number }
      endedRecord = false
      endedField = false
      let read = line.bytes.withUnsafeBytes {
        csv_parse(&parser, $0.baseAddress, $0.count, onField, onRecord, me)
      }
      if read != line.bytes.count {
        let fault = TextFault.quote(line: line.number, opened: endedField ? nil : quoteLine)
        return (nil, [fault.finding(in: file)])
      }
      isInside = !endedRecord && (isInside || !line.isBlank)
      // A record that goes on after a line's end is inside quotes; if a cell has ended since, the
      // quotes are another cell's.
      if !isInside {
        quoteLine = nil
      } else if quoteLine == nil || endedField {
        quoteLine = line.number
      }
    }
    if csv_fini(&parser, onField, onRecord, me) != 0 {
      let fault = TextFault.openQuote(line: quoteLine ?? recordLine)
      return (nil, [fault.finding(in: file)])
    }
    guard let header = records.first else { return (nil, []) }
    return (TableGrid(file: file, header: header, rows: Array(records.dropFirst())), [])
  }

  func take(_ field: String) {
    fields.append(field)
    endedField = true
  }

  func endRecord() {
    records.append(TableGrid.Row(line: recordLine, cells: fields))
    fields = []
    endedRecord = true
  }
}

private func onField(
  _ bytes: UnsafeMutableRawPointer?, _ count: Int, _ info: UnsafeMutableRawPointer?
) {
  guard let info else { return }
  let text = bytes.map {
    String(decoding: UnsafeRawBufferPointer(start: $0, count: count), as: UTF8.self)
  }
  Unmanaged<Gatherer>.fromOpaque(info).takeUnretainedValue().take(text ?? "")
}

private func onRecord(_ end: Int32, _ info: UnsafeMutableRawPointer?) {
  guard let info else { return }
  Unmanaged<Gatherer>.fromOpaque(info).takeUnretainedValue().endRecord()
}
