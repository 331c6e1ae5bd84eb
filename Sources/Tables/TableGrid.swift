// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// A table cell by cell as its text has it, including what `Table` passes over, such as blanks
/// round a cell, rows without cells and columns without a heading.
public struct TableGrid: Hashable, Sendable {
  /// One row with all its cells.
  public struct Row: Hashable, Sendable {
    /// The line that it begins on.
    public var line: Int
    /// In order, as written.
    public var cells: [String]

    public init(line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
    }

    /// Whether it holds nothing.
    public var isBlank: Bool { cells.allSatisfy { $0.trimmed.isEmpty } }
  }

  /// The file, as findings call it.
  public var file: String
  /// The lines above the header that hold something: a title.
  public var above: [Int] = []
  /// The sign between its cells, and whether a first line such as `sep=;` names it.
  public var separator: UInt8 = UInt8(ascii: ",")
  /// Whether a line of its own names the separator (`sep=;`), as Excel writes it.
  public var namesSeparator = false
  /// The row with the headings.
  public var header: Row
  /// The rows below it, in order.
  public var rows: [Row]

  public init(file: String, header: Row, rows: [Row]) {
    self.file = file
    self.header = header
    self.rows = rows
  }

  /// The columns of a table with a heading each.
  public init(_ table: Table) {
    file = table.file
    header = Row(line: table.headerLine, cells: table.columns)
    rows = table.rows.map { row in Row(line: row.line, cells: table.columns.map { row[$0] }) }
  }

  /// As comma separated text.
  public var text: String { CSV.text([header.cells] + rows.map(\.cells)) }

  /// Columns that hold something below an empty heading: nothing reads it.
  public var cellsWithoutHeading: [Finding] {
    header.cells.indices.compactMap { place in
      guard header.cells[place].trimmed.isEmpty,
        let row = rows.first(where: { place < $0.cells.count && !$0.cells[place].trimmed.isEmpty })
      else { return nil }
      return Finding(
        "no-heading", .warning, file: file, line: row.line, value: row.cells[place].trimmed,
        "Column \(place + 1) has no heading: its cells are not read.",
        suggestion: "write a heading above it, or empty the column")
    }
  }

  /// The cells by column.
  ///
  /// - Returns: no table if two columns have the same heading; a finding then says which.
  public func table() -> (table: Table?, findings: [Finding]) {
    var findings = doubleHeadings
    let columns = header.cells.map(\.trimmed)
    var records: [Table.Record] = []
    for row in rows {
      var cells: [String: String] = [:]
      for (index, field) in row.cells.enumerated() {
        let text = field.trimmed
        if text.isEmpty { continue }
        if index >= columns.count {
          findings.append(extraCell(text, row.line))
          break
        }
        if !columns[index].isEmpty { cells[columns[index]] = text }
      }
      if cells.isEmpty { continue }
      records.append(Table.Record(file: file, line: row.line, cells: cells))
    }
    if findings.contains(where: { $0.severity == .unreadable }) { return (nil, findings) }
    let table = Table(
      file: file, headerLine: header.line, columns: columns.filter { !$0.isEmpty }, rows: records)
    return (table, findings)
  }

  private var doubleHeadings: [Finding] {
    var seen: Set<String> = []
    let columns = header.cells.map(\.trimmed)
    return columns.filter { !$0.isEmpty && !seen.insert($0).inserted }.map { column in
      Finding(
        "duplicate-column", .unreadable, file: file, line: header.line, column: column,
        value: column, "The column '\(column)' appears twice in the header.",
        suggestion: "rename or remove one of them")
    }
  }

  private func extraCell(_ text: String, _ line: Int) -> Finding {
    Finding(
      "extra-cell", file: file, line: line, value: text,
      "The row has more cells than the header has columns.",
      suggestion: "a cell that holds the separator is quoted")
  }
}
