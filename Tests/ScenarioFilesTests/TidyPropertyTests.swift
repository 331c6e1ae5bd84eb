// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Tables
import Testing

@testable import ScenarioFiles

@Suite("Tables in random spellings")
struct TidyPropertyTests {
  /// A small generator, the same on every machine.
  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33 | state << 31
    }
  }

  /// A table's file with random cells, headings, separator, line ends and encoding in other forms.
  private static func spelt(_ name: TableName, _ random: inout Random) throws -> Data {
    let text = Spellings.files[name.file] ?? ""
    let grid = try #require(TableGrid.read(Array(text.utf8), file: name.file).grid)
    let columns = grid.header.cells.map(name.column)
    var rows = [grid.header.cells.map { otherHeading($0, &random) } + ["Own;\t note"]]
    for row in grid.rows {
      var cells: [String] = []
      for (place, cell) in row.cells.enumerated() {
        let forms = columns[place].map { Spellings.of($0.kind, cell) } ?? []
        let isPlain = cell.isEmpty || forms.isEmpty || Int.random(in: 0..<2, using: &random) == 0
        cells.append(isPlain ? cell : forms.randomElement(using: &random) ?? cell)
      }
      cells += Array(repeating: "", count: grid.header.cells.count - cells.count)
      rows.append(cells + [[" two ", "", "a\"b", "x\ny"].randomElement(using: &random) ?? ""])
      if Int.random(in: 0..<4, using: &random) == 0 { rows.append(cells.map { _ in "" }) }
    }
    let sign = [",", ";", "\t"].randomElement(using: &random) ?? ","
    let end = ["\n", "\r\n"].randomElement(using: &random) ?? "\n"
    var out = Int.random(in: 0..<2, using: &random) == 0 ? "Annual meeting\(end)" : ""
    out = "sep=\(sign)\(end)" + out
    for row in rows { out += row.map(quoted).joined(separator: sign) + end }
    let isWide = Int.random(in: 0..<3, using: &random) == 0
    return isWide
      ? try #require(("\u{FEFF}" + out).data(using: .utf16LittleEndian)) : Data(out.utf8)
  }

  private static func otherHeading(_ heading: String, _ random: inout Random) -> String {
    [heading, heading.uppercased(), heading.replacing("_", with: " "), "\(heading) (x)"]
      .randomElement(using: &random) ?? heading
  }

  private static func quoted(_ cell: String) -> String {
    "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  /// All of a value but the lines that its rows stand on, sets in order.
  static func told(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    if mirror.children.isEmpty { return "\(value)" }
    let parts = mirror.children.filter { $0.label != "line" }
      .map { "\($0.label ?? ""):\(told($0.value))" }
    let isOrdered = mirror.displayStyle != .set && mirror.displayStyle != .dictionary
    return "(" + (isOrdered ? parts : parts.sorted()).joined(separator: " ") + ")"
  }

  @Test("Tidied they read as the same scenario, say nothing more of spelling, and stay as they are")
  func same() throws {
    var random = Random(state: 7)
    for _ in 0..<5 {
      try Folder.with(Spellings.files.mapValues { Optional($0) }) { folder in
        for name in TableName.allCases {
          try Self.spelt(name, &random).write(to: folder.appending(path: name.file))
        }
        let before = ScenarioFolder.read(folder)
        let plan = TidyPlan(folder)
        #expect(plan.left.isEmpty, "\(plan.left)")
        _ = try plan.write()
        let after = ScenarioFolder.read(folder)
        #expect(before.scenario != nil && !plan.isEmpty)
        #expect(Self.told(before.scenario as Any) == Self.told(after.scenario as Any))
        let mended: Set = ["spelling", "heading", "title-rows", "encoding"]
        func rest(_ findings: [Finding]) -> [String] {
          findings.filter { !mended.contains($0.rule) }.map { "\($0.file) \($0.rule)" }
        }
        #expect(rest(before.findings) == after.findings.map { "\($0.file) \($0.rule)" })
        #expect(TidyPlan(folder).isEmpty)
        for name in TableName.allCases {
          let bytes = try Data(contentsOf: folder.appending(path: name.file))
          let old = try #require(
            TableGrid.read(Array((Spellings.files[name.file] ?? "").utf8), file: "").grid)
          let new = try #require(TableGrid.read(Array(bytes), file: "").grid)
          #expect(new.header.cells.last == "Own;\t note")
          #expect(
            new.rows.map { Array($0.cells.dropLast()) }
              == old.rows.map { row in
                row.cells + Array(repeating: "", count: old.header.cells.count - row.cells.count)
              })
        }
      }
    }
  }
}
