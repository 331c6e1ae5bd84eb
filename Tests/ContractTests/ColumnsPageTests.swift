// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import ScenarioFiles
import Testing

@Suite("scenario-format.md describes the tables as they are read")
struct ColumnsPageTests {
  private let page: ContractPage

  init() throws { page = try ContractPage("Scenarios/scenario-format.md") }

  private static let ofAllActivities = ["id", "name", "themes"]

  /// The line that lists a table's columns.
  private func told(_ table: TableName) -> String {
    if table.sort == .activity { return page.line(after: "- **\(table.file)** (") ?? "" }
    return page.section(table.file).lines.first { !$0.isEmpty } ?? ""
  }

  @Test("Every column, in order, and no other", arguments: TableName.allCases)
  func columns(table: TableName) {
    let line = told(table)
    let own = table.sort == .activity ? line.drop { $0 != ":" }[...] : line[...]
    let shared = table.sort == .activity ? Self.ofAllActivities : []
    #expect(shared + String(own).names == table.contract.map(\.name))
  }

  @Test("Which columns are needed", arguments: TableName.allCases.filter { $0.sort != .activity })
  func needed(table: TableName) {
    let words = told(table).components(separatedBy: "; needed: ").dropFirst().first ?? ""
    #expect(words.names == table.contract.filter(\.isRequired).map(\.name))
  }

  @Test("Of activities the id is needed, and of programme elements the kind too")
  func neededOfActivities() {
    #expect(
      page.section("Activities").lines.contains {
        $0.contains("`id` is needed, and `kind` too for programme elements")
      })
    for table in TableName.allCases where table.sort == .activity {
      #expect(
        table.contract.filter(\.isRequired).map(\.name)
          == (table == .programmeElements ? ["id", "kind"] : ["id"]))
    }
  }

  @Test("Every word of a cell that may hold only a few", arguments: TableName.allCases)
  func choices(table: TableName) {
    let told = Set(page.section(table.sort == .activity ? "Activities" : table.file).code)
    for column in table.contract {
      guard case .choice(let words) = column.kind else { continue }
      #expect(Set(words).subtracting(told).isEmpty, "\(table.file), \(column.name)")
    }
  }

  @Test("Columns that are read though none asks for them", arguments: TableName.allCases)
  func further(table: TableName) {
    let line = page.section(table.file).line(after: "- Further columns ")
    #expect((line?.names ?? []) == table.further.map(\.name))
  }
}
