// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Texts

@testable import Tables

@Suite("Tables in every dress that spreadsheets give them")
struct CSVReaderTests {
  private func read(_ text: String) -> (table: Table?, findings: [Finding]) {
    Table.read(Array(text.utf8), file: "t.csv")
  }

  @Test(
    "The sign that the header holds most often separates the cells",
    arguments: ["id,a;b,c\n1,2,3", "id;\"a;b\";c,d\n1;2;3", "id\ta,b\tc\n1\t2\t3"])
  func delimiters(text: String) throws {
    let table = try #require(read(text).table)
    #expect(table.columns.count == 3)
    #expect(table.rows[0].cells.values.sorted() == ["1", "2", "3"])
  }

  @Test("A byte order mark, CR LF, blank lines and short rows are taken as they come")
  func dialects() throws {
    let table = try #require(read("\u{FEFF}id,name\r\n\r\na\r\n b , B \r\n").table)
    #expect(table.columns == ["id", "name"])
    #expect(table.rows.map { $0["id"] } == ["a", "b"])
    #expect(table.rows.map(\.line) == [3, 4])
    #expect(table.rows[1]["name"] == "B")
    #expect(read("id\ra\rb\r").table?.rows.count == 2)
  }

  @Test("A line break in quotes stays in its cell, and rows keep the line they began on")
  func quotedBreaks() throws {
    let table = try #require(read("id,name\na,\"one\ntwo \"\"x\"\"\"\nb,B\n").table)
    #expect(table.rows[0]["name"] == "one\ntwo \"x\"")
    #expect(table.rows.map(\.line) == [2, 4])
  }

  @Test(
    "Text that is not a table is called that, with the line",
    arguments: [
      ("", "empty", Int?.none), ("id,id\n", "duplicate-column", 1),
      ("id,name\na,\"open\nb,B\n", "open-quote", 2), ("id,name\na,b\"c\n", "quote", 2),
      ("id\na\u{0}b\n", "binary", 2),
    ])
  func malformed(text: String, rule: String, line: Int?) {
    let (table, findings) = read(text)
    #expect(table == nil)
    #expect(findings.map(\.rule) == [rule])
    #expect(findings.first?.line == line)
    #expect(findings.first?.severity == .unreadable)
  }

  @Test("An open quote is blamed where it was opened, not where the parser gave up")
  func openQuotes() {
    let swallowed = read("id,name,note\na,\"open,x\nb,\"B\",y\nc,C,z\n").findings
    #expect(swallowed.map(\.line) == [3])
    #expect(
      swallowed.map(\.sentence) == [
        "Text follows a closing quotation mark; the quoted cell begins on line 2."
      ])
    #expect(swallowed.map(\.suggestion) == ["is the closing quotation mark of line 2 missing?"])
    let second = read("id,name,note\na,\"one\ntwo\",\"open\nb,B,y\n").findings
    #expect(second.map(\.line) == [3])
    #expect(second.map(\.rule) == ["open-quote"])
    let plain = read("id,name,note\na,\"one\ntwo\",x\"y\n").findings
    #expect(plain.map(\.sentence) == ["There is a quotation mark where none can be."])
  }

  @Test("Other encodings are named")
  func encodings() {
    let utf16 = Table.read([0xFF, 0xFE, 0x69, 0x00], file: "t.csv")
    #expect(utf16.table?.columns == ["i"])
    #expect(utf16.findings.map(\.sentence) == ["The file is in UTF-16 and is read as that."])
    let cut = Table.read([0xFF, 0xFE, 0x69], file: "t.csv").findings
    #expect(cut.map(\.rule) == ["encoding"] && cut.first?.isGrave == true)
    let latin = Table.read(Array("id\nok\n".utf8) + [0xE5, 0x0A], file: "t.csv").findings
    #expect(latin.first?.line == 3)
    let workbook = Table.read([0x50, 0x4B, 3, 4, 0], file: "t.csv").findings
    #expect(workbook.first?.rule == "encoding")
  }

  @Test("A line of a hundred megabytes is refused without being read as cells")
  func longLine() {
    let bytes = Array("id\n".utf8) + [UInt8](repeating: 0x61, count: 100_000_000)
    let (table, findings) = Table.read(bytes, file: "t.csv")
    #expect(table == nil)
    #expect(findings.map(\.rule) == ["long-line"])
    #expect(findings.first?.line == 2)
  }

  @Test("More cells than columns is a finding, empty ones are not")
  func extraCells() {
    #expect(read("id\na,,\n").findings.isEmpty)
    let (table, findings) = read("id\na,b\n")
    #expect(table != nil)
    #expect(findings.map(\.rule) == ["extra-cell"])
  }

  @Test("What is written is read back, whatever the cells hold", arguments: 0..<50)
  func fixedPoint(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func roll(_ sides: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % sides)
    }
    let pieces = ["a", ",", ";", "\"", "\n", "\r\n", "\t", "=1+1", "é", "👩‍👩‍👧", "'", " x"]
    let rows = (0..<5).map { row in
      ["r\(row)"] + (0..<3).map { _ in (0..<roll(6)).map { _ in pieces[roll(12)] }.joined() }
    }
    let header = ["id", "a", "b", "c"]
    let table = try #require(read(CSV.text([header] + rows)).table)
    for (written, record) in zip(rows, table.rows) {
      #expect(header.map { record[$0] } == written.map(\.trimmed))
    }
  }
}
