// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables

/// A scenario's files as text and objects, before they mean anything: what a what-if edits.
struct RawScenario {
  var meeting: [String: Any] = [:]
  /// Where each of its keys stands, by path: in its file, or in a what-if that patched it.
  var meetingPlaces: [String: Table.Place] = [:]
  var tables: [TableName: Table] = [:]
  /// Tables that could not be read: what refers to their rows cannot be judged.
  private(set) var unread: Set<TableName> = []
  private var hashed = Data()
  /// Hash over names and bytes of every file read.
  var digest: String { SHA256.hex(hashed) }

  /// Reads every table of a folder; what cannot be read is reported.
  static func read(_ folder: URL, _ reporter: Reporter) -> RawScenario? {
    var isFolder: ObjCBool = false
    let path = folder.path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else {
      reporter.add(
        Finding(
          "folder", .unreadable, file: folder.relativePath, "There is no such folder.",
          suggestion: "a scenario is a folder with meeting.json, rooms.csv and sessions.csv;"
            + " 'programme new' writes one"))
      return nil
    }
    var raw = RawScenario()
    raw.readMeeting(folder, reporter)
    for table in TableName.allCases {
      let before = reporter.findings.count
      raw.read(table, folder, reporter)
      if raw.tables[table] == nil, reporter.findings.count > before { raw.unread.insert(table) }
    }
    warnOfStrangers(folder, reporter)
    return raw
  }

  /// The bytes of a file, also counted into the digest; nothing where there is none.
  mutating func bytes(_ name: String, _ folder: URL, _ reporter: Reporter) -> [UInt8]? {
    let url = folder.appending(path: name)
    let path = url.path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let (bytes, finding) = BoundedFile.read(url, name: name, isPlain: true)
    if let finding { reporter.add(finding) }
    guard let bytes else { return nil }
    hashed.append(Data("\(name)\u{0}\(bytes.count)\u{0}".utf8))
    hashed.append(contentsOf: bytes)
    return bytes
  }

  /// Takes what was typed into the digest.
  mutating func count(_ typed: String) { hashed.append(Data(typed.utf8)) }

  private mutating func readMeeting(_ folder: URL, _ reporter: Reporter) {
    let before = reporter.findings.count
    guard let bytes = bytes(MeetingFile.name, folder, reporter) else {
      if reporter.findings.count == before { reportMissing(MeetingFile.name, reporter) }
      return
    }
    let file = JSONFile(bytes, file: MeetingFile.name)
    if let finding = file.finding { reporter.add(finding) }
    meeting = file.object ?? [:]
    meetingPlaces = file.lines.mapValues { Table.Place(file: MeetingFile.name, line: $0) }
  }

  private mutating func read(_ name: TableName, _ folder: URL, _ reporter: Reporter) {
    let before = reporter.findings.count
    guard let bytes = bytes(name.file, folder, reporter) else {
      let isNeeded = name == .rooms || name == .sessions
      if isNeeded && reporter.findings.count == before { reportMissing(name.file, reporter) }
      return
    }
    let (table, findings) = Table.read(bytes, file: name.file)
    reporter.add(findings)
    guard let table else { return }
    for column in name.required where !table.columns.contains(column) {
      let near = Nearest.to(column, among: table.columns.filter { !name.columns.contains($0) })
      reporter.add(
        Finding(
          "missing-column", .unreadable, file: name.file, line: table.headerLine, column: column,
          "The column '\(column)' is missing.",
          suggestion: near.map { "is '\($0)' meant?" }
            ?? "the table has the columns \(name.columns.joined(separator: ", "))"))
    }
    for column in table.columns where !name.columns.contains(column) {
      // Columns of their own are a user's right; one that is nearly ours is a slip.
      guard let near = Nearest.to(column, among: name.columns), !table.columns.contains(near),
        !name.required.contains(near)
      else { continue }
      // Only case and blanks apart it can be nothing else, and unread it would ask for nothing.
      let isSame = Self.folded(column) == near
      reporter.add(
        Finding(
          "unknown-column", isSame ? .error : .warning, file: name.file, line: table.headerLine,
          column: column, value: column, "The column '\(column)' is not read.",
          suggestion: isSame ? "write '\(near)'" : "is '\(near)' meant?"))
    }
    tables[name] = table
  }

  /// A column's name as the contract would write it.
  private static func folded(_ column: String) -> String {
    column.lowercased().replacing(" ", with: "_").replacing("-", with: "_")
  }

  private func reportMissing(_ file: String, _ reporter: Reporter) {
    reporter.add(
      Finding(
        "missing-file", .unreadable, file: file, "The file is missing.",
        suggestion: "a scenario needs meeting.json, rooms.csv and sessions.csv"))
  }

  private static func warnOfStrangers(_ folder: URL, _ reporter: Reporter) {
    let known = TableName.allCases.map(\.file)
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)))
      ?? []
    for name in names.sorted() where name.hasSuffix(".csv") && !known.contains(name) {
      guard let near = Nearest.to(name, among: known), !names.contains(near) else { continue }
      reporter.add(
        Finding(
          "unknown-file", .warning, file: name, "The file is not read.",
          suggestion: "is '\(near)' meant?"))
    }
  }

  /// Where every row and key stands.
  var places: RowPlaces {
    var rows: [String: [Table.Place]] = [:]
    var cells: [String: [Int: [String: Table.Place]]] = [:]
    for (name, table) in tables {
      rows[name.rawValue] = table.rows.map { Table.Place(file: $0.file, line: $0.line) }
      for (index, row) in table.rows.enumerated() where !row.places.isEmpty {
        cells[name.rawValue, default: [:]][index] = row.places
      }
    }
    return RowPlaces(rows: rows, cells: cells, meeting: meetingPlaces)
  }
}
