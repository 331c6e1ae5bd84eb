// SPDX-License-Identifier: GPL-3.0-or-later

import XMLReading

/// The cells of a sheet.
final class CellsReader: XMLReader {
  private(set) var rows: [Sheet.Row] = []
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  private(set) var merges: [Sheet.Merge] = []
  private let strings: [String]
  private let areMoments: [Bool]
  private var count = 0
  private var rowNumber = 0
  private var row = Sheet.Row(number: 0, cells: [:])
  private var column = -1
  private var type = ""
  private var text = ""
  private var isInValue = false
  private var isInPhonetic = false
  private var isMoment = false
  private var hasFormula = false
  private var hasValue = false

  /// More cells than a programme of any size has.
  static let most = 500_000

  /// - Parameter areMoments: which styles show dates or times.
  init(strings: [String], areMoments: [Bool] = []) {
    self.strings = strings
    self.areMoments = areMoments
  }

  override func begin(_ name: Substring, _ attributes: [String: String]) {
    switch name {
    case "row":
      // Writers may leave out the number: it is then the next one.
      let number = attributes["r"].flatMap { Int($0) } ?? rowNumber + 1
      guard (1...1_048_576).contains(number) else { return stop(.large) }
      rowNumber = number
      row = Sheet.Row(number: number, cells: [:])
      row.isHidden = Self.isTrue(attributes["hidden"])
      column = -1
    case "c":
      count += 1
      if count > Self.most { return stop(.large) }
      column = attributes["r"].flatMap(Self.column) ?? column + 1
      type = attributes["t"] ?? "n"
      let style = attributes["s"].flatMap { Int($0) } ?? 0
      isMoment = areMoments.indices.contains(style) && areMoments[style]
      (hasFormula, hasValue, text) = (false, false, "")
    case "rPh": isInPhonetic = true
    case "v", "t":
      isInValue = !isInPhonetic
      hasValue = true
    case "f": hasFormula = true
    case "col": takeColumns(attributes)
    case "mergeCell": takeMerge(attributes["ref"] ?? "")
    default: break
    }
  }

  override func end(_ name: Substring) {
    switch name {
    case "c": endCell()
    case "row": if !row.cells.isEmpty || !row.unworked.isEmpty { rows.append(row) }
    case "rPh": isInPhonetic = false
    case "v", "t": isInValue = false
    default: break
    }
  }

  override func take(_ text: String) { if isInValue { self.text += text } }

  private func endCell() {
    guard let cell else {
      // A formula with an empty text as result has been worked out; one without a number has not.
      let isWorkedOut = type == "str" && hasValue
      if hasFormula, !isWorkedOut, (0..<16_384).contains(column) { row.unworked.insert(column) }
      return
    }
    row.cells[column] = cell
    if isMoment, case .number = cell { row.moments.insert(column) }
  }

  private func takeColumns(_ attributes: [String: String]) {
    guard Self.isTrue(attributes["hidden"]), hiddenColumns.count < 16_384,
      let first = attributes["min"].flatMap({ Int($0) }),
      let last = attributes["max"].flatMap({ Int($0) }), 1 <= first, first <= last
    else { return }
    hiddenColumns.append(first - 1...last - 1)
  }

  private func takeMerge(_ range: String) {
    if merges.count >= 100_000 { return stop(.large) }
    let ends = range.split(separator: ":").map(String.init)
    guard ends.count == 2, let left = Self.column(ends[0]), let right = Self.column(ends[1]),
      let top = Int(ends[0].drop { $0.isLetter }), let bottom = Int(ends[1].drop { $0.isLetter }),
      left <= right, 1 <= top, top <= bottom, bottom <= 1_048_576
    else { return }
    merges.append(Sheet.Merge(rows: top...bottom, columns: left...right))
  }

  private static func isTrue(_ value: String?) -> Bool { value == "1" || value == "true" }

  private var cell: Sheet.Cell? {
    guard (0..<16_384).contains(column) else { return nil }
    switch type {
    case "s":
      guard let place = Int(text), strings.indices.contains(place) else { return nil }
      return strings[place].isEmpty ? nil : .text(strings[place])
    case "str", "inlineStr":
      return text.isEmpty ? nil : .text(WorkbookText.unescaped(text))
    // ISO 8601, as some writers put dates.
    case "d": return text.isEmpty ? nil : .text(text)
    case "b": return text.isEmpty ? nil : .text(text == "1" ? "yes" : "no")
    case "e": return .failure(text)
    default:
      if text.isEmpty { return nil }
      guard let number = Double(text), number.isFinite else { return .text(text) }
      return .number(number)
    }
  }

  /// The column of `AB12`.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8 {
      switch byte {
      case 0x41...0x5A: column = column * 26 + Int(byte - 0x40)
      case 0x61...0x7A: column = column * 26 + Int(byte - 0x60)
      case 0x30...0x39: return column - 1
      default: return nil
      }
      if column > 16_384 { return nil }
    }
    return nil
  }
}
