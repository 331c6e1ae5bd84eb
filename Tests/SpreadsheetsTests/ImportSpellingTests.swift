// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Scratch
import Tables
import Testing
import Texts

@testable import Spreadsheets

@Suite("An edited list is read in every spelling that the tables are")
struct ImportSpellingTests {
  private static let dates = [
    "2023-10-09", "09.10.2023", "9.10.23", "2023/10/09", "2023/10/9", "20231009", "9 Oct 2023",
    "October 9, 2023", "9 octobre 2023", "9. Oktober 2023", "9 de octubre de 2023",
    "2023年10月9日", "45208", "45208.0", "2023-10-09T00:00:00", "2023-10-09 00:00", "２０２３-１０-０９",
    "2023–10–09", "2023\u{2011}10\u{2011}09", "\u{200B}2023-10-09", "٢٠٢٣-١٠-٠٩", "Mon, 9 Oct 2023",
    "10/9/2023",
  ]

  private static let clocks = [
    "14:30", "14:30:00", "14.30", "14,30", "14h30", "1430", "2:30 PM", "2:30PM", "2:30\u{A0}p.m.",
    "2.30 pm", "14:30 Uhr", "14:30 h", "0.604166666666667", "0,604166666666667",
    "1899-12-30 14:30:00", "１４：３０", "14\u{2236}30", "١٤:٣٠", "\u{200E}14:30", "2023-10-09 14:30",
  ]

  /// One room and one session, in a meeting of two days.
  private static let scenario: Scenario? = {
    guard let zone = ZoneClock("Asia/Tokyo"), let first = CalendarDate("2023-10-08"),
      let second = CalendarDate("2023-10-09")
    else { return nil }
    let days = [first, second].map { Day(date: $0, label: "", open: [540..<1080], starts: nil) }
    var meeting = Meeting(id: "m", name: "M", zone: zone, days: days)
    meeting.dateOrder = .monthDay
    return Scenario(
      meeting: meeting,
      rooms: [Room(id: "main-hall", name: "Main Hall", capacity: 100)],
      activities: [Activity(id: "a", name: "A", kind: Kind("WS"))],
      sessions: [Session(id: "HLP1", activities: [0], title: "A", minutes: 60)])
  }()

  /// The row of HLP1 in a list of one row, and what was said of it.
  private func read(
    session: String = "HLP1", date: String = "2023-10-09", start: String = "14:30",
    end: String = "15:30", room: String = "main-hall"
  ) throws -> (row: Schedule.Row?, findings: [Finding]) {
    let scenario = try #require(Self.scenario)
    let text = CSV.text([
      ["session", "date", "start", "end", "room"], [session, date, start, end, room],
    ])
    let scratch = ScratchFolder()
    let url = scratch.file("edited.csv")
    try Data(text.utf8).write(to: url)
    let (schedule, findings) = EditedSchedule.read(url, of: scenario, held: [])
    return (schedule?.firstRows["HLP1"], findings.filter { $0.rule != "absent" })
  }

  private static let meant: Schedule.Row? = CalendarDate("2023-10-09").map {
    .placed("HLP1", WallTime($0, minuteOfDay: 870), "main-hall")
  }

  @Test("Each date", arguments: dates)
  func date(date: String) throws {
    let (row, findings) = try read(date: date)
    #expect(row == Self.meant && !findings.contains { $0.isGrave }, "\(findings)")
  }

  @Test("Each time, as start and as end", arguments: clocks)
  func clock(clock: String) throws {
    for (row, findings) in [try read(start: clock), try read(start: "13:30", end: clock)] {
      #expect(row?.start?.date == Self.meant?.start?.date && !findings.contains { $0.isGrave })
    }
    #expect(try read(start: clock).row == Self.meant)
  }

  @Test(
    "Each way to name a room",
    arguments: ["main-hall", "Main Hall", "MAIN HALL", "main\u{A0}hall", "Main\u{200B} Hall"])
  func room(room: String) throws {
    let (row, findings) = try read(room: room)
    #expect(row == Self.meant && findings.isEmpty, "\(findings)")
  }

  @Test(
    "What has two meanings or none is refused, with what was probably meant",
    arguments: [
      ("2023-10-09", "9", "09:00"), ("2023-10-09", "9.5", "09:50"),
      ("2023-10-09", "14:30:30", "14:30"), ("2023-10-09", "14:30 CET", ""),
      ("2023-10-09T22:00:00Z", "14:30", "2023-10-10"), ("2023-02-30", "14:30", "no such day"),
      ("2023-10-09 x", "14:30", ""),
    ])
  func refused(date: String, start: String, guess: String) throws {
    let (row, findings) = try read(date: date, start: start)
    #expect(row == nil || findings.contains { $0.isGrave }, "\(String(describing: row))")
    let words = findings.compactMap(\.suggestion).joined()
    #expect(guess.isEmpty ? !words.isEmpty : words.contains(guess), "\(words)")
  }
}
