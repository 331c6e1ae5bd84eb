// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules
import Testing

@testable import Reports

@Suite("People and rooms of like names are never mixed up")
struct LikeNamesTests {
  private static let online = "People online, on their own clocks"

  @Test(
    "An awkward hour belongs to the person who has it, though another's name begins with theirs")
  func fairness() {
    var small = SmallMeeting()
    small.room("r1", "Room 1")
    small.person("p1", "Ann", online: "Europe/Berlin")
    small.person("p2", "Ann Lee", online: "America/New_York")
    small.session("s1", at: "09:00", in: "r1", people: ["p1", "p2"])
    let rows = SmallMeeting.table(Fairness.section(small.view), Self.online) ?? []
    #expect(rows.map { [$0[0], $0[4]] } == [["Ann", "✓ bearable"], ["Ann Lee", "✗ awkward"]])
  }

  @Test("Two people of one name keep their own hours, and are told apart by id")
  func equalNames() {
    var small = SmallMeeting()
    small.room("r1", "Room 1")
    small.person("p1", "Ann Lee", online: "America/New_York")
    small.person("p2", "Ann Lee", online: "Europe/Berlin")
    small.session("s1", at: "09:00", in: "r1", people: ["p1", "p2"])
    let rows = SmallMeeting.table(Fairness.section(small.view), Self.online) ?? []
    #expect(
      rows.map { [$0[0], $0[4]] } == [
        ["Ann Lee (p1)", "✗ awkward"], ["Ann Lee (p2)", "✓ bearable"],
      ])
  }

  @Test("Three in a row are counted for each person alone")
  func slack() {
    var small = SmallMeeting()
    for number in 1...3 { small.room("r\(number)", "Room \(number)") }
    small.person("p1", "Ann")
    small.person("p2", "Ann")
    small.session("s1", at: "09:00", in: "r1", people: ["p1", "p2"])
    small.session("s2", at: "10:00", in: "r2", people: ["p1", "p2"])
    small.session("s3", at: "11:00", in: "r3", people: ["p2"])
    let rows = SmallMeeting.table(
      Slack.section(small.view),
      "People with three sessions or more in a row (at most 30 minutes between)")
    #expect(
      rows == [["Ann (p2)", "2025-06-23", "Title s1 (s1), Title s2 (s2), Title s3 (s3)", "3"]])
  }

  @Test("Room 1 and Room 10 each count their own minutes, and rooms of one name too")
  func rooms() {
    var small = SmallMeeting()
    small.room("r1", "Room 1", turnover: 15)
    small.room("r10", "Room 10", turnover: 15)
    small.room("r11", "Room 10", turnover: 15)
    small.session("s1", at: "09:00", in: "r1")
    small.session("s2", at: "10:15", in: "r10")
    small.session("s3", at: "11:15", in: "r11")
    small.session("s4", at: "12:30", in: "r11")
    let minutes = SmallMeeting.table(
      Pictures.section(small.view), "Minutes in use, by room and half day")
    #expect(
      minutes == [
        ["Room 1 (r1)", "60", "0"], ["Room 10 (r10)", "60", "0"], ["Room 10 (r11)", "90", "30"],
      ])
    let tight = SmallMeeting.table(Slack.section(small.view), "Rooms with no turnover left")
    #expect(tight == [["Room 10 (r11)", "Title s3 (s3)", "Title s4 (s4)", "15", "15"]])
  }

  @Test("The fullest days of people of one name are two")
  func fullDays() {
    var small = SmallMeeting()
    small.room("r1", "Room 1")
    small.person("p1", "Ann")
    small.person("p2", "Ann")
    small.session("s1", at: "09:00", in: "r1", people: ["p1"])
    small.session("s2", at: "10:00", in: "r1", people: ["p1"])
    small.session("s3", at: "11:00", in: "r1", people: ["p2"])
    let rows = SmallMeeting.table(
      Pictures.section(small.view), "People with the fullest days: minutes in the room")
    #expect(
      rows == [["Ann (p1)", "2025-06-23", "120", "2"], ["Ann (p2)", "2025-06-23", "60", "1"]])
  }

  @Test("A session whose id begins another's is marked alone")
  func timetable() {
    var small = SmallMeeting()
    small.room("r1", "Room 1")
    small.room("r2", "Room 2")
    small.session("s1", at: "09:00", in: "r1")
    small.session("s10", at: "09:00", in: "r1")
    small.session("s100", at: "09:00", in: "r2")
    let entries = TimetableSection.section(small.view).blocks.flatMap { block in
      if case .timetable(let day) = block { day.entries } else { [Report.DayTimetable.Entry]() }
    }
    #expect(entries.filter { !$0.broken.isEmpty }.map(\.session).sorted() == ["s1", "s10"])
  }
}
