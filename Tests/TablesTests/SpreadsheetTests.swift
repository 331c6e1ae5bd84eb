// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import Tables

@Suite("Files as spreadsheets save them")
struct SpreadsheetTests {
  private func fit(_ cells: [String]) -> Int {
    cells.count { ["id", "name", "room"].contains($0) }
  }

  private func read(_ text: String) -> (table: Table?, findings: [Finding]) {
    Table.read(Array(text.utf8), file: "t.csv", headerFit: fit)
  }

  @Test(
    "A line that names the separator is an instruction, not a header",
    arguments: [
      "sep=;\nid;name\na;b,c\n", "SEP=;\r\nid;name\r\na;b,c\r\n", "\"sep=;\"\nid;name\na;b,c\n",
      "\u{FEFF}sep=;\n\nid;name\na;b,c\n", "sep=;;\nid;name\na;b,c\n",
    ])
  func separator(text: String) throws {
    let (table, findings) = read(text)
    #expect(findings.isEmpty)
    #expect(table?.columns == ["id", "name"])
    #expect(table?.rows.first?["name"] == "b,c")
  }

  @Test("Rows above the header are a title, with a note; rows keep the lines of the file")
  func title() throws {
    let (table, findings) = read("Rooms of 2027;;\n;;\nas of May;;\nid;name;room\na;A;r\n")
    #expect(table?.columns == ["id", "name", "room"])
    #expect(table?.headerLine == 4 && table?.rows.first?.line == 5)
    #expect(findings.map(\.rule) == ["title-rows"] && findings.map(\.severity) == [.note])
    #expect(findings.first?.line == 1)
    // Blank rows are nothing to speak of.
    let (blank, none) = read(",,\n\nid,name,room\na,A,r\n")
    #expect(blank?.rows.first?.line == 4 && none.isEmpty)
  }

  @Test("A first row that fits as well as any other is the header, whatever is below")
  func firstRow() {
    #expect(read("id,name\nid,name\n").table?.rows.count == 1)
    #expect(read("id,x\nname,y\n").table?.columns == ["id", "x"])
    #expect(read("code,label\nid,z\n").table?.columns == ["code", "label"])
  }

  @Test("UTF-16 in both orders, with a mark or where zeros show it", arguments: [true, false])
  func utf16(isLittle: Bool) {
    let text = "id;name\r\na;Žofie 李 😀\r\n"
    func bytes(_ units: [UInt16]) -> [UInt8] {
      units.flatMap { unit in
        let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
        return isLittle ? [low, high] : [high, low]
      }
    }
    for mark in [[0xFEFF], []] as [[UInt16]] {
      let (table, findings) = Table.read(bytes(mark + Array(text.utf16)), file: "t.csv")
      #expect(table?.rows.first?["name"] == "Žofie 李 😀")
      #expect(findings.map(\.severity) == [.note])
    }
    let half = Table.read(bytes([0xFEFF] + Array(text.utf16) + [0xD800]), file: "t.csv")
    #expect(half.table == nil && half.findings.first?.isGrave == true)
  }

  @Test("Windows-1252 is read where no other code page can be meant, and refused where one can")
  func windows() {
    func read(_ middle: [UInt8]) -> (table: Table?, findings: [Finding]) {
      Table.read(Array("id,name\na,".utf8) + middle + Array("\n".utf8), file: "t.csv")
    }
    let sure = read(
      Array("Ren".utf8) + [0xE9, 0x20, 0x96, 0x20] + Array("M".utf8) + [0xFC] + Array("ller".utf8))
    #expect(sure.table?.rows.first?["name"] == "René – Müller")
    #expect(sure.findings.map(\.severity) == [.note])
    // å may be ĺ, a word of such letters may be Cyrillic, è may be č.
    for bytes in [[0xE5, 0x73], [0xE9, 0xF3, 0xE4], [0x6D, 0xE8, 0x72]] as [[UInt8]] {
      let (table, findings) = read(bytes)
      #expect(table == nil && findings.map(\.severity) == [.unreadable])
    }
    #expect(read([0x81]).table == nil)
  }

  @Test("Findings that say the same of many cells are said once, and JSON keeps them all")
  func grouped() throws {
    let findings = (2..<128).map { (line: Int) in
      Finding(
        "yes-no", file: "t.csv", line: line, column: "open", value: line % 2 == 0 ? "?" : "!",
        "'\(line % 2 == 0 ? "?" : "!")' is neither yes nor no.", suggestion: "yes or no")
    }
    #expect(
      FindingReport.text(findings) == """
        t.csv
          in 126 cells of column open, the first on line 2: '?' is neither yes nor no.
              → yes or no
              lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 and 114 more; also '!'
        126 errors, 0 warnings

        """)
    #expect(try FindingReport.json(findings).components(separatedBy: "\"rule\"").count == 127)
    // Each suggestion that differs is kept, up to five.
    let dates = (2..<9).map { (line: Int) in
      Finding(
        "date", file: "t.csv", line: line, column: "day", value: "\(line)/x",
        "'\(line)/x' is not a date.",
        suggestion: "write \(line)")
    }
    let text = FindingReport.text(dates)
    #expect(text.contains("in 7 cells of column day, the first on line 2: '2/x' is not a date."))
    #expect(text.contains("line 6: '6/x' → write 6\n      and 2 more; --json lists every one"))
    #expect(FindingReport.text(Array(dates.prefix(3))).contains("line 3, column day: '3/x'"))
  }

  @Test("A finding about a column lists its cells for programs")
  func cells() throws {
    var finding = Finding("spelling", .note, file: "t.csv", line: 2, column: "start", "Read.")
    finding.cells = [.init(line: 2, value: "9:00", plain: "09:00")]
    let json = try JSONSerialization.jsonObject(with: Data(try FindingReport.json([finding]).utf8))
    let first = ((json as? [String: Any])?["findings"] as? [[String: Any]])?.first
    let cell = (first?["cells"] as? [[String: Any]])?.first
    #expect(cell?["read_as"] as? String == "09:00" && cell?["line"] as? Int == 2)
    #expect(FindingReport.text([finding]).hasSuffix("0 errors, 0 warnings, 1 note\n"))
  }
}
