// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Tables
import Texts
import Workbooks

/// A list of sessions from a workbook or from comma separated text, its columns found by name.
struct EditedList {
  enum Column: String, CaseIterable {
    case session, date, start, end, minutes, room
    case roomName = "room name"
    case status, title
  }

  struct Cell {
    let value: Sheet.Cell
    /// Column and cell as findings name them: `Start (D5)`.
    let place: String
    /// The cell alone, `D5`; empty in a file that has no cells.
    var cell = ""
  }

  struct Row {
    let line: Int
    let cells: [Column: Cell]
  }

  /// The file, and the sheet in it.
  let file: String
  /// The sheet alone; empty for a file that is one list.
  var sheet = ""
  let headerLine: Int
  /// What the list calls its columns.
  let columns: [Column: String]
  let rows: [Row]

  /// - Returns: no list if the file has none, and findings then say why; also all sheets of a
  ///   workbook.
  static func read(_ url: URL) -> (list: EditedList?, sheets: [Sheet], findings: [Finding]) {
    let file = url.lastPathComponent
    let (bytes, finding) = FileFindings.read(
      url, name: file, isPlain: true,
      madeBy: "'programme export SCENARIO SCHEDULE.csv' writes a workbook to edit")
    guard let bytes else { return (nil, [], finding.map { [$0] } ?? []) }
    if bytes.starts(with: [0x50, 0x4B]) {
      let (sheets, findings) = WorkbookReader.read(url, file: file)
      guard let sheets else { return (nil, [], findings) }
      let (list, own) = list(sheets.filter { $0.name != ExportedCopy.name }, file)
      return (list, sheets, own)
    }
    // The older format of workbooks, and of newer ones with a password.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return (nil, [], [oldFormat(file)]) }
    let (table, findings) = Table.read(bytes, file: file) { cells in
      named(cells.map { ($0, $0) }).columns.count
    }
    guard let table, !findings.contains(where: { $0.severity == .unreadable }) else {
      return (nil, [], findings)
    }
    let (list, own) = list(table)
    return (list, [], findings + own)
  }

  // MARK: Comma separated text

  private static func list(_ table: Table) -> (list: EditedList?, findings: [Finding]) {
    let (columns, twice) = named(table.columns.map { ($0, $0) })
    let missing = missing(columns.mapValues(\.name))
    if !missing.isEmpty || twice != nil {
      return (nil, faults(missing, twice, table.file, table.headerLine, known: table.columns))
    }
    let rows = table.rows.map { record in
      var cells: [Column: Cell] = [:]
      for (column, entry) in columns {
        let text = SpreadsheetCell.armed(record[entry.key]).trimmed
        if !text.isEmpty { cells[column] = Cell(value: .text(text), place: entry.name) }
      }
      return Row(line: record.line, cells: cells)
    }
    return (
      EditedList(
        file: table.file, headerLine: table.headerLine, columns: columns.mapValues(\.name),
        rows: rows), []
    )
  }

  // MARK: Workbooks

  /// The list in the sheet of that name, otherwise in the first sheet that has one.
  private static func list(
    _ sheets: [Sheet], _ file: String
  ) -> (list: EditedList?, findings: [Finding]) {
    let ordered =
      sheets.filter { $0.name.lowercased() == ListSheet.name.lowercased() }
      + sheets.filter { $0.name.lowercased() != ListSheet.name.lowercased() }
    for sheet in ordered {
      let (list, finding) = list(sheet, file)
      if list != nil || finding != nil { return (list, finding.map { [$0] } ?? []) }
    }
    let known = sheets.map(\.name).filter { !$0.isEmpty }.prefix(20).joined(separator: ", ")
    return (
      nil,
      [
        Finding(
          "missing-column", .unreadable, file: file,
          "No sheet of the workbook is a list with the columns \(needed).",
          suggestion: "its sheets are: \(known.isEmpty ? "none" : known)")
      ]
    )
  }

