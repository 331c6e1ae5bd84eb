// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Scratch
import Tables
import Workbooks

@testable import ScenarioFiles

/// A scenario's workbook in a temporary folder: the sheets of a valid one, with some changed.
struct Book {
  /// By sheet, a row a line, cells between bars; `2025-06-23` and `09:00` are typed, and so are numbers.
  static let base: [(name: String, rows: String)] = [
    (
      "meeting",
      """
      setting|value
      id|m
      name|M
      timeZone|Europe/Oslo
      gridMinutes|15
      """
    ),
    (
      "days",
      """
      date|label|open|starts
      2025-06-23|Day one|09:00-13:00|
      2025-06-24||09:00-13:00;14:00-15:00|09:00;10:00
      """
    ),
    ("rooms", "id|capacity|parts\nr1|50|\nr2|60|\nbig|110|r1;r2"),
    ("dynamic-coalitions", "id|name|contact\ndc|DC|ada"),
    ("programme-elements", "id|kind|themes\nws|WS|ai"),
    (
      "sessions",
      """
      id|activity|minutes|room|day|start
      s1|dc|60||2025-06-23|09:00
      s2|ws|60|r1||
      j|dc;ws|45|||
      """
    ),
    ("people", "id|name|available\nada|Ada|2025-06-23\nben|Ben|"),
    ("roles", "person|subject|role\nben|ws|speaker"),
    ("what-if", "name|question|change\nw|Why?|rooms r1 capacity=10"),
  ]

  /// The base with some sheets replaced, `nil` to leave one out, and others behind.
  static func plans(_ changes: [String: String?] = [:]) -> [SheetPlan] {
    let known = Set(base.map(\.name))
    let others = changes.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }
    return (base.map { ($0.name, Optional($0.rows)) } + others.map { ($0.key, $0.value) })
      .compactMap { name, rows in
        guard let rows = changes[name] ?? rows else { return nil }
        return plan(name, rows)
      }
  }

  static func plan(_ name: String, _ rows: String) -> SheetPlan {
    var plan = SheetPlan(name: name)
    for (row, line) in rows.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      for (column, text) in line.split(separator: "|", omittingEmptySubsequences: false)
        .enumerated()
      where !text.isEmpty {
        let cell = typed(String(text))
        plan.put(cell.value, row, column, cell.style)
      }
    }
    return plan
  }

  private static func typed(_ text: String) -> TypedCell {
    text.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil
      ? TypedCell(text, .date)
      : text.wholeMatch(of: /\d\d:\d\d/) != nil
        ? TypedCell(text, .clock) : TypedCell(text, .number(.things, 0...0))
  }

  /// Lays the workbook out for as long as it is looked at.
  static func with<Result>(_ plans: [SheetPlan], _ body: (URL) throws -> Result) throws -> Result {
    try with(WorkbookFile.bytes(plans, title: "t", created: 1), body)
  }

  static func with<Result>(_ bytes: Data, _ body: (URL) throws -> Result) throws -> Result {
    let scratch = ScratchFolder()
    let folder = scratch.url
    let url = folder.appending(path: "plan.xlsx")
    try bytes.write(to: url)
    return try body(url)
  }

  /// `place column sentence` for each finding; the place is the file's name where it is all of it.
  static func findings(_ plans: [SheetPlan], whatIf: String? = nil) throws -> [String] {
    try with(plans) { url in
      ScenarioFolder.read(url, whatIf: whatIf).findings.map { finding in
        "\(finding.sheet?.text ?? finding.file) \(finding.column ?? "-") \(finding.sentence)"
      }
    }
  }
}
