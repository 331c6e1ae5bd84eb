// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables

/// A scenario's files as text and objects, before they mean anything: what a what-if edits.
struct RawScenario {
  var meeting: [String: Any] = [:]
  /// The line of each of its keys, by path.
  private(set) var meetingLines: [String: Int] = [:]
  var tables: [TableName: Table] = [:]
  /// Hash over names and bytes of every file read.
  private(set) var digest = ""
  private var hashed = Data()

  static let largestFile = 64 << 20

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
    for table in TableName.allCases { raw.read(table, folder, reporter) }
    raw.digest = SHA256.hex(raw.hashed)
    warnOfStrangers(folder, reporter)
    return raw
  }

  /// The bytes of a file, also counted into the digest; nothing where there is none.
  mutating func bytes(_ name: String, _ folder: URL, _ reporter: Reporter) -> [UInt8]? {
    let url = folder.appending(path: name)
    let path = url.path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let size = (attributes?[.size] as? NSNumber)?.intValue ?? 0
    guard size <= Self.largestFile else {
      reporter.add(
        Finding(
          "large-file", .unreadable, file: name,
          "The file has \(size) bytes; no table has more than \(Self.largestFile)."))
      return nil
    }
    guard let data = try? Data(contentsOf: url) else {
      reporter.add(
        Finding(
          "file", .unreadable, file: name, "The file cannot be read.",
          suggestion: "is it a folder, or are its permissions too narrow?"))
      return nil
    }
    hashed.append(Data("\(name)\u{0}\(data.count)\u{0}".utf8))
    hashed.append(data)
    return [UInt8](data)
  }

  private mutating func readMeeting(_ folder: URL, _ reporter: Reporter) {
    let before = reporter.findings.count
    guard let bytes = bytes(MeetingFile.name, folder, reporter) else {
      if reporter.findings.count == before { reportMissing(MeetingFile.name, reporter) }
      return
    }
    let file = JSONFile(bytes, file: MeetingFile.name)
    if let finding = file.finding { reporter.add(finding) }
    meeting = file.object ?? [:]
    meetingLines = file.lines
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
          "missing-column", .unreadable, file: name.file, line: 1, column: column,
          "The column '\(column)' is missing.",
          suggestion: near.map { "is '\($0)' meant?" }
            ?? "the table has the columns \(name.columns.joined(separator: ", "))"))
    }
    for column in table.columns where !name.columns.contains(column) {
      // Columns of their own are a user's right; one that is nearly ours is a slip.
      guard let near = Nearest.to(column, among: name.columns), !table.columns.contains(near),
        !name.required.contains(near)
      else { continue }
      reporter.add(
        Finding(
          "unknown-column", .warning, file: name.file, line: 1, column: column, value: column,
          "The column '\(column)' is not read.", suggestion: "is '\(near)' meant?"))
    }
    tables[name] = table
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
}
