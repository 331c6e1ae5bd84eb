// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Tables
import Texts
import Workbooks

/// A scenario's texts and tables as tidying finds them: each file read once, including tables under
/// other names; for a workbook, the texts that its sheets replace.
struct TidySource {
  /// A file that has, or should have, one of the contract's names.
  struct Found {
    /// Its name in the folder.
    let file: String
    let bytes: Data
  }

  /// `meeting.json` and the what-ifs, by the contract's names.
  private(set) var texts: [String: Found] = [:]
  private(set) var tables: [TableName: (found: Found, grid: TableGrid)] = [:]
  /// What meeting.json holds, if it can be read.
  private(set) var meeting: [String: Any] = [:]
  /// Tables and texts that are there but could not be read, and cells without a heading.
  private(set) var unreadable: [Finding] = []
  /// Where the tables are in the workbook that they come from.
  private(set) var sheets: SheetMap?
  /// Files or sheets that are not part of a scenario.
  private(set) var others: [String] = []
  private let folder: URL

  init(_ folder: URL) {
    self.folder = folder
    let files = FileManager.default
    func isThere(_ name: String) -> Bool {
      files.fileExists(atPath: folder.appending(path: name).path(percentEncoded: false))
    }
    for name in [MeetingFile.name] + WhatIfFile.names(in: folder).map({ "what-if/\($0).json" }) {
      if isThere(name) { texts[name] = found(name) }
    }
    if texts[MeetingFile.name] == nil { adoptMeeting() }
    if let found = texts[MeetingFile.name] {
      meeting = JSONFile(Array(found.bytes), file: MeetingFile.name).object ?? [:]
    }
    let strays = Strays.texts(in: folder)
    for name in TableName.allCases {
      if isThere(name.file) {
        if let found = found(name.file) { unreadable += take(found, as: name) }
      } else if let own = strays[name], own.count == 1, let found = found(own[0]) {
        adopt(found, as: name)
      }
    }
    others = Self.others(in: folder, but: Set(bytes.keys))
  }

  /// The sheets of a workbook.
  init(workbook url: URL) {
    folder = url
    let reporter = Reporter()
    guard let book = WorkbookScenario.read(url, reporter) else {
      unreadable = reporter.findings
      return
    }
    let whatIfs = book.whatIfs.entries.map { entry in
      WhatIfContent(
        name: entry.name, question: entry.question, changes: entry.whatIf(reporter).changes)
    }
    meeting = book.meeting.object
    let content = ScenarioContent(meeting: meeting, whatIfs: whatIfs)
    texts[MeetingFile.name] = Found(file: MeetingFile.name, bytes: Data(content.meetingText.utf8))
    for whatIf in whatIfs {
      let name = "what-if/\(whatIf.name).json"
      texts[name] = Found(file: name, bytes: Data(whatIf.text.utf8))
    }
    for (name, table) in book.tables {
      let grid = TableGrid(table)
      tables[name] = (Found(file: name.file, bytes: Data(grid.text.utf8)), grid)
    }
    sheets = book.map
    others = book.others
    unreadable = reporter.findings.filter(Self.isLoss).map { book.map.placed($0) }
  }

  /// Whether a finding is about something that is missing from the tables as read.
  static func isLoss(_ finding: Finding) -> Bool {
    finding.severity == .unreadable
      && !["missing-file", "missing-column", "missing-sheet"].contains(finding.rule)
      || ["no-heading", "extra-cell", "cell-error", "what-if"].contains(finding.rule)
  }

  /// The other files of a folder; those that begin with a dot are not a user's.
  private static func others(in folder: URL, but read: Set<String>) -> [String] {
    let path = folder.path(percentEncoded: false)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { !$0.hasPrefix(".") && $0 != "what-if" && !read.contains($0) }.sorted()
  }

  /// The bytes of every file read, by its name in the folder.
  var bytes: [String: Data] {
    let all = Array(texts.values) + tables.values.map(\.found)
    return Dictionary(all.map { ($0.file, $0.bytes) }) { first, _ in first }
  }

  private func found(_ name: String) -> Found? {
    let url = folder.appending(path: name)
    return FileFindings.read(url, name: name, isPlain: true).bytes.map {
      Found(file: name, bytes: Data($0))
    }
  }

  /// Takes a file with nearly the name meeting.json, if no other can be it.
  private mutating func adoptMeeting() {
    guard let near = Strays.near(MeetingFile.name, in: folder), let found = found(near),
      JSONFile(Array(found.bytes), file: near).object != nil
    else { return }
    texts[MeetingFile.name] = found
  }

  /// - Returns: what the table does not hold of it.
  @discardableResult
  private mutating func take(_ found: Found, as name: TableName) -> [Finding] {
    let columns = name.contract
    let (grid, findings) = TableGrid.read(Array(found.bytes), file: found.file) {
      Headings.count($0, columns: columns)
    }
    guard let grid else { return findings.filter(Self.isLoss) }
    tables[name] = (found, grid)
    return (findings + grid.table().findings + grid.cellsWithoutHeading).filter(Self.isLoss)
  }

  /// A file under another name is taken as a table if it has every column that the table needs.
  private mutating func adopt(_ found: Found, as name: TableName) {
    take(found, as: name)
    guard let grid = tables[name]?.grid else { return }
    let texts = grid.header.cells.map(\.trimmed).filter { !$0.isEmpty }
    let read = Set(Headings(texts, columns: name.contract).read.values)
    if !read.isSuperset(of: name.required) || read.count < 2 { tables[name] = nil }
  }
}
