// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Files
import Foundation
import Tables
import Workbooks

/// A scenario's files as text and objects, before they mean anything: what a what-if edits.
struct RawScenario {
  var meeting: [String: Any] = [:]
  /// Where each of its keys is, by path: in its file, or in a what-if that patched it.
  var meetingPlaces: [String: Table.Place] = [:]
  var tables: [TableName: Table] = [:]
  /// Tables that could not be read: what refers to their rows cannot be judged.
  private(set) var unread: Set<TableName> = []
  /// What reading a cell may depend on: the meeting's days, clocks and order of dates.
  var context = CellContext()
  /// The what-ifs of a workbook; those of a folder are files.
  private(set) var whatIfs: WhatIfSheet?
  /// Where the tables are in the workbook that they were read from.
  private(set) var sheets: SheetMap?
  private var hashed = Data()
  /// Hash over names and bytes of every file read; for a workbook over the text of its sheets, so
  /// it stays the same when a spreadsheet saves it again.
  var digest: String { SHA256.hex(hashed) }

  /// Reads every table of a folder or a workbook; what cannot be read is reported.
  static func read(_ folder: URL, _ reporter: Reporter) -> RawScenario? {
    if ScenarioWorkbook.isWorkbook(folder) { return read(workbook: folder, reporter) }
    var isFolder: ObjCBool = false
    let path = folder.path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else {
      reporter.add(
        Finding(
          "folder", .unreadable, file: folder.relativePath, "There is no such folder.",
          suggestion: "a scenario is a folder with meeting.json, rooms.csv and sessions.csv, or a"
            + " workbook; 'programme new' writes one"))
      return nil
    }
    var raw = RawScenario()
    raw.readMeeting(folder, reporter)
    for table in TableName.allCases {
      let before = reporter.findings.count
      raw.read(table, folder, reporter)
      if raw.tables[table] == nil, reporter.findings.count > before { raw.unread.insert(table) }
    }
    Strays.report(folder, reporter)
    raw.makePlain(reporter)
    return raw
  }

  private static func read(workbook: URL, _ reporter: Reporter) -> RawScenario? {
    guard let book = WorkbookScenario.read(workbook, reporter) else { return nil }
    var raw = RawScenario()
    raw.meeting = book.meeting.object
    raw.meetingPlaces = book.meeting.places
    raw.whatIfs = book.whatIfs
    raw.unread = book.unread
    for (name, text) in book.texts where name != SheetRole.whatIf.name { raw.count(text, as: name) }
    for name in TableName.allCases {
      guard let table = book.tables[name] else { continue }
      raw.take(table, as: name, reporter)
    }
    raw.sheets = book.map
    raw.makePlain(reporter)
    return raw
  }

  /// The bytes of a file, also added to the digest; `nil` if there is none.
  mutating func bytes(_ name: String, _ folder: URL, _ reporter: Reporter) -> [UInt8]? {
    let url = folder.appending(path: name)
    let path = url.path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let (bytes, finding) = FileFindings.read(url, name: name, isPlain: true)
    if let finding { reporter.add(finding) }
    guard let bytes else { return nil }
    count(bytes, as: name)
    return bytes
  }

  /// Adds a file or a sheet to the digest.
  private mutating func count(_ bytes: [UInt8], as name: String) {
    hashed.append(Data("\(name)\u{0}\(bytes.count)\u{0}".utf8))
    hashed.append(contentsOf: bytes)
  }

  mutating func count(_ text: String, as name: String) { count(Array(text.utf8), as: name) }

  /// Adds what was typed to the digest.
  mutating func count(_ typed: String) { hashed.append(Data(typed.utf8)) }

  private mutating func readMeeting(_ folder: URL, _ reporter: Reporter) {
    let before = reporter.findings.count
    guard let bytes = bytes(MeetingFile.name, folder, reporter) else {
      if reporter.findings.count == before { reportMissing(MeetingFile.name, folder, reporter) }
      return
    }
    let file = JSONFile(bytes, file: MeetingFile.name)
    reporter.add([file.finding, file.note].compactMap(\.self))
    meeting = file.object ?? [:]
    meetingPlaces = file.lines.mapValues { Table.Place(file: MeetingFile.name, line: $0) }
  }

  private mutating func read(_ name: TableName, _ folder: URL, _ reporter: Reporter) {
    let before = reporter.findings.count
    guard let bytes = bytes(name.file, folder, reporter) else {
      let isNeeded = name == .rooms || name == .sessions
      if isNeeded && reporter.findings.count == before {
        reportMissing(name.file, folder, reporter)
      }
      return
    }
    let columns = name.contract
    let (grid, findings) = TableGrid.read(bytes, file: name.file) {
      Headings.count($0, columns: columns)
    }
    guard let grid else { return reporter.add(findings) }
    let (read, more) = grid.table()
    reporter.add(more + findings + grid.cellsWithoutHeading)
    if let read { take(read, as: name, reporter) }
  }

  /// Adds a table, with its columns by their own names.
  private mutating func take(_ read: Table, as name: TableName, _ reporter: Reporter) {
    let table = TableHeader(name, reporter).named(read)
    for column in name.required where !table.columns.contains(column) {
      let near = Nearest.to(column, among: table.columns.filter { !name.columns.contains($0) })
      reporter.add(
        Finding(
          "missing-column", .unreadable, file: name.file, line: table.headerLine, column: column,
          "The column '\(column)' is missing.",
          suggestion: near.map { "is '\($0)' meant?" }
            ?? "the table has the columns \(name.columns.joined(separator: ", "))"))
    }
    tables[name] = table
  }

  private func reportMissing(_ file: String, _ folder: URL, _ reporter: Reporter) {
    reporter.add(
      Finding(
        "missing-file", .unreadable, file: file, "The file is missing.",
        suggestion: Strays.near(file, in: folder).map { "is '\($0)' meant?" }
          ?? "a scenario needs meeting.json, rooms.csv and sessions.csv"))
  }

  /// Where every row and key is.
  var places: RowPlaces {
    var rows: [String: [Table.Place]] = [:]
    var cells: [String: [Int: [String: Table.Place]]] = [:]
    for (name, table) in tables {
      rows[name.rawValue] = table.rows.map { Table.Place(file: $0.file, line: $0.line) }
      for (index, row) in table.rows.enumerated() where !row.places.isEmpty {
        cells[name.rawValue, default: [:]][index] = row.places
      }
    }
    return RowPlaces(
      rows: rows, cells: cells, keys: KeyPlaces(file: MeetingFile.name, meetingPlaces),
      sheets: sheets)
  }
}
