// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Tables
import Texts
import Workbooks

/// A scenario's workbook, its sheets by role: tables with their headings as written, the parts of
/// `meeting.json`, the what-ifs.
struct WorkbookScenario {
  private(set) var tables: [TableName: Table] = [:]
  /// Tables that are there but could not be read.
  private(set) var unread: Set<TableName> = []
  private(set) var meeting: MeetingSheets
  private(set) var whatIfs = WhatIfSheet()
  /// Where the tables are; the columns by their headings as written.
  private(set) var map: SheetMap
  /// Sheets that hold something and are not read.
  private(set) var others: [String] = []
  /// The text of all sheets that are part of the scenario, in the same order and form for all
  /// workbooks.
  private(set) var texts: [(name: String, text: String)] = []
  private let reporter: Reporter

  /// - Returns: `nil` if the file is not a workbook; a finding then says why.
  static func read(_ url: URL, _ reporter: Reporter) -> WorkbookScenario? {
    let name = url.lastPathComponent
    let (bytes, finding) = FileFindings.read(url, name: name, isPlain: true, madeBy: maker)
    if let finding { reporter.add(finding) }
    guard bytes != nil else { return nil }
    let (sheets, findings) = WorkbookReader.read(url, file: name)
    reporter.add(findings)
    guard let sheets else { return nil }
    OpenElsewhere.report(url, reporter)
    return WorkbookScenario(sheets, file: name, reporter)
  }

  private static let maker = "'programme new --workbook FILE.xlsx' writes a workbook to start from"

  private init(_ sheets: [Sheet], file: String, _ reporter: Reporter) {
    self.reporter = reporter
    meeting = MeetingSheets(reporter)
    map = SheetMap(file: file)
    let chosen = SheetChoice(sheets, file: file, reporter)
    others = chosen.others
    for role in SheetRole.all {
      guard let sheet = chosen.sheets[role] else { continue }
      map.entries[role.file] = SheetMap.Entry(sheet: sheet.name)
      reporter.sheets = map
      take(sheet, role)
    }
    for role in [SheetRole.meeting, .table(.rooms), .table(.sessions)]
    where chosen.sheets[role] == nil {
      reportMissing(role, chosen)
    }
    reporter.sheets = map
  }

  private mutating func take(_ sheet: Sheet, _ role: SheetRole) {
    switch role {
    case .table(let name):
      tables[name] = read(sheet, role, name.contract + name.further)
      if tables[name] == nil { unread.insert(name) }
    case .meeting, .days, .weights, .calendar:
      let columns = MeetingSheets.columns(role) ?? []
      if let table = read(sheet, role, columns).flatMap({ named($0, columns) }) {
        meeting.take(table, as: role)
      }
    case .whatIf:
      let columns = WhatIfSheet.columns
      if let table = read(sheet, role, columns).flatMap({ named($0, columns) }) {
        whatIfs = WhatIfSheet(table, reporter)
        let entry = map.entries[role.file]
        for whatIf in whatIfs.entries { map.entries[whatIf.file] = entry }
      }
    case .readMe: break
    }
  }

  private mutating func read(_ sheet: Sheet, _ role: SheetRole, _ columns: [Column]) -> Table? {
    let read = SheetTable(sheet, file: role.file, columns: columns, reporter)
    var entry = SheetMap.Entry(sheet: sheet.name, letters: read.letters)
    guard let table = read.table else {
      map.entries[role.file] = entry
      return nil
    }
    entry.header = table.headerLine
    entry.learn(Headings(table.columns, columns: columns).read)
    if role == .whatIf { entry.letters[SheetMap.anyColumn] = entry.letters["change"] }
    if let value = ["value", "weight"].lazy.compactMap({ entry.letters[$0] }).first {
      entry.letters[SheetMap.anyColumn] = value
    }
    map.entries[role.file] = entry
    reporter.sheets = map
    let rows = table.rows.map { row in table.columns.map { row[$0] } }
    texts.append((role.name, CSV.text([table.columns] + rows)))
    return table
  }

  /// The table with its columns by their own names; `nil` if a needed one is missing.
  private func named(_ table: Table, _ columns: [Column]) -> Table? {
    let table = TableHeader(columns, file: table.file, namesUnread: true, reporter).named(table)
    let missing = columns.filter { $0.isRequired && !table.columns.contains($0.name) }
    for column in missing {
      reporter.add(
        Finding(
          "missing-column", .unreadable, file: table.file, line: table.headerLine,
          column: column.name, "The column '\(column.name)' is missing.",
          suggestion: "the sheet has the columns \(columns.map(\.name).joined(separator: ", "))"))
    }
    return missing.isEmpty ? table : nil
  }

  private func reportMissing(_ role: SheetRole, _ chosen: SheetChoice) {
    let near = chosen.others.first { SheetRole(meantBy: $0) == role }
    reporter.add(
      Finding(
        "missing-sheet", .unreadable, file: map.file, value: role.name,
        "The sheet '\(role.name)' is missing.",
        suggestion: near.map { "is '\($0)' meant? Name it '\(role.name)'" }
          ?? "a scenario needs the sheets meeting, days, rooms and sessions"))
  }
}

extension SheetMap.Entry {
  /// Records what the headings are read as.
  mutating func learn(_ read: [String: String]) {
    for (heading, column) in read where letters[column] == nil {
      letters[column] = letters[heading]
    }
  }
}
