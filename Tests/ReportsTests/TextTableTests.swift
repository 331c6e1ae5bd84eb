// SPDX-License-Identifier: GPL-3.0-or-later

import Judging
import Testing
import Texts

@testable import Reports

@Suite("Tables of a terminal, whatever stands in them")
struct TextTableTests {
  private static let words = [
    "a", "room", "hall", "2025-06-23", "会議室", "e\u{301}te", "interpretation", "№7",
  ]

  private static func rows(_ dice: inout Dice) -> [[String]] {
    let columns = 2 + dice.roll(3)
    return (0..<(1 + dice.roll(5))).map { _ in
      // A row may have fewer cells than others.
      (0..<(columns - dice.roll(2))).map { _ in
        (0..<dice.roll(6)).map { _ in words[dice.roll(words.count)] }.joined(separator: " ")
      }
    }
  }

  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
  }

  @Test("Every word stands once, in its column; no line is too wide", arguments: 0..<200)
  func table(seed: UInt64) throws {
    var dice = Dice(state: seed &* 7919 &+ 1)
    let rows = Self.rows(&dice)
    let count = rows.map(\.count).max() ?? 0
    let (indent, width) = (dice.roll(5), 10 + dice.roll(70))
    let right = Set((0..<count).filter { _ in dice.roll(3) == 0 })
    let longest = (0..<count).map { column in
      rows.compactMap { $0.indices.contains(column) ? $0[column] : nil }
        .flatMap(Self.words).map(\.columns).max() ?? 0
    }
    let least = indent + longest.reduce(0, +) + 2 * max(0, count - 1)
    let all = rows.flatMap { $0.flatMap(Self.words) }.sorted()
    let table = TextTable(rows, indent: indent, width: width, right: right)
    // There is one exactly where the longest words stand beside each other.
    #expect((table.text != nil) == (least <= width))
    if let text = table.text {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.allSatisfy { $0.columns <= width })
      #expect(lines.allSatisfy { $0.last != " " })
      #expect(Self.words(text).sorted() == all)
    }
    #expect(Self.words(table.textOrLines).sorted() == all)
    let wide = TextTable(rows, indent: indent, width: 10_000, right: right)
    #expect(
      wide.text?.split(separator: "\n", omittingEmptySubsequences: false).count == rows.count + 1)
  }

  @Test("Records name each cell but the first as the header does", arguments: 0..<60)
  func records(seed: UInt64) {
    var dice = Dice(state: seed &* 104_729 &+ 3)
    var rows = Self.rows(&dice)
    let count = rows.map(\.count).max() ?? 0
    rows.insert((0..<count).map { "head\($0)" }, at: 0)
    let text = TextTable(rows, width: 4).textOrRecords
    for row in rows.dropFirst() {
      for (column, cell) in row.enumerated() where column > 0 && !cell.isEmpty {
        #expect(text.contains("head\(column):"))
      }
    }
    let cells = rows.dropFirst().flatMap { $0.flatMap(Self.words) }.sorted()
    #expect(Self.words(text).filter { !$0.hasPrefix("head") }.sorted() == cells)
  }

  @Test("A text is wrapped between its words alone, each line as full as can be", arguments: 1...40)
  func wrapped(width: Int) {
    var dice = Dice(state: UInt64(width))
    for _ in 0..<30 {
      let words = (0..<dice.roll(20)).map { _ in Self.words[dice.roll(Self.words.count)] }
      let lines = words.joined(separator: " ").wrapped(to: width)
      #expect(lines.flatMap(Self.words) == words)
      for (line, next) in zip(lines, lines.dropFirst()) {
        let first = Self.words(next)[0]
        #expect(line.columns <= width || !line.contains(" "))
        #expect(line.columns + 1 + first.columns > width)
      }
    }
  }
}
