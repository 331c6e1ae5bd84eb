// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import ScenarioFiles

@Suite("What 'programme new' writes")
struct TemplateTests {
  @Test("Every table of the contract is there with every column", arguments: TableName.allCases)
  func columns(table: TableName) throws {
    let header = try #require(text(of: table.file).split(separator: "\n").first)
    #expect(header.split(separator: ",").map(String.init).sorted() == table.columns.sorted())
  }

  @Test("The README explains every column of every table", arguments: TableName.allCases)
  func explained(table: TableName) throws {
    let found = section(headed: table.file)
    let section = try #require(found, "The README has no heading that begins with the file's name.")
    let shared = TableName.activityTables.contains(table) ? ["id", "name", "themes"] : []
    for column in table.columns where !shared.contains(column) {
      #expect(section.contains("`\(column)`"), "\(table.file) does not explain \(column).")
    }
  }

  @Test("No explanation is of a column that no table has")
  func nothingMore() {
    let known = Set(TableName.allCases.flatMap(\.columns))
    for line in text(of: "README.md").split(separator: "\n") where line.hasPrefix("| `") {
      let cell = line.dropFirst(2).prefix { $0 != "|" }
      for column in cell.split(whereSeparator: { "`, ".contains($0) }) {
        #expect(known.contains(String(column)), "\(column) is explained and read by no table.")
      }
    }
  }

  private func text(of file: String) -> String {
    TemplateText.files.first { $0.name == file }?.text ?? ""
  }

  /// What stands between the heading of a table and the next heading.
  private func section(headed file: String) -> String? {
    var lines: [Substring]?
    for line in text(of: "README.md").split(separator: "\n") {
      if line.hasPrefix("#") {
        if lines != nil { break }
        if line.drop(while: { "# ".contains($0) }).hasPrefix(file) { lines = [] }
      } else {
        lines?.append(line)
      }
    }
    return lines?.joined(separator: "\n")
  }
}
