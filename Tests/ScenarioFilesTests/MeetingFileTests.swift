// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import ScenarioFiles
import Testing

@Suite("meeting.json, value by value")
struct MeetingFileTests {
  /// The findings of a meeting with some members, each on a line of its own from line 2.
  private func findings(_ members: String) throws -> [String] {
    try Folder.findings(["meeting.json": "{\n\(members)\n}"]).filter {
      $0.hasPrefix("meeting.json")
    }
  }

  private let head = "id: 'm', name: 'M', timeZone: 'Europe/Oslo',"

  @Test("Defaults are those of the contract")
  func defaults() throws {
    let meeting = try #require(try Folder.read().scenario?.meeting)
    #expect(meeting.gridMinutes == 15)
    #expect(meeting.turnoverMinutes == 0)
    #expect(meeting.transferMinutes == 0)
    #expect(meeting.localHours == 420..<1320)
    #expect(meeting.eligibility == .hold)
    #expect(meeting.weights == Weights())
    #expect(meeting.calendar == nil)
  }

  @Test("Days before 1970 and after 2200 are out of range")
  func range() throws {
    for date in ["1969-12-31", "2201-01-01", "6100-06-24", "0001-01-01"] {
      let found = try findings("\(head) days: [ { date: '\(date)', open: ['09:00-13:00'] } ],")
      #expect(
        found.contains {
          $0.contains("The day \(date) is out of range. → a date from 1970-01-01 to 2200-12-31")
        }, "\(found)")
    }
    for date in ["1970-01-01", "2200-12-31"] {
      #expect(try findings("\(head) days: [ { date: '\(date)', open: ['09:00-13:00'] } ],") == [])
    }
  }

  @Test("Days, hours and starts that cannot be are each named on their line")
  func days() throws {
    let wrong = try findings(
      """
      \(head) days: [
      { date: "2025-06-23", open: ["09:00-13:00", "12:00-18:00", "18:00-17:00", "9-10"] },
      { date: "2025-06-23", open: ["09:00-13:00"] },
      { date: "2025-02-29", open: ["09:00-13:00"] },
      { date: "2025-06-24", open: ["09:00-13:00"], starts: ["09:10", "14:00", "x"] },
      ]
      """)
    #expect(
      wrong == [
        "meeting.json:3 days[0].open The open hours '12:00-18:00' overlap 09:00-13:00."
          + " → a session lies inside one of them",
        "meeting.json:3 days[0].open The hours '18:00-17:00' end before they begin."
          + " → write 17:00-18:00; a day ends at 24:00",
        "meeting.json:3 days[0].open '9-10' are not hours. → write 09:00-10:00",
        "meeting.json:4 days[1].date The day 2025-06-23 is listed twice.",
        "meeting.json:5 days[2].date '2025-02-29' is not a date. → there is no such day",
        "meeting.json:6 days[3].starts The start 09:10 is not on the grid of 15 minutes."
          + " → 09:00, for one",
        "meeting.json:6 days[3].starts The start 14:00 is outside the open hours.",
        "meeting.json:6 days[3].starts 'x' is not a time of day. → a time is written HH:MM, from 00:00"
          + " to 23:59",
      ])
  }

  @Test("Every key of the wrong type or outside its bounds is named")
  func values() throws {
    let wrong = try findings(
      """
      id: "m m", name: 7, timeZone: "Europe/Olso",
      days: [ { date: "2025-06-23", open: ["09:00-13:00"] } ],
      gridMinutes: 20, turnoverMinutes: "ten", transferMinutes: 1441,
      localHours: "22:00-07:00", eligibility: "holds",
      weights: { "theme-clash": -1, "room-fit": 3 }, calendar: { domian: "x" },
      """)
    #expect(
      wrong.map { $0.prefix { $0 != "→" } } == [
        "meeting.json:2 id 'm m' is not an id. ",
        "meeting.json:2 name 'name' is not a text. ",
        "meeting.json:2 timeZone 'Europe/Olso' is not a time zone. ",
        "meeting.json:4 gridMinutes The grid cannot be 20 minutes. ",
        "meeting.json:4 turnoverMinutes 'turnoverMinutes' is not a number that fits. ",
        "meeting.json:4 transferMinutes 'transferMinutes' is not a number that fits. ",
        "meeting.json:5 localHours The hours '22:00-07:00' end before they begin. ",
        "meeting.json:5 eligibility 'holds' is not known here. ",
        "meeting.json:6 weights.room-fit There is no key 'room-fit' here. ",
        "meeting.json:6 weights.theme-clash The weight of 'theme-clash' is not a number that fits. ",
        "meeting.json:6 calendar.domian There is no key 'domian' here. ",
      ])
    #expect(wrong[2].hasSuffix("→ did you mean 'Europe/Oslo'?"))
  }

  @Test("What is missing is named with how it is written")
  func missing() throws {
    #expect(
      try findings("gridMinutes: 30") == [
        "meeting.json:1 id The key 'id' is missing. → add \"id\": \"…\"",
        "meeting.json:1 name The key 'name' is missing. → add \"name\": \"…\"",
        "meeting.json:1 timeZone The key 'timeZone' is missing. → add \"timeZone\": \"…\"",
        "meeting.json:1 days The key 'days' is missing. → [{\"date\": \"2024-12-16\","
          + " \"open\": [\"09:00-13:00\", \"14:00-18:30\"]}]",
      ])
  }
}
