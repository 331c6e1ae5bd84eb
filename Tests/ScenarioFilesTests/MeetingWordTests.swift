// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Tables
import Testing

@testable import ScenarioFiles

@Suite("The meeting's days, hours, zone and calendar as people write them")
struct MeetingWordTests {
  private func meeting(
    zone: String = "Europe/Zurich", days: String = "{ date: '2025-06-23', open: ['09:00-13:00'] }",
    _ more: String = ""
  ) -> String {
    "{ id: 'm', name: 'M', timeZone: '\(zone)', days: [ \(days) ], \(more) }"
  }

  private func findings(_ meeting: String) throws -> [String] {
    try Folder.findings(["meeting.json": meeting]).filter { $0.hasPrefix("meeting.json") }
      .map { $0.replacing(#/^meeting.json:\d+ /#, with: "") }
  }

  @Test(
    "What is not a zone is named with the one to write",
    arguments: [
      ("CET", "Europe/Zurich"), ("EST", "America/New_York"), ("Geneva", "Europe/Zurich"),
      ("W. Europe Standard Time", "Europe/Berlin"), ("India Standard Time", "Asia/Kolkata"),
      ("E. Africa Standard Time", "Africa/Nairobi"), ("UTC+3", "Etc/GMT-3"), ("GMT-5", "Etc/GMT+5"),
      ("europe/oslo", "Europe/Oslo"), ("Nairobi", "Africa/Nairobi"), ("New Delhi", "Asia/Kolkata"),
      ("America/New York", "America/New_York"), ("utc", "UTC"), ("UTC+0", "UTC"),
    ])
  func zones(name: String, zone: String) throws {
    let suggestion = ZoneNames.suggestion(name)
    #expect(suggestion.contains(zone), "\(suggestion)")
    #expect(ZoneNames.clock(name) == nil)
    #expect(ZoneNames.clock(zone) != nil)
  }

  @Test("Every zone that is proposed is one")
  func allProposed() throws {
    for name in ZoneNicknames.proposed { #expect(ZoneNames.clock(name) != nil, "\(name)") }
  }

  @Test("Days and hours in other forms are read, with a note")
  func read() throws {
    let text = meeting(
      days:
        "{ date: '23.06.2025', open: ['9:00–13:00', '2 pm - 6 pm'], starts: ['9:00', '2:30 PM'] }")
    let reading = try Folder.read(["meeting.json": text])
    let day = try #require(reading.scenario?.meeting.days.first)
    #expect("\(day.date)" == "2025-06-23" && day.open == [540..<780, 840..<1080])
    #expect(day.starts == [540, 870])
    #expect(
      reading.findings.filter { $0.file == "meeting.json" }.allSatisfy { $0.severity == .note })
  }

  @Test("A day ends at 24:00, and the advice is one that works")
  func midnight() throws {
    let night = meeting(days: "{ date: '2025-06-23', open: ['18:00-02:00'] }")
    #expect(
      try findings(night) == [
        "days[0].open A day ends at 24:00, so no open hours and no session run over midnight."
          + " → write 18:00-24:00 here, and 00:00-02:00 in the open hours of 2025-06-24, if sessions"
          + " begin after midnight too"
      ])
    let advised = meeting(
      days:
        "{ date: '2025-06-23', open: ['18:00-24:00'] }, { date: '2025-06-24', open: ['00:00-02:00'] }"
    )
    #expect(try findings(advised).isEmpty)
  }

  @Test("A window over midnight is one stretch; one that holds a session only across it is told")
  func windows() throws {
    let days =
      "{ date: '2025-06-23', open: ['18:00-24:00'] }, { date: '2025-06-24', open: ['00:00-02:00'] }"
    func reading(_ allowed: String) throws -> ScenarioReading {
      try Folder.read([
        "meeting.json": meeting(days: days),
        "sessions.csv":
          "id,activity,minutes,allowed\ns1,dc,120,\(allowed)\ns2,ws,60,\nj,dc;ws,90,\n",
      ])
    }
    for allowed in ["2025-06-23 23:00-01:00", "2025-06-23 23:00-24:00;2025-06-24 00:00-01:00"] {
      let reading = try reading(allowed)
      let stretch = try #require(reading.scenario?.sessions[0].allowed)
      #expect(stretch.count == 1 && stretch[0].minutes == 120)
      #expect(reading.findings.map(\.rule) == ["over-midnight"])
    }
    #expect(try reading("2025-06-23;2025-06-24").findings.isEmpty)
    #expect(try reading("2025-06-23 22:00-02:00").findings.isEmpty)
  }

  @Test("Open hours that meet stay two, and that is said")
  func seams() throws {
    let text = meeting(days: "{ date: '2025-06-23', open: ['10:30-12:00', '09:00-10:30'] }")
    #expect(
      try findings(text) == [
        "days[0].open The open hours 09:00-10:30 and 10:30-12:00 meet at 10:30: a session across it is"
          + " inside neither. → write 09:00-12:00, if no break is meant"
      ])
  }

