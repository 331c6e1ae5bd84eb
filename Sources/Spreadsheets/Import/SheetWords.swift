// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Tables
import Workbooks

/// What people changed in columns of an exported workbook that belong to the scenario: it is named,
/// with the table in which to change it, since a schedule carries none of it.
struct SheetWords {
  /// Where the columns of a sheet come from; the columns for when and where are read elsewhere.
  private struct Source {
    let sheet: String
    /// The column that identifies rows, if there is one.
    let key: String?
    /// By column, the table in which it is changed.
    let columns: [(name: String, table: String)]
  }

  private static let sources = [
    Source(
      sheet: ListSheet.name, key: "Session",
      columns: [
        ("Kind", "sessions.csv"), ("Themes", "sessions.csv"), ("Part of", "sessions.csv"),
        ("People", "roles.csv"), ("Languages", "sessions.csv"), ("Page", "sessions.csv"),
      ]),
    Source(
      sheet: PeopleSheet.name, key: nil,
      columns: [
        ("Person", "roles.csv"), ("Role", "roles.csv"), ("Session", "roles.csv"),
        ("Title", "sessions.csv"),
      ]),
    Source(sheet: RoomSheet.name, key: "Session", columns: [("Title", "sessions.csv")]),
    Source(
      sheet: ChangesSheet.name, key: nil,
      columns: [
        ("Change", ""), ("Session", ""), ("Before", ""), ("Now", ""),
      ]),
    Source(
      sheet: RoomsSheet.name, key: "Id",
      columns: [
        ("Room", "rooms.csv"), ("Id", "rooms.csv"), ("Where", "rooms.csv"), ("It has", "rooms.csv"),
      ]),
  ]

  static func findings(_ sheets: [Sheet], _ copy: ExportedCopy, file: String) -> [Finding] {
    sources.flatMap { source -> [Finding] in
      guard let sheet = sheets.first(where: { $0.name == source.sheet }),
        let before = copy.sheet(source.sheet)
      else { return [] }
      return findings(source, Rows(sheet), Rows(before), file: "\(file), sheet \(source.sheet)")
    }
  }

  /// The rows of a sheet by the names of their columns.
  private struct Rows {
    var columns: [String: Int] = [:]
    var rows: [(line: Int, cells: [Int: String])] = []

    init(_ sheet: Sheet) {
      for row in sheet.rows {
        let cells = row.cells.compactMapValues { cell -> String? in
          let text =
            switch cell {
            case .text(let text), .failure(let text): CellText(text).text
            case .number(let number): "\(number)"
            }
          return text.isEmpty ? nil : text
        }
        if columns.isEmpty {
          for (column, name) in cells { columns[name] = columns[name] ?? column }
        } else if !cells.isEmpty {
          rows.append((row.number, cells))
        }
      }
    }

    func cell(_ row: Int, _ column: String) -> String {
      columns[column].flatMap { rows[row].cells[$0] } ?? ""
    }

    func place(_ row: Int, _ column: String) -> String {
      "\(columnLetters(columns[column] ?? 0))\(rows[row].line)"
    }
  }

  private static func findings(
    _ source: Source, _ now: Rows, _ before: Rows, file: String
  ) -> [Finding] {
    let columns = source.columns.filter {
      now.columns[$0.name] != nil && before.columns[$0.name] != nil
    }
    if let key = source.key { return cells(columns, key, now, before, file) }
    return rows(columns, source, now, before, file)
  }

  /// Cell by cell, if rows can be identified.
  private static func cells(
    _ columns: [(name: String, table: String)], _ key: String, _ now: Rows, _ before: Rows,
    _ file: String
  ) -> [Finding] {
    let places = Dictionary(
      before.rows.indices.map { (before.cell($0, key), $0) },
      uniquingKeysWith: { first, _ in first })
    return now.rows.indices.flatMap { row -> [Finding] in
      guard let old = places[now.cell(row, key)] else {
        // A session that is not known is named where the list is read.
        return key == "Session" ? [] : [added(columns, now, row, file)]
      }
      return columns.compactMap { column in
        let (was, value) = (before.cell(old, column.name), now.cell(row, column.name))
        if was == value { return nil }
        return Finding(
          "sheet-words", .warning, file: file, line: now.rows[row].line,
          column: "\(column.name) (\(now.place(row, column.name)))", value: value,
          "'\(now.cell(row, key))' was exported with \(quoted(was)) here; a schedule does not carry it.",
          suggestion: "change it in \(column.table)")
      }
    }
  }

  /// As whole rows, if several may be alike.
  private static func rows(
    _ columns: [(name: String, table: String)], _ source: Source, _ now: Rows, _ before: Rows,
    _ file: String
  ) -> [Finding] {
    func texts(_ rows: Rows, _ row: Int) -> [String] { columns.map { rows.cell(row, $0.name) } }
    var left = before.rows.indices.reduce(into: [:]) { $0[texts(before, $1), default: 0] += 1 }
    var findings: [Finding] = []
    for row in now.rows.indices {
      let key = texts(now, row)
      if let count = left[key], count > 0 {
        left[key] = count - 1
      } else if key.contains(where: { !$0.isEmpty }) {
        findings.append(added(columns, now, row, file))
      }
    }
    for (key, count) in left.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
    where count > 0 {
      findings.append(
        Finding(
          "sheet-words", .warning, file: file, value: key.first,
          "A row that was exported is no longer there: "
            + key.filter { !$0.isEmpty }.joined(separator: ", ") + ".", suggestion: advice(columns))
      )
    }
    return findings
  }

  private static func added(
    _ columns: [(name: String, table: String)], _ now: Rows, _ row: Int, _ file: String
  ) -> Finding {
    let texts = columns.map { now.cell(row, $0.name) }.filter { !$0.isEmpty }
    return Finding(
      "sheet-words", .warning, file: file, line: now.rows[row].line,
      column: columns.first.map { now.place(row, $0.name) }, value: texts.first,
      "This row was not exported like this: \(texts.joined(separator: ", ")); a schedule does not carry it.",
      suggestion: advice(columns))
  }

  private static func advice(_ columns: [(name: String, table: String)]) -> String {
    let table = columns.first?.table ?? ""
    return table.isEmpty
      ? "the sheet shows what changed, and changes nothing" : "change it in \(table)"
  }

  private static func quoted(_ text: String) -> String {
    text.isEmpty ? "nothing" : "'\(text.prefix(60))'"
  }
}
