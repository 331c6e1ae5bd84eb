// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Meetings
import Tables
import Testing
import Texts

@testable import ScenarioFiles

/// A column that is declared and that nobody reads would swallow what a committee writes into it.
@Suite("Every column is read")
struct EveryColumnIsReadTests {
  struct Case: CustomTestStringConvertible {
    let table: TableName
    let column: Column
    var testDescription: String { "\(table.rawValue).\(column.name)" }

    /// What requirements are answered from stays as the cells of the row (`ModalitiesPageTests`).
    var isKeptAsCell: Bool {
      table.sort == .activity && column.kind != .people
        && !["name", "themes", "kind"].contains(column.name)
    }
  }

  static let cases = TableName.allCases.flatMap { table in
    table.contract.map { Case(table: table, column: $0) }
  }.filter { $0.column.kind != .id && !$0.isKeptAsCell }

  /// With a second coalition, of which the same can be waived.
  private static let files: [String: String] = {
    var files = Spellings.files
    files["dynamic-coalitions.csv"]? += "dc-other,Others" + String(repeating: ",", count: 12) + "\n"
    return files
  }()

  @Test("Another value of a cell, without an error, is another scenario", arguments: cases)
  func read(asked: Case) throws {
    let file = asked.table.file
    let table = try #require(
      Table.read(Array((Self.files[file] ?? "").utf8), file: file).table)
    let plain = try Self.facts([:])
    let values = Self.values(asked.column.kind)
    let differs = try table.rows.indices.contains { row in
      try values.contains { value in
        let rows = table.rows.enumerated().map { index, cells in
          table.columns.map {
            index == row && $0 == asked.column.name ? value : cells[$0]
          }
        }
        let other = try Self.facts([file: CSV.text([table.columns] + rows)])
        return other != nil && other != plain
      }
    }
    #expect(differs, "nothing reads \(asked.testDescription)")
  }

  /// All that a scenario holds but raw cells and where rows stand; `nil` where a table is wrong.
  private static func facts(_ changes: [String: String]) throws -> String? {
    let files = Self.files.merging(changes) { $1 }.mapValues { Optional($0) }
    let reading = try Folder.with(files) { ScenarioFolder.read($0) }
    guard !reading.findings.contains(where: \.isGrave) else { return nil }
    return reading.scenario.map { text($0) }
  }

  private static func text(_ value: Any) -> String {
    if let clock = value as? ZoneClock { return clock.zone.identifier }
    let mirror = Mirror(reflecting: value)
    if mirror.children.isEmpty { return "\(value)" }
    let parts = mirror.children.filter { !["cells", "line"].contains($0.label) }
      .map { ($0.label ?? "") + ":" + text($0.value) }
    let isOrdered = mirror.displayStyle != .set && mirror.displayStyle != .dictionary
    return "(" + (isOrdered ? parts : parts.sorted()).joined(separator: ",") + ")"
  }

  /// Values that some row of such a column can have.
  private static func values(_ kind: ColumnKind) -> [String] {
    switch kind {
    case .reference, .references: ["main-ai", "dc-other", "ws-access-1", "ws2", "ada"]
    case .people: ["ada", "eve", "no"]
    case .text, .word, .words: ["something else"]
    case .address: ["https://elsewhere.example/"]
    case .mailbox: ["else@where.example"]
    case .id, .kind, .kinds: ["OTHER"]
    case .number(_, let range): [range.lowerBound + 1, 30].map(String.init)
    case .numberOrAnswer: ["9"]
    case .date, .dateOrAnswer: ["2027-01-11"]
    case .day: ["2027-06-21", "2027-06-22"]
    case .clock: ["10:45"]
    case .answer, .answerOrText: ["yes", "no"]
    case .choice(let words): words
    case .status: ["placed"]
    case .strength: ["11"]
    case .windows: ["2027-06-21 09:00-18:00"]
    case .position: ["-33.5;151.25"]
    case .zone: ["Asia/Tokyo"]
    case .requirement: ["DC-6"]
    }
  }
}
