// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import ScenarioFiles
import Scratch
import Tables
import Testing

@Suite("Schedules as files")
struct ScheduleFileTests {
  private func read(
    _ text: String, against scenario: Scenario?, ignoring removed: Set<String> = [],
    allowsParts: Bool = false
  ) throws -> (schedule: Schedule?, findings: [Finding]) {
    let scratch = ScratchFolder()
    let file = scratch.file("schedule.csv")
    try Data(text.utf8).write(to: file)
    return ScheduleFile.read(file, against: scenario, ignoring: removed, allowsParts: allowsParts)
  }

  @Test("An end over a change of the clocks is so many minutes after its start, as it was written")
  func clockChange() throws {
    // 90 minutes from 01:30: the clocks go from 02:00 to 03:00.
    for (date, start, end) in [
      ("2025-03-30", "01:30", "04:00"), ("2025-10-26", "02:30", "03:00"),
      ("2025-10-26", "01:30", "02:00"),
    ] {
      var scenario = try scenario()
      scenario.sessions[0].minutes = 90
      let (schedule, findings) = try read(
        "session,date,start,end,room,status\ns1,\(date),\(start),\(end),r1,placed\n",
        against: scenario)
      #expect(findings.isEmpty)
      #expect(schedule?.rows.first?.stay(lasting: 0)?.minutes == 90, "\(date) \(start)")
    }
  }

  @Test("Status words of calendars and committees are read, and another is refused")
  func statusWords() throws {
    let (schedule, findings) = try read(
      """
      session,date,start,room,status
      s1,2025-06-23,09:00,r1,Confirmed
      s2,2025-06-23,10:00,r1,cancelled
      j,,,,on hold
      """, against: scenario())
    #expect(schedule?.rows.map(\.status) == [.placed, .unplaced, .held])
    #expect(findings.allSatisfy { $0.severity == .note })
    let other = try read(
      "session,date,start,room,status\ns1,2025-06-23,09:00,r1,maybe\n", against: scenario())
    #expect(other.findings.contains { $0.rule == "choice" && $0.isGrave })
  }

  private func scenario() throws -> Scenario { try #require(try Folder.read().scenario) }

  @Test("Placed, unplaced and held rows are read; a row with a date is placed")
  func statuses() throws {
    let (schedule, findings) = try read(
      """
      room;session;date;start;status;note
      r1;s1;2025-06-23;09:00;;by hand
      ;s2;;;unplaced;
      ;j;;;held;
      """, against: scenario())
    #expect(findings.isEmpty)
    let start = try #require(CalendarDate("2025-06-23").map { WallTime($0, minuteOfDay: 540) })
    #expect(
      schedule?.rows == [
        .placed("s1", start, "r1"), Schedule.Row(session: "s2", status: .unplaced),
        Schedule.Row(session: "j", status: .held),
      ])
  }

  @Test("Every wrong cell is named with what would be right")
  func wrong() throws {
    let (_, findings) = try read(
      """
      session,date,start,room,status
      s11,2025-06-23,09:00,r1,placed
      s1,2025-06-31,9:61,r11,placed
      s2,,,,plced
      j,2025-06-23,25:00,,placed
      ,2025-06-23,09:00,r1,placed
      """, against: scenario())
    #expect(
      findings.map { "\($0.line ?? 0) \($0.column ?? "-") \($0.sentence) → \($0.suggestion ?? "")" }
        == [
          "2 session The scenario has no session 's11'. → did you mean 's1'?",
          "3 room The scenario has no room 'r11'. → did you mean 'r1'?",
          "3 date '2025-06-31' is not a date. → there is no such day",
          "3 start '9:61' is not a time of day. → a time is written HH:MM, from 00:00 to 23:59",
          "4 status 'plced' is not known here. → did you mean 'placed'?"
            + " Known: placed, unplaced, held",
          "5 room The cell is empty. → a placed session has a date, a start and a room;"
            + " 'programme review' judges what is known",
          "5 start '25:00' is not a time of day. → a time is written HH:MM, from 00:00 to 23:59",
          "6 session The cell is empty. → a session's id",
        ])
  }

  @Test("A baseline may name what is no more")
  func baseline() throws {
    let (schedule, findings) = try read(
      "session,date,start,room,status\nold,2020-01-01,09:00,gone,placed\n", against: nil)
    #expect(findings.isEmpty)
    #expect(schedule?.rows.count == 1)
  }

  @Test("What a what-if removed is passed over, its rooms are kept as written")
  func removed() throws {
    let (schedule, findings) = try read(
      "session,date,start,room,status\ngone,2025-06-23,09:00,r1,placed\n"
        + "s1,2025-06-23,09:00,r0,placed\n", against: scenario(), ignoring: ["gone", "r0"])
    #expect(findings.isEmpty)
    #expect(schedule?.rows.map(\.session) == ["s1"])
    #expect(schedule?.rows.first?.room == "r0")
  }

  @Test("Columns that are needed are named")
  func columns() throws {
    let (schedule, findings) = try read("session,day,start,room,status\n", against: nil)
    #expect(schedule == nil)
    #expect(findings.map(\.sentence) == ["The column 'date' is missing."])
    #expect(findings.map(\.severity) == [.unreadable])
  }

  @Test("An end is read; at midnight or before the start it is the next day's")
  func ends() throws {
    let (schedule, findings) = try read(
      "session,date,start,end,room,status\ns1,2025-06-23,09:00,10:15,r1,placed\n"
        + "s2,2025-06-23,23:00,00:00,r1,placed\nj,2025-06-23,23:00,24:00,r1,placed\n",
      against: scenario())
    #expect(findings.isEmpty)
    let stays = (schedule?.rows ?? []).map { $0.stay(lasting: 5)?.minutes }
    #expect(stays == [75, 60, 60])
    let wrong = try read(
      "session,date,start,end,room,status\ns1,2025-06-23,09:00,09:00,r1,placed\n"
        + "s2,2025-06-23,09:00,soon,r1,placed\n", against: scenario())
    #expect(
      wrong.findings.map(\.sentence) == [
        "The session ends when it begins.", "'soon' is not a time of day.",
      ])
  }

  @Test("Parts are an error, but for a review: then what is known is kept")
  func parts() throws {
    let text =
      "session,date,start,room,status\ns1,2025-06-23,,r1,placed\n"
      + "s2,2025-06-23,09:00,,placed\nj,,,,placed\n"
    let strict = try read(text, against: scenario())
    #expect(strict.findings.map(\.column) == ["start", "room", "date", "start", "room"])
    let (schedule, findings) = try read(text, against: scenario(), allowsParts: true)
    #expect(findings.isEmpty)
    let date = try #require(CalendarDate("2025-06-23"))
    #expect(
      schedule?.rows == [
        Schedule.Row(session: "s1", status: .placed, date: date, room: "r1"),
        Schedule.Row(session: "s2", status: .placed, start: WallTime(date, minuteOfDay: 540)),
        Schedule.Row(session: "j", status: .placed),
      ])
  }
}
