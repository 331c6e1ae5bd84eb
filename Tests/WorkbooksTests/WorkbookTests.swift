// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Scratch
import Testing
import XMLReading

@testable import Workbooks

@Suite("Workbooks written and read")
struct WorkbookTests {
  /// Writes sheets into a file and reads it back.
  private func roundTrip(_ sheets: [SheetPlan]) throws -> [Sheet] {
    try reading(try WorkbookFile.bytes(sheets, title: "T", created: 1_700_000_000))
  }

  private func reading(_ bytes: Data) throws -> [Sheet] {
    let scratch = ScratchFolder()
    let url = scratch.file("sheets.xlsx")
    try bytes.write(to: url)
    let (sheets, findings) = WorkbookReader.read(url, file: "t.xlsx")
    #expect(sheets != nil || !findings.isEmpty)
    return sheets ?? []
  }

  private func sheet(_ texts: [String]) -> SheetPlan {
    var plan = SheetPlan(name: "List")
    for (row, text) in texts.enumerated() { plan.put(.text(text), row, 0) }
    return plan
  }

  @Test("A sheet larger than any may be is refused with a sentence, and nothing is trapped")
  func tooLarge() throws {
    var wide = SheetPlan(name: "Rooms")
    wide.widths = Array(repeating: 9, count: 70_000)
    wide.put(.text("x"), 0, 69_999)
    #expect(throws: WorkbookFile.Failure.tooLarge(sheet: "Rooms", rows: 1, columns: 70_000)) {
      try WorkbookFile.bytes([wide], title: "T", created: 1)
    }
    var high = SheetPlan(name: "List")
    high.put("x", rows: 1_048_575...1_048_576, columns: 0...1, CellStyle())
    let failure = #expect(throws: WorkbookFile.Failure.self) {
      try WorkbookFile.bytes([high], title: "T", created: 1)
    }
    #expect(failure?.description.contains("1048577 rows and 2 columns") == true)
    var fits = SheetPlan(name: "List")
    fits.put(.text("x"), 1_048_575, 16_383)
    #expect(throws: Never.self) { try fits.checkExtent() }
  }

  @Test("Texts, numbers and what formulas came to come back as they were")
  func values() throws {
    var plan = SheetPlan(name: "One")
    plan.put(.text("=1+1"), 0, 0)
    plan.put(.number(45_208.375), 0, 27)
    plan.put(.formula("=A1", 0.5), 4, 1)
    plan.put(.link("https://igf.example/a#b", address: "https://igf.example/a#b"), 5, 0)
    let sheets = try roundTrip([plan, SheetPlan(name: "Two")])
    #expect(sheets.map(\.name) == ["One", "Two"])
    #expect(sheets[0].rows.map(\.number) == [1, 5, 6])
    #expect(sheets[0].rows[0].cells == [0: .text("=1+1"), 27: .number(45_208.375)])
    #expect(sheets[0].rows[1].cells == [1: .number(0.5)])
    #expect(sheets[0].rows[2].cells == [0: .text("https://igf.example/a#b")])
    #expect(sheets[1].rows.isEmpty)
  }

  @Test(
    "A text comes back whole, whatever it looks like",
    arguments: [
      "_x0041_ and _x005F_", "_x", "a_b_x00", "</t></si><!DOCTYPE x>", "&amp;", " blanks ", "👩🏽‍💻",
      "one\ntwo", "جلسة", "'quoted", "＝full",
    ])
  func texts(text: String) throws {
    #expect(try roundTrip([sheet([text])])[0].rows[0].cells[0] == .text(text))
  }

  @Test("What a cell cannot hold is left out or cut, and the file still opens")
  func unwelcome() throws {
    let texts = [
      "a\u{0}b\u{7}c\u{FFFE}\u{FFFF}d\u{85}", String(repeating: "x", count: 100_000),
      String(repeating: "_x0000_", count: 10_000), String(repeating: "😀", count: 20_000),
    ]
    let rows = try roundTrip([sheet(texts)])[0].rows
    #expect(rows[0].cells[0] == .text("abcd"))
    for row in rows.dropFirst() {
      guard case .text(let text)? = row.cells[0] else {
        Issue.record("no text")
        continue
      }
      #expect(text.utf16.count <= WorkbookText.longest && text.utf16.count > 20_000)
    }
  }

  @Test("The same sheets are the same bytes")
  func repeatable() throws {
    let plan = sheet(["a", "b"])
    let first = try WorkbookFile.bytes([plan], title: "T", created: 1)
    #expect(try WorkbookFile.bytes([plan], title: "T", created: 1) == first)
  }

  @Test("Columns have the letters of spreadsheets")
  func letters() {
    #expect(
      [0, 25, 26, 27, 701, 702, 16_383].map(columnLetters) == [
        "A", "Z", "AA", "AB", "ZZ", "AAA", "XFD",
      ])
  }

  // MARK: Parts as other programs write them

  private func cells(_ xml: String, strings: [String] = []) throws -> [Sheet.Row] {
    let reader = CellsReader(strings: strings)
    try reader.read(Data(xml.utf8))
    return reader.rows
  }

  @Test("Cells are found with prefixes, without references, in every way to write a text")
  func dialects() throws {
    let rows = try cells(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <x:worksheet xmlns:x="u"><x:sheetData>
      <x:row r="3"><x:c r="B3" t="s"><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:r><x:t>in</x:t></x:r>
      <x:r><x:t>line</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:is></x:c></x:row>
      <x:row><x:c><x:v>0.5</x:v></x:c><x:c t="str"><x:f>A1</x:f><x:v>s</x:v></x:c>
      <x:c t="e"><x:v>#REF!</x:v></x:c><x:c t="d"><x:v>2023-10-09</x:v></x:c><x:c t="s"><x:v>9</x:v></x:c>
      <x:c t="b"><x:v>1</x:v></x:c></x:row>
      </x:sheetData></x:worksheet>
      """, strings: ["zero", "one"])
    #expect(rows.map(\.number) == [3, 4])
    #expect(rows[0].cells == [1: .text("one"), 2: .text("inline")])
    #expect(
      rows[1].cells == [
        0: .number(0.5), 1: .text("s"), 2: .failure("#REF!"), 3: .text("2023-10-09"),
        5: .text("yes"),
      ])
  }

  @Test("Days counted from 1904 are told")
  func macintosh() throws {
    let reader = BookReader()
    try reader.read(
      Data(
        """
        <workbook xmlns:r="u"><workbookPr date1904="1"/><sheets><sheet name="L" sheetId="1" r:id="rId1"/>
        </sheets></workbook>
        """.utf8))
    #expect(reader.shift == 1462)
    #expect(reader.sheets.map(\.relation) == ["rId1"])
  }

  @Test(
    "A part that could grow, fetch or hide something is refused before it is parsed",
    arguments: [
      "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>",
      "<?xml version='1.0' encoding='UTF-16'?><a/>", "<?xml version='1.0' encoding='UTF-7'?><a/>",
      "<a>\u{0}</a>", "\u{FEFF}<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "", "<a>", "text",
      String(repeating: "<a>", count: 100),
      "<row r=\"99999999999999999999\"/><row r=\"0\"/>", "<row r=\"-5\"/>",
    ])
  func refused(xml: String) {
    #expect(throws: XMLReader.Failure.self) { _ = try cells(xml) }
  }

  @Test("References that name no cell are passed over")
  func strangeReferences() throws {
    let rows = try cells(
      "<row><c r=\"ZZZZZZZZZZZZZZZZZZZZZZZZZZZZ1\"><v>1</v></c><c r=\"1A\"><v>2</v></c>"
        + "<c r=\"\u{E9}\"><v>3</v></c><c t=\"s\"><v>-1</v></c><c><v>1e999</v></c></row>")
    #expect(rows.count <= 1)
  }

  // MARK: Damage

  @Test("A damaged workbook gives findings, never a crash", arguments: 0..<60)
  func damaged(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed) &* 977 &+ 5)
    var bytes = try WorkbookFile.bytes(
      [sheet(["session", "a", "b"])], title: "T", created: 1_700_000_000)
    for _ in 0..<(1 + seed % 8) {
      let place = Int(random.next() % UInt64(bytes.count))
      switch random.next() % 3 {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int(random.next() % 40)))
      default: bytes = bytes.prefix(max(1, place))
      }
    }
    _ = try reading(bytes)
  }

  @Test("Damaged parts give failures, never a crash", arguments: 0..<150)
  func damagedParts(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed) &* 31 &+ 7)
    var bytes = Array(
      """
      <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>x</t></is>
      </c></row><row r="2"><c r="A2"><v>45208.375</v></c></row></sheetData></worksheet>
      """.utf8)
    let pieces = [
      "<row>", "</c>", "&lt;", "&#x0;", "r=\"A0\"", "<![CDATA[", "-->", "\u{FEFF}", "9e99",
    ]
    for _ in 0..<(1 + seed % 6) {
      let place = Int(random.next() % UInt64(bytes.count))
      if random.next() % 2 == 0 {
        bytes[place] = UInt8(truncatingIfNeeded: random.next())
      } else {
        let piece = pieces[Int(random.next() % UInt64(pieces.count))]
        bytes.insert(contentsOf: Array(piece.utf8), at: place)
      }
    }
    for reader in [
      CellsReader(strings: ["s"]), StringsReader(), BookReader(), RelationReader(),
    ] as [XMLReader] {
      try? reader.read(Data(bytes))
    }
  }

  @Test(
    "A file that is not a workbook is called that",
    arguments: ["", "PK", "PK\u{3}\u{4}", "session,date\n"])
  func nothing(text: String) throws {
    #expect(try reading(Data(text.utf8)).isEmpty)
  }
}

/// Numbers that look random and are the same each time.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
