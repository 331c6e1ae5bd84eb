// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Texts

@Suite("Cells of CSV are quoted and disarmed in one way")
struct CSVTests {
  @Test("Cells that keep their lines are disarmed at the beginning of each")
  func lines() {
    #expect(
      CSV.forSpreadsheets([["a\r\n=b\n\u{202E}c", "d"]], keepsLines: true)
        == "\"a\n'=b\nc\",d\r\n")
  }

  @Test("An exact copy quotes what readers would part or trim, and nothing else")
  func exact() {
    #expect(
      CSV.text([["a", "b;c", "d,e", "f\"g", " h", "i\nj", "=1"]])
        == "a,b;c,\"d,e\",\"f\"\"g\",\" h\",\"i\nj\",=1\n")
  }

  @Test("A line is quoted for the separator of its table, also where a joiner follows it")
  func line() {
    let cells = ["a,b", "c;d", "e;\u{200D}f", "g\th", " i"]
    #expect(CSV.line(cells) == "\"a,b\",c;d,e;\u{200D}f,g\th,\" i\"")
    #expect(CSV.line(cells, separator: ";") == "a,b;\"c;d\";\"e;\u{200D}f\";g\th;\" i\"")
    #expect(CSV.line(cells, separator: "\t") == "a,b\tc;d\te;\u{200D}f\t\"g\th\"\t\" i\"")
  }

  @Test("For spreadsheets `;` is quoted too, formulas are disarmed, lines end in CR LF")
  func spreadsheets() {
    #expect(
      CSV.forSpreadsheets([["=1", "b;=c", "x\ny"]], hasMark: true)
        == "\u{FEFF}'=1,\"b;'=c\",x y\r\n")
  }

  @Test(
    "What would begin a formula gets an apostrophe, at the beginning and behind any separator",
    arguments: [
      ("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("＝1", "'＝1"),
      (" =1", " '=1"), ("\"=1", "\"'=1"), ("a;=b", "a;'=b"), ("a; @b", "a; '@b"),
      ("a,-b", "a,'-b"), ("'a", "''a"), ("a-b", "a-b"), ("a'b", "a'b"), ("", ""),
    ])
  func disarmed(_ text: String, _ safe: String) {
    #expect(SpreadsheetCell.disarmed(text) == safe)
    #expect(SpreadsheetCell.armed(safe) == text)
  }

  @Test("Lists in a cell: parts are trimmed, empty ones are none")
  func lists() {
    #expect(" a ;b;; c d ;".cellParts == ["a", "b", "c d"])
    #expect("".cellParts.isEmpty)
    #expect(["a", "b"].asCell == "a;b")
    #expect(["a", "b"].asReadableCell.cellParts == ["a", "b"])
  }
}