  /// A sheet as a list, if one of its first rows has a list's columns.
  ///
  /// - Returns: a finding if the columns are there but one of them appears twice.
  static func list(_ sheet: Sheet, _ file: String) -> (list: EditedList?, finding: Finding?) {
    let name = "\(file), sheet \(sheet.name.filter { !$0.isNewline }.prefix(60))"
    for (place, row) in sheet.rows.prefix(20).enumerated() {
      let names = row.cells.sorted { $0.key < $1.key }.compactMap { column, cell in
        if case .text(let text) = cell { (column, text.trimmed) } else { nil }
      }
      let (columns, twice) = named(names)
      guard missing(columns.mapValues(\.name)).isEmpty else { continue }
      if let twice {
        return (nil, faults([], twice, name, row.number, known: []).first)
      }
      let rows = sheet.rows.dropFirst(place + 1)
      return (list(sheet, rows: rows, row.number, columns, name), nil)
    }
    return (nil, nil)
  }

  private static func list(
    _ sheet: Sheet, rows: ArraySlice<Sheet.Row>, _ headerLine: Int,
    _ columns: [Column: (key: Int, name: String)], _ file: String
  ) -> EditedList {
    let rows = rows.compactMap { row -> Row? in
      var cells: [Column: Cell] = [:]
      for (column, entry) in columns {
        guard var value = row.cells[entry.key] else { continue }
        if case .text(let text) = value {
          let text = text.trimmed
          if text.isEmpty { continue }
          value = .text(text)
        }
        let cell = "\(columnLetters(entry.key))\(row.number)"
        cells[column] = Cell(value: value, place: "\(entry.name) (\(cell))", cell: cell)
      }
      return cells.isEmpty ? nil : Row(line: row.number, cells: cells)
    }
    return EditedList(
      file: file, sheet: sheet.name, headerLine: headerLine, columns: columns.mapValues(\.name),
      rows: rows)
  }

  // MARK: Columns

  private static let needed = "session, date, start and room"

  /// The columns with these names, and one that appears twice.
  private static func named<Key>(
    _ names: [(key: Key, name: String)]
  ) -> (columns: [Column: (key: Key, name: String)], twice: String?) {
    var columns: [Column: (key: Key, name: String)] = [:]
    var twice: String?
    for (key, name) in names {
      let plain = CellText(name).text.lowercased().replacing("_", with: " ")
      let column =
        plain == "session id" || plain == "id" ? Column.session : Column(rawValue: plain)
      guard let column else { continue }
      if columns[column] != nil { twice = twice ?? name }
      columns[column] = columns[column] ?? (key, name)
    }
    return (columns, twice)
  }

  private static func missing(_ columns: [Column: String]) -> [Column] {
    [.session, .date, .start, .room].filter {
      columns[$0] == nil && !($0 == .room && columns[.roomName] != nil)
    }
  }

  private static func faults(
    _ missing: [Column], _ twice: String?, _ file: String, _ line: Int, known: [String]
  ) -> [Finding] {
    var findings = missing.map { column in
      let near = Nearest.to(column.rawValue, among: known)
      return Finding(
        "missing-column", .unreadable, file: file, line: line, column: column.rawValue,
        "The column '\(column.rawValue)' is missing.",
        suggestion: (near.map { "did you mean '\($0)'? " } ?? "") + "a list has \(needed)")
    }
    if let twice {
      findings.append(
        Finding(
          "duplicate-column", .unreadable, file: file, line: line, column: twice, value: twice,
          "The column '\(twice)' appears twice in the header.",
          suggestion: "rename or remove one of them"))
    }
    return findings
  }

  private static func oldFormat(_ file: String) -> Finding {
    Finding(
      "workbook", .unreadable, file: file,
      "The file is a workbook of the format before 2007, or protected by a password.",
      suggestion: "save it without a password as 'Excel workbook (.xlsx)' or as 'CSV UTF-8'")
  }
}
