// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Testing

@testable import ScenarioFiles
@testable import Workbooks

@Suite("A sheet as a table")
struct SheetTableTests {
  private func row(_ number: Int, _ texts: String...) -> Sheet.Row {
    let cells = texts.enumerated().filter { !$1.isEmpty }.map { ($0, Sheet.Cell.text($1)) }
    return Sheet.Row(number: number, cells: Dictionary(uniqueKeysWithValues: cells))
  }

  private func read(_ sheet: Sheet) -> (table: Table?, findings: [Finding]) {
    let reporter = Reporter()
    let columns = TableName.rooms.contract
    let table = SheetTable(sheet, file: "rooms.csv", columns: columns, reporter).table
    return (table, reporter.findings)
  }

  @Test("What is merged down a column counts in each of its rows, and is warned of")
  func merged() {
    var sheet = Sheet(
      name: "rooms",
      rows: [
        row(1, "id", "name", "capacity"), row(2, "a", "Hall", "5"), row(3, "b"), row(4, "c", "x"),
      ])
    sheet.merges = [
      Sheet.Merge(rows: 2...4, columns: 1...1), Sheet.Merge(rows: 2...1_000_000, columns: 2...2),
    ]
    let (table, findings) = read(sheet)
    #expect(table?.rows.map { $0["name"] } == ["Hall", "Hall", "x"])
    #expect(table?.rows.map { $0["capacity"] } == ["5", "5", "5"])
    #expect(findings.map(\.rule) == ["merged-cells", "merged-cells"])
    #expect(findings.first?.sentence.hasPrefix("The cells B2:B4 are merged") == true)
  }

  @Test("Hidden rows and columns are read, and said once")
  func hidden() {
    var sheet = Sheet(
      name: "rooms",
      rows: [row(1, "id", "name", "capacity")] + (2...5).map { row($0, "r\($0)", "x", "5") })
    for index in 1...3 { sheet.rows[index].isHidden = true }
    sheet.hiddenColumns = [1...1, 9...16_383]
    let (table, findings) = read(sheet)
    #expect(table?.rows.count == 4)
    #expect(
      findings.map(\.sentence) == [
        "Rows 2–4 are hidden; they are read all the same.",
        "Column B is hidden; it is read all the same.",
      ])
    #expect(findings.allSatisfy { $0.severity == .note })
  }

  @Test("A formula that gave up is an error where it is read, a warning in a column of one's own")
  func failures() {
    var faulty = row(2, "a", "", "5")
    faulty.cells[2] = .failure("#REF!")
    faulty.cells[3] = .failure("#N/A")
    faulty.unworked = [1]
    let sheet = Sheet(name: "rooms", rows: [row(1, "id", "name", "capacity", "my own"), faulty])
    let (table, findings) = read(sheet)
    #expect(table?.rows.map(\.cells) == [["id": "a"]])
    #expect(findings.map(\.rule) == ["cell-error", "cell-error", "cell-error"])
    #expect(findings.map(\.severity) == [.error, .error, .warning])
    #expect(findings.map(\.column) == ["name", "capacity", "my own"])
  }

  @Test("Rows that a broken file numbers twice, or out of order, are read")
  func twice() {
    let sheet = Sheet(
      name: "rooms",
      rows: [row(1, "id", "capacity"), row(3, "b", "6"), row(2, "a", "5"), row(3, "c", "7")])
    #expect(read(sheet).table?.rows.map { $0["id"] } == ["a", "b", "c"])
  }
}
