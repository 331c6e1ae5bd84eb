// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Judging
import Scratch
import Tables
import Testing

@testable import Workbooks

@Suite("Workbooks that no writer of ours makes")
struct StrangeWorkbookTests {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// The parts of the smallest workbook, some of them others.
  private static func parts(_ changed: [String: String?] = [:]) -> [(String, String)] {
    let cells = "<row r=\"1\"><c r=\"A1\"><v>45831</v></c><c r=\"B1\"><v>0.375</v></c></row>"
    let parts: [(String, String)] = [
      (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"r\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets><sheet name=\"rooms\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"r1\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
      ),
      (
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"\(main)\"><sheetData>\(cells)</sheetData></worksheet>"
      ),
    ]
    return parts.compactMap { name, text in
      guard let change = changed[name] else { return (name, text) }
      return change.map { (name, $0) }
    }
  }

  private static func read(_ parts: [(String, String)]) throws -> (
    sheets: [Sheet]?, findings: [Finding]
  ) {
    var zip = StoredZip()
    for (name, text) in parts { zip.add(name, text) }
    let scratch = ScratchFolder()
    let url = scratch.file("strange.xlsx")
    try zip.data.write(to: url)
    let read = WorkbookReader.read(url, file: "plan.xlsx")
    return (read.sheets, read.findings)
  }

  @Test("The smallest is read, and one that counts its days from 1904 says the same days")
  func smallest() throws {
    let plain = try Self.read(Self.parts())
    #expect(plain.findings.isEmpty)
    let cells = try #require(plain.sheets?.first?.rows.first?.cells)
    #expect(cells[0] == .number(45_831) && cells[1] == .number(0.375))
    let book = try #require(Self.parts().first { $0.0 == "xl/workbook.xml" }?.1)
    let from1904 = try Self.read(
      Self.parts([
        "xl/workbook.xml": book.replacing(
          "<sheets>", with: "<workbookPr date1904=\"1\"/><sheets>"),
        "xl/worksheets/sheet1.xml":
          "<worksheet xmlns=\"\(Self.main)\"><sheetData><row r=\"1\"><c r=\"A1\"><v>44369</v></c><c r=\"B1\"><v>0.375</v></c></row></sheetData></worksheet>",
      ]))
    #expect(from1904.sheets?.first?.rows.first?.cells == cells)
  }

  @Test(
    "A part that is missing, broken or of a declared type is named, and nothing is read",
    arguments: [
      ("xl/workbook.xml", nil, "The workbook lacks its part xl/workbook.xml."),
      ("_rels/.rels", nil, "The workbook lacks its part _rels/.rels."),
      (
        "xl/worksheets/sheet1.xml", "<worksheet>\n<sheetData>",
        "The workbook's part xl/worksheets/sheet1.xml is broken on its line 2."
      ),
      (
        "xl/workbook.xml", "<!DOCTYPE w [<!ENTITY a \"b\">]><workbook/>",
        "The workbook's part xl/workbook.xml declares a document type, which no workbook does; it is"
          + " not read."
      ),
    ] as [(String, String?, String)])
  func broken(part: String, text: String?, sentence: String) throws {
    let read = try Self.read(Self.parts([part: text]))
    #expect(read.sheets == nil && read.findings.map(\.sentence) == [sentence])
    #expect(read.findings.first?.severity == .unreadable)
    #expect(read.findings.first?.suggestion?.isEmpty == false)
  }

  @Test("An OpenDocument spreadsheet behind a password says so")
  func locked() throws {
    let read = try Self.read([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
      ("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>"), ("content.xml", "x"),
    ])
    #expect(read.findings.map(\.sentence) == ["The workbook is protected by a password."])
  }

  @Test("A relation that leads out of the archive finds nothing there")
  func outside() throws {
    let read = try Self.read(
      Self.parts([
        "xl/_rels/workbook.xml.rels":
          "<Relationships><Relationship Id=\"r1\" Type=\"\(Self.office)/worksheet\" Target=\"../../../etc/worksheets/passwd\"/></Relationships>"
      ]))
    #expect(read.findings.map(\.sentence) == ["The workbook lacks its part etc/worksheets/passwd."])
  }
}
