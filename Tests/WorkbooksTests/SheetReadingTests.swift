// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import Workbooks

@Suite("What a sheet has besides values")
struct SheetReadingTests {
  @Test(
    "A number format shows a date or a time, or it does not",
    arguments: [
      ("yyyy\\-mm\\-dd", true), ("hh:mm", true), ("[h]:mm:ss", true), ("[$-409]d/m/yy;@", true),
      ("mmm", true), ("General", false), ("0.00", false), ("#,##0 \"days\"", false),
      ("0\\m", false), ("[Red]0;[Blue]-0", false), ("_-* #,##0.00_d", false), ("0.00E+00", false),
      ("@", false), ("0;yyyy", false),
    ])
  func formats(code: String, isMoment: Bool) {
    #expect(NumberFormat.isMoment(code) == isMoment)
  }

  @Test("Styles, hidden rows and columns, merged cells and formulas without values are read")
  func cells() throws {
    let styles = StylesReader()
    try styles.read(
      Data(
        """
        <styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts>
        <cellStyleXfs><xf numFmtId="164"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="20"/></cellXfs></styleSheet>
        """.utf8))
    #expect(styles.areMoments == [false, true, true])
    let reader = CellsReader(strings: [], areMoments: styles.areMoments)
    try reader.read(
      Data(
        """
        <worksheet><cols><col min="2" max="3" hidden="1"/><col min="4" max="4"/></cols><sheetData>
        <row r="2" hidden="1"><c r="A2" s="1"><v>46372</v></c><c r="B2" s="2"><v>0.5</v></c>\
        <c r="C2"><v>7</v></c><c r="D2"><f>1+1</f><v></v></c>\
        <c r="E2" t="str"><f>""</f><v></v></c><c r="F2"><f>1+1</f><v>2</v></c></row>
        </sheetData><mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="bad"/></mergeCells></worksheet>
        """.utf8))
    let row = try #require(reader.rows.first)
    #expect(row.cells == [0: .number(46372), 1: .number(0.5), 2: .number(7), 5: .number(2)])
    #expect(row.moments == [0, 1])
    #expect(row.unworked == [3])
    #expect(row.isHidden)
    #expect(reader.hiddenColumns == [1...2])
    #expect(reader.merges == [Sheet.Merge(rows: 2...4, columns: 0...0)])
  }

  @Test("An OpenDocument sheet says the same of itself")
  func openDocument() throws {
    let reader = OpenDocumentReader()
    try reader.read(
      Data(
        """
        <d><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>
        <table:table table:name="x" table:style-name="ta2"><table:table-column/>
        <table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>
        <table:table-row table:visibility="filter">
        <table:table-cell office:value-type="string" table:number-rows-spanned="3">\
        <text:p>a</text:p></table:table-cell>
        <table:table-cell table:formula="of:=1+1"/></table:table-row></table:table></d>
        """.utf8))
    let sheet = try #require(reader.sheets.first)
    #expect(sheet.isHidden && sheet.hiddenColumns == [1...2])
    #expect(sheet.merges == [Sheet.Merge(rows: 1...3, columns: 0...0)])
    #expect(sheet.rows.first?.isHidden == true && sheet.rows.first?.unworked == [1])
  }

  @Test("A list of words that Excel cannot hold does not become a drop-down")
  func choices() {
    #expect(SheetPlan.Choice(rows: 1...2, column: 0, words: ["yes", "no"]) != nil)
    #expect(
      SheetPlan.Choice(rows: 1...2, column: 0, words: Array(repeating: "word", count: 60)) == nil)
    #expect(SheetPlan.Choice(rows: 1...2, column: 0, words: ["a,b"]) == nil)
  }
}
