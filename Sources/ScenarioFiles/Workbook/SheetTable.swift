// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Tables
import Workbooks

/// One sheet as a table: its header found, its cells as text, and what a sheet can have that a file of
/// text cannot.
struct SheetTable {
  /// `nil` if the sheet is not a table; a finding then says why.
  private(set) var table: Table?
  /// The letters of each column by its heading.
  private(set) var letters: [String: String] = [:]
  private let sheet: Sheet
  private let file: String
  private let columns: [Column]
  private let reporter: Reporter
  /// By column, counted from 0.
  private var headings: [Int: String] = [:]

  /// The rule of findings about formulas without a value.
  static let failure = "cell-error"
  private static let mostMerged = 1_000_000
  /// The last row in which a header is looked for.
  private static let deepest = 20

  /// - Parameters:
  ///   - file: what the table is called as a file.
  ///   - columns: those that are read.
  init(_ sheet: Sheet, file: String, columns: [Column], _ reporter: Reporter) {
    self.sheet = sheet
    self.file = file
    self.columns = columns
    self.reporter = reporter
    guard let header = header() else {
      reporter.add(
        Finding(
          "empty", .unreadable, file: file, "The sheet is empty; the header is missing.",
          suggestion: "a table without rows still has its header; or delete the sheet"))
      return
    }
    guard takeHeadings(header) else { return }
    let filled = filled(below: header.number)
    let rows = filled.compactMap(record)
    let order = headings.sorted { $0.key < $1.key }.map(\.value)
    table = Table(file: file, headerLine: header.number, columns: order, rows: rows)
    reportUnread(filled)
    reportFaults(filled)
    SheetNotes(sheet, file: file, header: header.number, reporter).report()
  }

  // MARK: The header

  /// The first row that holds something, or a later one that fits better: what is above is a title.
  private func header() -> Sheet.Row? {
    let rows = sheet.rows.filter { !$0.cells.values.allSatisfy { text($0).isEmpty } }
    guard let first = rows.first else { return nil }
    let fits = rows.prefix(Self.deepest).map { row in
      Headings.count(row.cells.values.map(text), columns: columns)
    }
    guard let best = fits.max(), best >= 2, best > fits[0], let place = fits.firstIndex(of: best)
    else { return first }
    reporter.add(
      Finding(
        "title-rows", .note, file: file, line: first.number,
        place == 1
          ? "The row is not part of the table: its header is in row \(rows[place].number)."
          : "The rows above row \(rows[place].number), where the header is, are not part of the table.",
        suggestion: "a table begins with its header"))
    return rows[place]
  }

  /// - Returns: whether no heading appears twice.
  private mutating func takeHeadings(_ header: Sheet.Row) -> Bool {
    var isUnique = true
    for (column, cell) in header.cells.sorted(by: { $0.key < $1.key }) {
      let heading = text(cell)
      if heading.isEmpty { continue }
      if let first = letters[heading] {
        isUnique = false
        reporter.add(
          Finding(
            "duplicate-column", .unreadable, file: file, line: header.number, column: heading,
            value: heading,
            "The column '\(heading)' appears twice in the header, in \(first) and"
              + " \(columnLetters(column)).", suggestion: "rename or remove one of them"))
        continue
      }
      headings[column] = heading
      letters[heading] = columnLetters(column)
    }
    return isUnique
  }

  // MARK: Rows

  /// The rows of the table, with what is merged down a column in each of its rows, since people see
  /// it there.
  private func filled(below header: Int) -> [Sheet.Row] {
    var rows = sheet.rows.filter { $0.number > header }.sorted { $0.number < $1.number }
    // A file may say anything: a row number may be missing or appear twice.
    let places = Dictionary(rows.enumerated().map { ($1.number, $0) }) { first, _ in first }
    var steps = 0
    for merge in sheet.merges where merge.rows.lowerBound > header && merge.rows.count > 1 {
      let column = merge.columns.lowerBound
      guard let first = places[merge.rows.lowerBound], let value = rows[first].cells[column]
      else { continue }
      var place = first + 1
      while place < rows.count, merge.rows.contains(rows[place].number) {
        defer { place += 1 }
        steps += 1
        if rows[place].cells[column] != nil { continue }
        rows[place].cells[column] = value
        if rows[first].moments.contains(column) { rows[place].moments.insert(column) }
      }
      // Merged cells do not overlap, so no real sheet has more.
      if steps > Self.mostMerged { break }
    }
    return rows
  }

  private func record(_ row: Sheet.Row) -> Table.Record? {
    var cells: [String: String] = [:]
    for (column, cell) in row.cells {
      guard let heading = headings[column] else { continue }
      let text = SheetText.of(cell, isMoment: row.moments.contains(column))
      if !text.isEmpty { cells[heading] = text }
    }
    return cells.isEmpty ? nil : Table.Record(file: file, line: row.number, cells: cells)
  }

  private func text(_ cell: Sheet.Cell) -> String { SheetText.of(cell, isMoment: false) }

  // MARK: What cannot be read

  /// Columns that hold something and have no heading: once each.
  private func reportUnread(_ rows: [Sheet.Row]) {
    var counts: [Int: (count: Int, first: Int)] = [:]
    for row in rows {
      for (column, cell) in row.cells where headings[column] == nil && !text(cell).isEmpty {
        counts[column] = ((counts[column]?.count ?? 0) + 1, counts[column]?.first ?? row.number)
      }
    }
    for (column, found) in counts.sorted(by: { $0.key < $1.key }) {
      let letters = columnLetters(column)
      let cells = found.count == 1 ? "its one cell is" : "its \(found.count) cells are"
      reporter.add(
        Finding(
          "no-heading", .warning, file: file, line: found.first,
          "Column \(letters) has no heading: \(cells) not read.",
          suggestion: "write a heading above it, or empty the column"))
    }
  }

  /// Reports formulas with an error, or that have not been worked out: their value is not known.
  private func reportFaults(_ rows: [Sheet.Row]) {
    let read = Headings(Array(headings.values), columns: columns).read
    for row in rows {
      for (column, heading) in headings.sorted(by: { $0.key < $1.key }) {
        let severity: Finding.Severity = read[heading] == nil ? .warning : .error
        if case .failure(let text)? = row.cells[column] {
          reporter.add(
            Finding(
              Self.failure, severity, file: file, line: row.number, column: heading, value: text,
              "The formula gives '\(text)', which is not a value.",
              suggestion: "mend the formula, or write the value"))
        } else if row.unworked.contains(column) {
          reporter.add(
            Finding(
              Self.failure, severity, file: file, line: row.number, column: heading,
              "The cell has a formula whose value is not in the file.",
              suggestion: "open the workbook in a spreadsheet, and save it"))
        }
      }
    }
  }
}
