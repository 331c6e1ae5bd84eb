// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables
import Testing
import Workbooks

@testable import ScenarioFiles

@Suite("What is said of a scenario's workbook, and where")
struct WorkbookFindingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let sheet: String
    let rows: String?
    let findings: [String]
    var testDescription: String { findings.first ?? sheet }
  }

  static let cases = [
    Case(
      sheet: "rooms", rows: "id|capacity\nr1|many\nr2|60\nbig|110",
      findings: ["rooms!B2 capacity 'many' is not a number that fits here."]),
    Case(
      sheet: "rooms",
      rows: "Rooms of the venue\n\nid|name|Capacity (seats)\nr1||50\nr2||-1\nbig||110",
      findings: [
        "rooms, row 1 - The row is not part of the table: its header is in row 3.",
        "rooms!C3 Capacity (seats) The column 'Capacity (seats)' as capacity is read.",
        "rooms!C5 capacity '-1' is not a number that fits here.",
      ]),
    Case(
      sheet: "rooms", rows: "id|places\nr1|50\nr2|60\nbig|110",
      findings: [
        "rooms!B1 places The column 'places' is not read.",
        "rooms, row 1 capacity The column 'capacity' is missing.",
      ]),
    Case(
      sheet: "rooms", rows: "id|capacity|id\nr1|50|x",
      findings: [
        "rooms!A1 id The column 'id' appears twice in the header, in A and C."
      ]),
    Case(
      sheet: "rooms", rows: "",
      findings: ["sheet rooms - The sheet is empty; the header is missing."]),
    Case(sheet: "rooms", rows: nil, findings: ["plan.xlsx - The sheet 'rooms' is missing."]),
    Case(
      sheet: "rooms", rows: "id|capacity\nr1|50|new paint\nr2|60\nbig|110|old",
      findings: ["rooms, row 2 - Column C has no heading: its 2 cells are not read."]),
    Case(
      sheet: "Rooms.csv", rows: "id|capacity",
      findings: ["plan.xlsx - The sheets 'rooms' and 'Rooms.csv' are both the table 'rooms'."]),
    Case(
      sheet: "links (2)", rows: "from|to",
      findings: ["plan.xlsx - The sheet 'links (2)' is not read."]),
    Case(
      sheet: "dynamic-coalitions", rows: "id|name|contact\ndc|DC|nobody",
      findings: ["'dynamic-coalitions'!C2 contact There is no person 'nobody'."]),
    Case(
      sheet: "people", rows: "id|name\nada|Ada\nben|Ben\nada|Adam",
      findings: ["people!A4 id The id 'ada' is taken: people!A2 has a person of that name."]),
    Case(
      sheet: "meeting", rows: "setting|value\nid|m\nname|M\nTime zone|Oslo/Europe\ncolour|red",
      findings: [
        "meeting!B5 colour There is no key 'colour' here.",
        "meeting!B4 timeZone 'Oslo/Europe' is not a time zone.",
      ]),
    Case(
      sheet: "meeting", rows: "setting|value\nid|m\nname|M\ntimeZone|Europe/Oslo\nid|n",
      findings: ["meeting!A5 setting 'id' is set twice, here and at meeting!B2."]),
    Case(
      sheet: "meeting",
      rows: "setting|value\nid|m\nname|M\ntimeZone|Europe/Oslo\ndays|2025-06-23\nweights|4",
      findings: [
        "meeting!B5 value The days have a sheet of their own; a setting 'days' is not read.",
        "meeting!B6 weights 'weights' is not an object.",
      ]),
    Case(
      sheet: "days", rows: "date|open\n2025-06-23|09:00-26:00\n2025-06-24|09:00-13:00",
      findings: ["days!B2 open '09:00-26:00' are not hours."]),
    Case(
      sheet: "weights", rows: "rule|weight\ntheme-clash|lots\nkind-clash|3",
      findings: [
        "weights!B2 weights.theme-clash The weight of 'theme-clash' is not a number that fits."
      ]),
    Case(
      sheet: "calendar", rows: "setting|value\ndomain|meeting.example\nur|https://x.example",
      findings: ["calendar!B3 calendar.ur There is no key 'ur' here."]),
  ]

  @Test("Each finding names its sheet and cell", arguments: cases)
  func place(example: Case) throws {
    let found = try Book.findings(Book.plans([example.sheet: example.rows]))
    #expect(found.filter { example.findings.contains($0) } == example.findings, "\(found)")
  }

  @Test(
    "A what-if's mistakes are reported at its row",
    arguments: [
      ("rooms r9 capacity=10", "sheet rooms has no row 'r9'"),
      ("rooms r1 capacity", "COLUMN=VALUE is expected"),
      ("{table: \"rooms\"", "is never closed"),
    ])
  func whatIf(change: String, words: String) throws {
    let plans = Book.plans([
      "what-if": "name|question|change\nw|Why?|sessions s2 remove\n|| \(change)"
    ])
    let found = try Book.findings(plans, whatIf: "w")
    #expect(found.contains { $0.hasPrefix("'what-if'!C3") && $0.contains(words) }, "\(found)")
  }

  @Test("A change made by a what-if has its place in the sheet of what-ifs")
  func setByWhatIf() throws {
    let plans = Book.plans(["what-if": "name|question|change\nw|Why?|rooms r1 capacity=lots"])
    let found = try Book.findings(plans, whatIf: "w")
    #expect(found == ["'what-if'!C2 capacity 'lots' is not a number that fits here."])
  }

  @Test("The JSON of a finding has the sheet and the cell, and each cell of a column its own")
  func json() throws {
    let plans = Book.plans(["rooms": "id|capacity\nr1|50 seats\nr2|60 seats\nbig|x"])
    let objects = try Book.with(plans) { FindingReport.objects(ScenarioFolder.read($0).findings) }
    let note = try #require(objects.first { $0["rule"] as? String == "spelling" })
    #expect(note["file"] as? String == "plan.xlsx")
    #expect(
      (note["cells"] as? [[String: Any]])?.compactMap { $0["cell"] as? String } == ["B2", "B3"])
    let fault = try #require(objects.first { $0["severity"] as? String == "error" })
    #expect(fault["sheet"] as? String == "rooms" && fault["cell"] as? String == "B4")
  }

  @Test("What is not a workbook is one clear finding")
  func broken() throws {
    let whole = try WorkbookFile.bytes(Book.plans(), title: "t", created: 1)
    let password =
      Data([0xD0, 0xCF, 0x11, 0xE0]) + Data(count: 508)
      + Data("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), 0] })
    let files: [(Data, String)] = [
      (whole.prefix(whole.count / 2), "is cut off or damaged"), (Data(), "is not a workbook"),
      (Data("id,name\n".utf8), "is not a workbook"), (password, "protected by a password"),
      (Data([0xD0, 0xCF, 0x11, 0xE0]) + Data(count: 508), "older format"),
    ]
    for (bytes, words) in files {
      let findings = try Book.with(bytes) { ScenarioFolder.read($0).findings }
      #expect(findings.count == 1 && findings[0].severity == .unreadable)
      #expect(findings.first?.sentence.contains(words) == true, "\(findings)")
    }
  }
}