  @Test("Open hours across a clock change are told; both ends of a session are instants")
  func clockChange() throws {
    let text = meeting(days: "{ date: '2025-10-26', open: ['01:00-06:00'] }")
    #expect(try findings(text).first?.contains("the clocks go back by 60 minutes") == true)
    let quiet = meeting(days: "{ date: '2025-10-26', open: ['09:00-18:00'] }")
    #expect(try findings(quiet).isEmpty)
    let zone = try #require(ZoneClock("Europe/Zurich"))
    let date = try #require(CalendarDate("2025-10-26"))
    let stay = Interval(start: WallTime(date, minuteOfDay: 90), minutes: 180)
    #expect(zone.end(of: stay).clock == "03:30")
    #expect(zone.instant(zone.end(of: stay)) - zone.instant(stay.start) == 180 * 60)
  }

  @Test(
    "What is not a domain, a mail address or a page is named with the fix",
    arguments: [
      ("domain: 'https://igf.example/x'", "write igf.example"),
      ("domain: 'igf'", "a name such as igf.example"),
      ("domain: 'igf.example', organizer: 'igf@un.org'", "write mailto:igf@un.org"),
      ("organizer: 'IGF Secretariat <igf@un.org>'", "write mailto:igf@un.org"),
      ("organizer: 'the Secretariat'", "mailto: and an address"),
      ("url: 'igf.example'", "write https://igf.example"),
    ])
  func calendar(members: String, fix: String) throws {
    let found = try findings(meeting("calendar: { \(members) }"))
    #expect(found.count == 1 && found.first?.hasSuffix("→ \(fix)") == true, "\(found)")
  }

  @Test("A right calendar has no findings")
  func rightCalendar() throws {
    let right =
      "calendar: { domain: 'igf.example', organizer: 'mailto:igf@un.org', url: 'https://igf.example/2027' }"
    #expect(try findings(meeting(right)).isEmpty)
  }

  // MARK: Order of dates

  private let july =
    "{ date: '2026-07-06', open: ['09:00-13:00'] }, { date: '2026-07-07', open: ['09:00-13:00'] }"

  private func sessions(_ days: [String]) -> String {
    "id,activity,minutes,day\n"
      + zip(["s1", "s2", "j"], days + ["", "", ""]).map { id, day in
        "\(id),\(id == "s2" ? "ws" : "dc"),60,\(day)\n"
      }.joined()
  }

  private func days(_ cells: [String], _ more: String = "") throws -> (
    days: [String], findings: [Finding]
  ) {
    let reading = try Folder.read([
      "meeting.json": meeting(days: july, more), "sessions.csv": sessions(cells),
      "people.csv": "id,name\nada,Ada\nben,Ben\n",
    ])
    return (
      reading.scenario?.sessions.compactMap { $0.pin.date.map { "\($0)" } } ?? [], reading.findings
    )
  }

  @Test("The meeting's days decide for a whole column, or not at all")
  func order() throws {
    let sure = try days(["06/07/2026", "7/7/2026"])
    #expect(sure.days == ["2026-07-06", "2026-07-07"])
    #expect(sure.findings.map(\.rule) == ["spelling"])
    #expect(sure.findings.first?.suggestion?.contains("\"dateOrder\": \"day-month\"") == true)
    // One cell that contradicts, and nothing is certain.
    let unsure = try days(["06/07/2026", "07/06/2026"])
    #expect(unsure.days.isEmpty)
    #expect(unsure.findings.map(\.rule) == ["ambiguous", "ambiguous"])
    #expect(
      unsure.findings.first?.sentence == "'06/07/2026' may be 2026-07-06 or 2026-06-07.")
  }

  @Test("dateOrder in meeting.json decides for all tables")
  func dateOrder() throws {
    #expect(try days(["06/07/2026"], "dateOrder: 'day-month'").days == ["2026-07-06"])
    #expect(try days(["07/06/2026"], "dateOrder: 'month-day'").days == ["2026-07-06"])
    #expect(
      try days([], "dateOrder: 'dmy'").findings.map(\.suggestion) == ["day-month or month-day"])
    let past = try Folder.read([
      "meeting.json": meeting(days: july),
      "dynamic-coalitions.csv": "id,name,contact,annual_report\ndc,DC,ada,03/04/2026\n",
      "people.csv": "id,name\nada,Ada\nben,Ben\n",
    ])
    // No day of the meeting says anything about a date before it.
    #expect(past.findings.map(\.rule) == ["ambiguous"])
  }
}
