// SPDX-License-Identifier: GPL-3.0-or-later

import XMLReading

/// The sheets of an OpenDocument spreadsheet (ISO/IEC 26300): they are all in its part
/// `content.xml`.
///
/// Dates come out as ISO 8601 text, times as `HH:MM`, yes and no as words, numbers as numbers.
/// Comments, drawings and what was deleted under "track changes" are passed over.
final class OpenDocumentReader: XMLReader {
  private(set) var sheets: [Sheet] = []
  private var rows: [Sheet.Row] = []
  private var name = ""
  private var rowNumber = 1
  private var rowCount = 1
  private var column = 0
  private var columnCount = 1
  private var cells: [Int: Sheet.Cell] = [:]
  private var attributes: [String: String] = [:]
  private var paragraphs: [String] = []
  private var isInCell = false
  private var isInParagraph = false
  /// How deep the reader is inside something that is not part of the sheet's cells.
  private var passedOver = 0
  private var count = 0
  private var isHidden = false
  private var isRowHidden = false
  private var hiddenColumns: [ClosedRange<Int>] = []
  private var merges: [Sheet.Merge] = []
  private var unworked: Set<Int> = []
  private var styleName = ""
  /// Styles of sheets that are not shown.
  private var hidingStyles: Set<String> = []

  override func begin(_ name: Substring, _ attributes: [String: String]) {
    if passedOver > 0 || Self.strange.contains(name) {
      passedOver += 1
      return
    }
    switch name {
    case "table":
      if sheets.count >= 1000 { return stop(.large) }
      (self.name, rows, rowNumber) = (Self.value("name", attributes) ?? "", [], 1)
      (column, hiddenColumns, merges) = (0, [], [])
      isHidden = hidingStyles.contains(Self.value("style-name", attributes) ?? "")
    case "style": styleName = Self.value("name", attributes) ?? ""
    case "table-properties":
      if Self.value("display", attributes) == "false" { hidingStyles.insert(styleName) }
    case "table-column":
      let columns = Self.count("number-columns-repeated", attributes)
      if Self.isHidden(attributes) { hiddenColumns.append(column...column + columns - 1) }
      column += columns
    case "table-row":
      rowCount = Self.count("number-rows-repeated", attributes)
      isRowHidden = Self.isHidden(attributes)
      (column, cells, unworked) = (0, [:], [])
    case "table-cell", "covered-table-cell":
      columnCount = Self.count("number-columns-repeated", attributes)
      (self.attributes, paragraphs, isInCell) = (attributes, [], true)
    case "p" where isInCell:
      paragraphs.append("")
      isInParagraph = true
    case "s" where isInParagraph:
      add(String(repeating: " ", count: min(Self.count("c", attributes), 1000)))
    case "tab" where isInParagraph: add("\t")
    case "line-break" where isInParagraph: add("\n")
    default: break
    }
  }

  override func end(_ name: Substring) {
    if passedOver > 0 {
      passedOver -= 1
      return
    }
    switch name {
    case "p": isInParagraph = false
    case "table-cell", "covered-table-cell": endCell()
    case "table-row": endRow()
    case "table": endTable()
    default: break
    }
  }

  override func take(_ text: String) { if isInParagraph && passedOver == 0 { add(text) } }

  private func add(_ text: String) { paragraphs[paragraphs.count - 1] += text }

  private func endTable() {
    var sheet = Sheet(name: name, rows: rows)
    sheet.isHidden = isHidden
    sheet.hiddenColumns = hiddenColumns
    sheet.merges = merges
    sheets.append(sheet)
  }

  private func endCell() {
    isInCell = false
    defer { column += columnCount }
    let high = Self.count("number-rows-spanned", attributes)
    let wide = Self.count("number-columns-spanned", attributes)
    if high > 1 || wide > 1, merges.count < 100_000 {
      merges.append(
        Sheet.Merge(
          rows: rowNumber...rowNumber + high - 1, columns: column...column + wide - 1))
    }
    guard let cell else {
      if Self.value("formula", attributes) != nil,
        Self.value("value-type", attributes) == nil
      {
        unworked.insert(column)
      }
      return
    }
    // A value that is repeated to the sheet's edge is a fill, not data.
    for place in column..<min(column + columnCount, 16_384) {
      count += 1
      if count > CellsReader.most { return stop(.large) }
      cells[place] = cell
    }
  }

  private func endRow() {
    defer { rowNumber += rowCount }
    guard !cells.isEmpty || !unworked.isEmpty else { return }
    for number in rowNumber..<rowNumber + rowCount {
      if number > rowNumber { count += cells.count }
      if count > CellsReader.most { return stop(.large) }
      var row = Sheet.Row(number: number, cells: cells)
      (row.unworked, row.isHidden) = (unworked, isRowHidden)
      rows.append(row)
    }
  }

  private var cell: Sheet.Cell? {
    let text = paragraphs.joined(separator: "\n")
    switch Self.value("value-type", attributes) {
    case "float", "percentage", "currency":
      guard let number = Self.value("value", attributes).flatMap(Double.init), number.isFinite
      else { break }
      return .number(number)
    case "date":
      if let date = Self.value("date-value", attributes) { return .text(Self.date(date)) }
    case "time":
      if let clock = Self.value("time-value", attributes).flatMap(Self.clock) {
        return .text(clock)
      }
    case "boolean":
      if let value = Self.value("boolean-value", attributes) {
        return .text(value == "true" ? "yes" : "no")
      }
    default: break
    }
    if text.isEmpty { return nil }
    // LibreOffice writes a formula's error as text with a number's type.
    let isFailure = text.hasPrefix("#") && text.hasSuffix("!") || text == "#N/A" || text == "#NAME?"
    return Self.value("formula", attributes) != nil && isFailure ? .failure(text) : .text(text)
  }

  /// Parts whose text does not belong to a cell.
  private static let strange: Set<Substring> = [
    "annotation", "shapes", "tracked-changes", "frame", "dde-links", "ruby-text", "forms",
  ]

  /// Attributes are distinguished by their names without prefix, as elements are.
  private static func value(_ name: String, _ attributes: [String: String]) -> String? {
    attributes.first { $0.key == name || $0.key.hasSuffix(":" + name) }?.value
  }

  private static func isHidden(_ attributes: [String: String]) -> Bool {
    ["collapse", "filter"].contains(value("visibility", attributes) ?? "")
  }

  private static func count(_ name: String, _ attributes: [String: String]) -> Int {
    max(1, min(value(name, attributes).flatMap { Int($0) } ?? 1, 1_048_576))
  }

  /// Only the date if its clock says midnight.
  private static func date(_ text: String) -> String {
    text.hasSuffix("T00:00:00") ? String(text.dropLast(9)) : text
  }

  /// `PT09H30M00S` as `09:30`, with seconds only if there are any (XML Schema, duration).
  private static func clock(_ duration: String) -> String? {
    guard let match = duration.wholeMatch(of: /PT(\d{1,4})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S/)
    else { return nil }
    func two(_ text: Substring) -> String { text.count < 2 ? "0" + text : String(text) }
    let clock = "\(two(match.1)):\(two(match.2))"
    return Int(match.3) == 0 ? clock : "\(clock):\(two(match.3))"
  }
}
