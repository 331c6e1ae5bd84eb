// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Judging
import Meetings
import Tables
import Testing
import Texts

@testable import ScenarioFiles

/// A what-if says no more than what somebody could do with the tables in an editor.
@Suite("A what-if is what the same edit by hand is")
struct WhatIfByHandTests {
  /// What is read of a scenario, and the rules of the errors where it is none.
  private struct Outcome: Equatable {
    let scenario: String?
    let errors: [String]

    /// But for the files that rows stand in: a row that is added stands in the what-if.
    private static func bare(_ scenario: Scenario) -> Scenario {
      var scenario = scenario
      for index in scenario.activities.indices { scenario.activities[index].file = "" }
      return scenario
    }

    init(_ reading: ScenarioReading) {
      let grave = reading.findings.filter(\.isGrave)
      errors = grave.map(\.rule).sorted()
      scenario =
        grave.isEmpty ? reading.scenario.map { TidyPropertyTests.told(Self.bare($0)) } : nil
    }
  }

  // MARK: The two ways

  private static func table(_ name: TableName) throws -> Table {
    let text = Spellings.files[name.file] ?? ""
    return try #require(Table.read(Array(text.utf8), file: name.file).table)
  }

  private static func text(_ table: Table, _ rows: [[String: String]]) -> String {
    CSV.text([table.columns] + rows.map { row in table.columns.map { row[$0] ?? "" } })
  }

  private static func byHand(_ name: TableName, _ text: String) throws -> Outcome {
    var files = Spellings.files
    files[name.file] = text
    return Outcome(
      try Folder.with(files.mapValues { Optional($0) }) { ScenarioFolder.read($0) })
  }

  private static func asked(_ change: [String: Any], _ files: [String: String]) throws -> Outcome {
    var files = files
    let object: [String: Any] = ["question": "?", "changes": [change]]
    files["what-if/asked.json"] = String(
      decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    return Outcome(
      try Folder.with(files.mapValues { Optional($0) }) {
        ScenarioFolder.read($0, whatIf: "asked")
      })
  }

  /// How a change names a row.
  private static func row(_ cells: [String: String], _ name: TableName) -> [String: Any] {
    if let id = cells["id"], name.column("id") != nil { return ["id": id] }
    return ["where": cells]
  }

  @Test(
    "A cell set to any value, right or wrong", .judges(atLeast: 150), arguments: TableName.allCases)
  func set(name: TableName) throws {
    let table = try Self.table(name)
    let columns = name.contract.filter { $0.kind != .id && table.columns.contains($0.name) }
    let tried = table.rows.map(\.cells).prefix(2)
    for (place, cells) in tried.enumerated() {
      for column in columns {
        let values = EveryColumnIsReadTests.values(column.kind).prefix(2) + ["", "none such"]
        // Each value once: the rows take turns.
        for value in stride(from: place, to: values.count, by: tried.count).map({ values[$0] }) {
          var rows = table.rows.map(\.cells)
          rows[place][column.name] = value
          let change = Self.row(cells, name).merging(
            ["table": name.rawValue, "set": [column.name: value]]) { $1 }
          let (hand, asked) = try (
            Self.byHand(name, Self.text(table, rows)), Self.asked(change, Spellings.files)
          )
          #expect(asked == hand, "\(name.rawValue), row \(place + 1), \(column.name)='\(value)'")
          judged()
        }
      }
    }
  }

  @Test(
    "A row that is added is one at the table's end", .judges(atLeast: 12),
    arguments: TableName.allCases)
  func added(name: TableName) throws {
    let table = try Self.table(name)
    let rows = table.rows.map(\.cells)
    let last = try #require(rows.last)
    var files = Spellings.files
    files[name.file] = Self.text(table, rows.dropLast())
    let asked = try Self.asked(["table": name.rawValue, "add": last], files)
    #expect(asked == (try Self.byHand(name, Self.text(table, rows))))
    #expect(asked.errors.isEmpty && asked.scenario != nil)
    judged()
  }

  @Test("A row to which nothing refers is removed as if its line were", .judges(atLeast: 6))
  func removed() throws {
    for name in [TableName.roles, .links, .wishes, .limits, .waivers] {
      let table = try Self.table(name)
      let rows = table.rows.map(\.cells)
      for place in rows.indices {
        let change = Self.row(rows[place], name).merging(["table": name.rawValue, "remove": true]) {
          $1
        }
        var left = rows
        left.remove(at: place)
        // Rows without an id are told by all that they hold: of equal ones each goes.
        if name != .limits { left.removeAll { $0 == rows[place] } }
        let asked = try Self.asked(change, Spellings.files)
        #expect(asked == (try Self.byHand(name, Self.text(table, left))), "\(name) \(place)")
        #expect(asked.scenario != nil)
        judged()
      }
    }
  }
}
