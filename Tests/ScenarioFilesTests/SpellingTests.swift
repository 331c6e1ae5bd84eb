// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Meetings
import Tables
import Testing
import Texts

@testable import ScenarioFiles

@Suite("Every column reads every spelling as the plain form, and says so once")
struct SpellingTests {
  private struct Column: CustomTestStringConvertible {
    let table: TableName
    let column: Cells.Column
    var testDescription: String { "\(table.rawValue).\(column.name)" }
  }

  private static let columns: [Column] = TableName.allCases.flatMap { table in
    table.contract.map { Column(table: table, column: $0) }
  }

  /// A table's cells as they are read from a text, and what was said of them. Where rows stand is left
  /// out: a cell with a line break moves them.
  private static func read(_ name: TableName, _ text: String) throws -> (
    cells: [[String: String]], findings: [Finding]
  ) {
    let reporter = Reporter()
    var raw = RawScenario()
    raw.meeting = meeting
    raw.tables[name] = Table.read(Array(text.utf8), file: name.file).table
    raw.makePlain(reporter)
    return (try #require(raw.tables[name]).rows.map(\.cells), reporter.findings)
  }

  private static var meeting: [String: Any] {
    JSONFile(Array((Spellings.files["meeting.json"] ?? "").utf8), file: "").object ?? [:]
  }

  /// A table's text with the cells of a column written otherwise, and how many were.
  private static func rewritten(_ column: Column, _ number: Int) throws -> (
    text: String, count: Int
  ) {
    let file = column.table.file
    let table = try #require(
      Table.read(Array((Spellings.files[file] ?? "").utf8), file: file).table)
    var count = 0
    let rows = table.rows.map { row in
      table.columns.map { name -> String in
        let cell = row[name]
        guard name == column.column.name, !cell.isEmpty else { return cell }
        let forms = Spellings.of(column.column.kind, cell)
        guard number < forms.count, forms[number] != cell else { return cell }
        count += 1
        return forms[number]
      }
    }
    return (CSV.text([table.columns] + rows), count)
  }

  /// No cell has more forms than this.
  private static let mostForms = 24

  @Test("Each spelling, in each column", arguments: columns)
  private func spelt(column: Column) throws {
    let plain = try Self.read(column.table, Spellings.files[column.table.file] ?? "")
    #expect(plain.findings.isEmpty)
    for number in 0..<Self.mostForms {
      let (text, count) = try Self.rewritten(column, number)
      if count == 0 { continue }
      let (cells, notes) = try Self.read(column.table, text)
      #expect(cells == plain.cells, "\(text)")
      #expect(notes.count == 1 && notes.first?.cells.count == count, "\(text) \(notes)")
      #expect(notes.first?.column == column.column.name && notes.first?.rule == "spelling")
    }
  }

  @Test("The plain forms themselves are read without a word")
  func plain() throws {
    let reading = try Folder.with(Spellings.files.mapValues { Optional($0) }) {
      ScenarioFolder.read($0)
    }
    #expect(reading.scenario?.sessions.count == 7)
    // That a session is cancelled is said, however it is written.
    #expect(reading.findings.allSatisfy { $0.rule == "cancelled" }, "\(reading.findings)")
  }

  @Test("Every column whose cells have several forms is tried with one at least")
  func covered() throws {
    let tried = try Self.columns.filter { column in
      try (0..<Self.mostForms).contains { try Self.rewritten(column, $0).count > 0 }
    }.map(\.testDescription)
    let typed = Self.columns.filter { column in
      switch column.column.kind {
      case .text, .address, .mailbox, .word, .words, .zone, .answerOrText: false
      default: true
      }
    }.map(\.testDescription)
    let empty = Set(typed).subtracting(tried)
    #expect(empty.isEmpty, "\(empty.sorted())")
  }

  @Test("Every column of the contract is told in the contract and in the template's README")
  func told() throws {
    let contract = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Scenarios/scenario-format.md").standardized, encoding: .utf8)
    for column in Self.columns {
      let name = column.column.name
      #expect(TemplateText.readme.contains("`\(name)`"), "\(column.testDescription)")
      #expect(contract.contains(name), "\(column.testDescription)")
      #expect(!column.column.meaning.isEmpty)
    }
  }
}
