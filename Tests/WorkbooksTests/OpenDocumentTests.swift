// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import XMLReading

@testable import Workbooks

@Suite("OpenDocument spreadsheets")
struct OpenDocumentTests {
  private func sheets(_ body: String) throws -> [Sheet] {
    let reader = OpenDocumentReader()
    try reader.read(
      Data(
        """
        <office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x">\
        <office:body><office:spreadsheet>\(body)</office:spreadsheet></office:body>\
        </office:document-content>
        """.utf8))
    return reader.sheets
  }

  @Test("Each type of value comes out as its plain form")
  func types() throws {
    let sheet = try #require(
      try sheets(
        """
        <table:table table:name="rooms"><table:table-row>\
        <table:table-cell office:value-type="string"><text:p>Main<text:s text:c="2"/>Hall</text:p>\
        <text:p>second</text:p></table:table-cell>\
        <table:table-cell office:value-type="float" office:value="120"><text:p>120,00</text:p></table:table-cell>\
        <table:table-cell office:value-type="date" office:date-value="2026-12-16"><text:p>16.12.26</text:p></table:table-cell>\
        <table:table-cell office:value-type="date" office:date-value="2026-12-16T09:30:00"/>\
        <table:table-cell office:value-type="time" office:time-value="PT09H05M00S"><text:p>9:05</text:p></table:table-cell>\
        <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>\
        </table:table-row></table:table>
        """
      ).first)
    #expect(sheet.name == "rooms")
    #expect(
      sheet.rows.first?.cells == [
        0: .text("Main  Hall\nsecond"), 1: .number(120), 2: .text("2026-12-16"),
        3: .text("2026-12-16T09:30:00"), 4: .text("09:05"), 5: .text("yes"),
      ])
  }

  @Test("Repeated rows and cells keep their places, empty ones to the edge cost nothing")
  func repeated() throws {
    let sheet = try #require(
      try sheets(
        """
        <table:table table:name="s"><table:table-row table:number-rows-repeated="2">\
        <table:table-cell table:number-columns-repeated="3"/>\
        <table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1"/>\
        <table:table-cell table:number-columns-repeated="16379"/></table:table-row>\
        <table:table-row table:number-rows-repeated="1048500"><table:table-cell/></table:table-row>\
        </table:table>
        """
      ).first)
    #expect(sheet.rows.map(\.number) == [1, 2])
    #expect(sheet.rows.allSatisfy { $0.cells == [3: .number(1), 4: .number(1)] })
  }

  @Test("Comments and formula errors are not taken for text")
  func comments() throws {
    let sheet = try #require(
      try sheets(
        """
        <table:table table:name="s"><table:table-row>\
        <table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p>\
        </office:annotation><text:p>word</text:p></table:table-cell>\
        <table:table-cell table:formula="of:=1/0" office:value-type="string"><text:p>#DIV/0!</text:p></table:table-cell>\
        </table:table-row></table:table>
        """
      ).first)
    #expect(sheet.rows.first?.cells == [0: .text("word"), 1: .failure("#DIV/0!")])
  }

  @Test("A row that unpacks without end is refused")
  func large() {
    #expect(throws: XMLReader.Failure.self) {
      try sheets(
        """
        <table:table table:name="s"><table:table-row table:number-rows-repeated="1000000">\
        <table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>
        """)
    }
  }
}
