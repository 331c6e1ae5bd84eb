// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Tables
import Texts

/// Gives a table the contract's column names, and reports how its headings were understood.
struct TableHeader {
  let columns: [Column]
  let file: String
  /// Whether columns that are not read are named.
  let namesUnread: Bool
  let reporter: Reporter

  init(_ table: TableName, _ reporter: Reporter) {
    columns = table.contract + table.further
    file = table.file
    namesUnread = true
    self.reporter = reporter
  }

  /// The header of a table that may have any other columns, or that only a workbook has.
  init(_ columns: [Column], file: String, namesUnread: Bool = false, _ reporter: Reporter) {
    self.columns = columns
    self.namesUnread = namesUnread
    self.file = file
    self.reporter = reporter
  }

  /// The table with the columns renamed that can mean only one thing.
  func named(_ table: Table) -> Table {
    let headings = Headings(table.columns, columns: columns)
    var table = table
    let renamed = headings.read.filter { $0.key != $0.value }
    if !renamed.isEmpty { table.rename(renamed) }
    report(headings, renamed.map { ($0.key, $0.value) }.sorted { $0 < $1 }, table.headerLine)
    return table
  }

  private func report(
    _ headings: Headings, _ renamed: [(heading: String, column: String)], _ line: Int
  ) {
    if !renamed.isEmpty { reportRead(renamed, line) }
    for (column, claims) in Dictionary(grouping: headings.double, by: \.column)
      .sorted(by: { $0.key < $1.key })
    {
      let names = claims.map { "'\($0.heading)'" }.listed
      add(
        "duplicate-column", .unreadable, line, claims[0].heading,
        "The columns \(names) both mean '\(column)'.", "rename one of them to '\(column)'")
    }
    if namesUnread { reportUnread(headings.unread, line) }
  }

  private static let mostExamples = 3

  private func reportRead(_ renamed: [(heading: String, column: String)], _ line: Int) {
    let words = renamed.map { "'\($0.heading)' as \($0.column)" }
      .listed(atMost: Self.mostExamples)
    var finding = Finding(
      "heading", .note, file: file, line: line, column: renamed[0].heading,
      value: renamed[0].heading,
      renamed.count == 1
        ? "The column \(words) is read." : "\(renamed.count) columns are read: \(words).")
    finding.cells = renamed.map { .init(line: line, value: $0.heading, plain: $0.column) }
    reporter.add(finding)
  }

  /// Reports columns that are not read, once for the table. The user's own columns are not a fault.
  private func reportUnread(_ unread: [(heading: String, near: String?)], _ line: Int) {
    if unread.isEmpty { return }
    let similar = unread.filter { $0.near != nil }
    let names = unread.map { "'\($0.heading)'" }.joined(separator: ", ")
    let isOne = unread.count == 1
    let sentence =
      isOne ? "The column \(names) is not read." : "The columns \(names) are not read."
    guard !similar.isEmpty else {
      add("own-column", .note, line, unread[0].heading, sentence, "columns of your own are kept")
      return
    }
    let hints = similar.compactMap { entry in
      entry.near.map { isOne ? "is '\($0)' meant?" : "is '\($0)' meant by '\(entry.heading)'?" }
    }
    add(
      "unknown-column", .warning, line, similar[0].heading, sentence,
      hints.joined(separator: " "))
  }

  private func add(
    _ rule: String, _ severity: Finding.Severity, _ line: Int, _ heading: String,
    _ sentence: String, _ suggestion: String
  ) {
    reporter.add(
      Finding(
        rule, severity, file: file, line: line, column: heading, value: heading, sentence,
        suggestion: suggestion))
  }
}
