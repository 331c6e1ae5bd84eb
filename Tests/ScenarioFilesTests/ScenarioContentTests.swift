// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables
import Testing

@testable import ScenarioFiles

@Suite("A scenario through a workbook and back")
struct ScenarioContentTests {
  private let layout = JSONLayout(order: [])

  private func returned(_ content: ScenarioContent) throws -> ScenarioContent {
    try Book.with(try ScenarioWorkbook.bytes(content)) { url in
      let (content, findings) = ScenarioWorkbook.read(url)
      #expect(findings.isEmpty, "\(findings)")
      return try #require(content)
    }
  }

  @Test("Headings, own columns, the rows' order and every cell come back as they were")
  func tables() throws {
    let text = """
      capacity,Id,my note,007,when
      50,007,"=1+1, he said",1E5,2027-06-21
      60,b,"two
      lines",-0,09:00
      x,1-2,'quoted,12345678901234567890,TRUE

      """
    var content = ScenarioTemplate.content()
    content.tables[.rooms] = Table.read(Array(text.utf8), file: "rooms.csv").table
    let back = try returned(content)
    let (was, now) = (content.tables[.rooms], back.tables[.rooms])
    #expect(now?.columns == was?.columns)
    #expect(now?.rows.map(\.cells) == was?.rows.map(\.cells))
    #expect(back.tables.count == content.tables.count)
  }

  @Test("meeting.json comes back with each value of its type, an empty list of starts too")
  func meeting() throws {
    var content = ScenarioTemplate.content()
    content.meeting["dateOrder"] = "day-month"
    content.meeting["calendar"] = ["domain": "m.example", "organizer": "mailto:a@m.example"]
    content.meeting["days"] = [
      ["date": "2027-06-21", "open": ["09:00-13:00", "14:00-18:00"], "starts": [String]()],
      ["date": "2027-06-22", "open": ["09:00-13:00"], "label": "Last"],
    ]
    let back = try returned(content)
    #expect(layout.line(back.meeting) == layout.line(content.meeting))
    let parsed = JSONFile(Array(back.meetingText.utf8), file: "meeting.json").object
    #expect(parsed.map(layout.line) == layout.line(content.meeting))
    #expect(back.meetingText.hasPrefix("{\n  \"id\": "))
  }

  @Test(
    "Every form of a change comes back, in typed words where those say the same",
    arguments: [
      (#"{"id":"ws3","set":{"available":"2027-06-21 09:00-13:00"},"table":"rooms"}"#, false),
      (#"{"add":{"from":"a","to":"b c \"d\""},"table":"links"}"#, false),
      (#"{"remove":true,"table":"links","where":{"from":"a","to":"b"}}"#, false),
      (#"{"id":"s","remove":true,"table":"sessions"}"#, false),
      (#"{"meeting":{"weights":{"theme-clash":10}}}"#, false),
      (#"{"meeting":{"timeZone":"UTC"}}"#, false),
      (#"{"meeting":{"days":[{"date":"2027-06-21","open":["09:00-12:00"]}]}}"#, true),
      (#"{"id":"s","set":{"minutes":60},"table":"sessions"}"#, true),
      (#"{"id":"s","set":{"activity":["a","b"]},"table":"sessions"}"#, true),
    ])
  func change(text: String, isObject: Bool) throws {
    let object = try #require(JSONFile(Array(text.utf8), file: "").object)
    #expect(WhatIfPlan.text(object).hasPrefix("{") == isObject)
    var content = ScenarioTemplate.content()
    content.whatIfs = [
      WhatIfContent(name: "a", question: "Why?", changes: [object, object]),
      WhatIfContent(name: "b", question: "And?", changes: []),
    ]
    let back = try returned(content)
    #expect(back.whatIfs.map(\.text) == content.whatIfs.map(\.text))
  }

  @Test(
    "What a cell cannot hold is an error, not cut off",
    arguments: ["a\u{1}b", String(repeating: "x", count: 32_000)])
  func tooMuch(text: String) {
    var content = ScenarioTemplate.content()
    content.tables[.rooms]?.rows[0].cells["name"] = text
    #expect(throws: ScenarioWorkbook.Failure.self) { try ScenarioWorkbook.bytes(content) }
  }

  @Test("The same scenario gives the same bytes")
  func bytes() throws {
    let content = ScenarioTemplate.content()
    #expect(try ScenarioWorkbook.bytes(content) == ScenarioWorkbook.bytes(content))
  }
}
