// SPDX-License-Identifier: GPL-3.0-or-later

import CICal
import Drafts
import Foundation
import Meetings
import Programmes
import Testing

@Suite("Calendars", .serialized)
struct CalendarFileTests {
  private func text(_ scenario: Scenario) throws -> String {
    try CalendarFile.text(Programme(Sample.schedule(scenario), of: scenario))
  }

  private func lines(_ text: String) -> [[UInt8]] {
    Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
  }

  @Test("The same schedule gives the same bytes, whose lines are folded and end in CR LF")
  func bytes() throws {
    let scenario = Sample.scenario(titles: [String(repeating: "Ærlig 👩‍👩‍👧 ", count: 40), "B"])
    let text = try text(scenario)
    #expect(try text == self.text(scenario))
    let lines = lines(text)
    #expect(lines.last?.isEmpty == true)
    for line in lines.dropLast() {
      #expect(line.last == 0x0D)
      #expect(line.count - 1 <= 75)
    }
  }

  @Test("A meeting over a clock change has one STANDARD and one DAYLIGHT, with their onsets")
  func clockChange() throws {
    let text = try text(Sample.scenario())
    #expect(text.components(separatedBy: "BEGIN:STANDARD").count == 2)
    #expect(text.components(separatedBy: "BEGIN:DAYLIGHT").count == 2)
    #expect(
      text.contains(
        "BEGIN:STANDARD\r\nDTSTART:20251026T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100"))
    #expect(text.contains("DTSTART;TZID=Europe/Oslo:20251025T100000"))
  }

  @Test("A zone without summer time has one STANDARD alone")
  func plainZone() throws {
    let text = try text(Sample.scenario(zone: "Asia/Tokyo"))
    #expect(text.components(separatedBy: "BEGIN:STANDARD").count == 2)
    #expect(!text.contains("BEGIN:DAYLIGHT"))
    #expect(text.contains("TZOFFSETTO:+0900"))
  }

  @Test("Where the room is on a map stands in GEO, for the sessions in it alone")
  func position() throws {
    var scenario = Sample.scenario()
    scenario.rooms[0].position = Position(latitude: -33_856_800, longitude: 151_215_300)
    let text = try text(scenario)
    #expect(text.components(separatedBy: "GEO:-33.856800;151.215300\r\n").count == 2)
    #expect(!(try self.text(Sample.scenario())).contains("GEO"))
  }

  @Test("Identity, stamp and names come from the data")
  func identity() throws {
    let text = try text(Sample.scenario())
    #expect(text.contains("UID:s1@sample.example\r\n"))
    #expect(text.contains("DTSTAMP:20240506T000000Z\r\n"))
    #expect(text.contains("LOCATION:Main Hall\\, Ground floor\r\n"))
    #expect(text.contains("SUMMARY:Names\\; numbers\\, and \"more\"\r\n"))
    #expect(text.contains("ORGANIZER:mailto:a@sample.example\r\n"))
    #expect(!text.contains("METHOD:"))
    let firstEvent = text.range(of: "BEGIN:VTIMEZONE")?.lowerBound
    let name = text.range(of: "X-WR-CALNAME")?.lowerBound
    #expect(name.flatMap { n in firstEvent.map { n < $0 } } == true)
  }

  @Test(
    "Hostile titles stay titles",
    arguments: [
      "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:b", "nul\u{0}inside", "\u{202E}txt.exe",
      String(repeating: "long ", count: 2_000), "\\n;,\\", "=1+1", "</script>",
    ])
  func hostile(title: String) throws {
    let text = try text(Sample.scenario(titles: [title, "B"]))
    let unfolded = text.replacingOccurrences(of: "\r\n ", with: "")
    #expect(unfolded.components(separatedBy: "\r\nBEGIN:VEVENT").count == 3)
    #expect(!text.unicodeScalars.contains { $0.value == 0 || $0.value == 0x202E })
    let root = try #require(icalparser_parse_string(text))
    defer { icalcomponent_free(root) }
    #expect(icalcomponent_count_components(root, ICAL_VEVENT_COMPONENT) == 2)
    #expect(icalcomponent_count_errors(root) == 0)
    let event = icalcomponent_get_first_component(root, ICAL_VEVENT_COMPONENT)
    let summary = try #require(icalcomponent_get_summary(event))
    #expect(String(cString: summary).count > 3)
  }

  @Test("Lines that end at any octet are folded whole", arguments: 40..<160)
  func everyLength(length: Int) throws {
    let text = try text(Sample.scenario(titles: [String(repeating: "x", count: length), "B"]))
    for line in lines(text).dropLast() {
      #expect(line.count - 1 <= 75 && line.last == 0x0D)
      #expect(line.dropLast().allSatisfy { $0 != 0x0D })
    }
    let unfolded = text.replacingOccurrences(of: "\r\n ", with: "")
    #expect(unfolded.contains("SUMMARY:\(String(repeating: "x", count: length))\r\n"))
  }

  @Test("Without a domain the identity cannot be anybody else's")
  func noDomain() throws {
    var scenario = Sample.scenario()
    scenario.meeting.calendar = nil
    #expect(try text(scenario).contains("UID:s1@sample.invalid\r\n"))
  }
}
