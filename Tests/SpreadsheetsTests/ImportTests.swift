// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Programmes
import Scratch
import Tables
import Testing
import Workbooks

@testable import Spreadsheets

@Suite("What the committee edited, read back")
struct ImportTests {
  private func file(_ bytes: Data, _ name: String, _ body: (URL) throws -> Void) throws {
    let scratch = ScratchFolder()
    let folder = scratch.url
    let url = folder.appending(path: name)
    try bytes.write(to: url)
    try body(url)
  }

  private func read(_ bytes: Data, _ name: String, _ scenario: Scenario) throws -> (
    rows: [String: Schedule.Row], findings: [String]
  ) {
    var result: (rows: [String: Schedule.Row], findings: [String]) = ([:], [])
    try file(bytes, name) { url in
      let (schedule, findings) = EditedSchedule.read(url, of: scenario, held: [])
      result.rows = schedule?.firstRows ?? [:]
      result.findings = findings.filter { $0.rule != "absent" }.map { finding in
        "\(finding.severity.rawValue) \(finding.file):\(finding.line ?? 0) \(finding.column ?? "-"): "
          + finding.sentence + (finding.suggestion.map { " → \($0)" } ?? "")
      }
    }
    return result
  }

  private func csv(_ text: String) throws -> (rows: [String: Schedule.Row], findings: [String]) {
    try read(Data(text.utf8), "d.csv", try Samples.kyoto().scenario)
  }

  private func placed(_ session: String, _ date: String, _ clock: String, _ room: String) throws
    -> Schedule.Row
  {
    .placed(
      session,
      WallTime(
        try #require(CalendarDate(date)), minuteOfDay: try #require(ClockTime.minutes(clock))),
      room)
  }

  @Test(
    "The workbook and schedule-excel.csv give back the schedule that they were made of",
    arguments: 0..<8)
  func roundTrip(seed: Int) throws {
    var (scenario, schedule) = try Samples.kyoto()
    // Titles that would be formulas, and rooms that share a name.
    for (index, text) in Samples.hostile.enumerated() where !text.isEmpty {
      scenario.sessions[index].title = text
    }
    scenario.rooms[1].name = scenario.rooms[0].name
    scenario.rooms[2].name = scenario.rooms[3].id
    scenario.rooms[4].name = ""
    var state = UInt64(seed) &+ 3
    for index in schedule.rows.indices {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Int(state >> 33)
      let row = schedule.rows[index]
      let day = scenario.meeting.days[number % scenario.meeting.days.count].date
      schedule.rows[index] =
        switch number % 7 {
        case 0: .init(session: row.session, status: .unplaced)
        case 1: .init(session: row.session, status: .held)
        default:
          .placed(
            row.session, WallTime(day, minuteOfDay: number / 7 % 1440),
            scenario.rooms[number / 99 % scenario.rooms.count].id)
        }
    }
    let files = try SpreadsheetFiles.all(
      Samples.programme(schedule, scenario),
      waiting: WaitingSession.all(Programme(schedule, of: scenario)))
    for file in files where ["schedule-excel.csv", "programme.xlsx"].contains(file.name) {
      let (rows, findings) = try read(file.bytes, file.name, scenario)
      #expect(findings.isEmpty, "\(file.name): \(findings)")
      let isSame = rows == schedule.firstRows
      #expect(isSame, "\(file.name)")
    }
  }

  @Test(
    "Dialects: semicolons, tabs, names in capitals, rooms by name, any order",
    arguments: [
      "session;date;start;room;status\nHLP1;09.10.2023;9:30;Main Hall;placed\n",
      "ROOM\tStart\tDate\tSession\nmain-hall\t0930\t2023-10-09\tHLP1\n",
      "\u{FEFF}Session ID,Date,Start,Room_Name\r\nHLP1,10/9/2023,9:30 AM,main hall\r\n",
      "id,date,start,end,room\nHLP1,9 Oct 2023,0.395833333333333,11:00,Main Hall\n",
      "session,date,start,room\nHLP1,\"Mon, October 9, 2023\",9h30,Main Hall\n",
      "session;date;start;room\nHLP1;45208;\"0,395833333\";Main Hall\n",
      "session,date,start,room\n'HLP1,2023-10-09T00:00:00,2023-10-09 09:30:00,Main Hall\n",
    ])
  func dialects(text: String) throws {
    // An apostrophe before a plain letter is a part of the text.
    let (rows, findings) = try csv(text.replacing("'HLP1", with: "HLP1"))
    #expect(findings.isEmpty)
    #expect(rows["HLP1"] == (try placed("HLP1", "2023-10-09", "09:30", "main-hall")))
  }

  @Test("Every error is named with file, line and column, and what would be right")
  func errors() throws {
    let (_, findings) = try csv(
      """
      session,date,start,room,room_name,status
      HPL1,2023-10-08,09:30,main-hall,,
      HLP1,2023-10-08,25:00,main-hal,,
      HLP3,2023-02-30,0.39,main-hall,,
      OPEN,05/06/2023,09:30,main-hall,,
      HLP5,2023-10-09,,main-hall,,placed
      DCAD,2023-10-09,9,i,Room B-1,
      PARL,2023-10-09,09:30,b-1,,plcaed
      DCAD,2023-10-09,09:30,i,,
      ,2023-10-09,09:30,i,,
      """)
    #expect(
      findings == [
        "error d.csv:2 session: The scenario has no session 'HPL1'. → did you mean 'HLP1'?",
        "error d.csv:3 start: '25:00' is not a time of day. → a time is written HH:MM, from 00:00"
          + " to 23:59",
        "error d.csv:3 room: The scenario has no room 'main-hal'. → did you mean 'main-hall'?",
        "error d.csv:4 date: '2023-02-30' is not a date. → there is no such day",
        "error d.csv:4 start: '0.39' is not a time of day. → write 00:39",
        "error d.csv:5 date: '05/06/2023' may be 2023-06-05 or 2023-05-06. → write 2023-06-05 or"
          + " 2023-05-06; or choose for all tables: \"dateOrder\": \"day-month\" or \"month-day\" in"
          + " meeting.json",
        "error d.csv:6 start: The cell is empty. → a placed session has a date, a start and a room",
        "error d.csv:7 start: '9' is not a time of day. → write 09:00",
        "error d.csv:7 room: The row names two rooms: 'i' by id, and 'b-1' by name. → empty the"
          + " cell that is wrong",
        "error d.csv:8 status: 'plcaed' is not known here. → did you mean 'placed'? Known: placed,"
          + " unplaced, held, cancelled",
        "error d.csv:9 session: 'DCAD' is on line 7 already. → keep the row that is right",
        "error d.csv:10 session: The row has no session. → the id of the session, or remove the row",
      ])
  }

  @Test("In a workbook findings name the sheet and the cell")
  func cells() throws {
    var plan = SheetPlan(name: "My plan")
    plan.put(.text("Plan of the committee"), 0, 0)
    for (column, name) in ["Title", "Session", "Date", "Start", "Room"].enumerated() {
      plan.put(.text(name), 2, column)
    }
    plan.put(.text("HLP1"), 3, 1)
    plan.put(.number(45_208), 3, 2)
    plan.put(.number(9), 3, 3)
    plan.put(.text("Main Hall"), 3, 4)
    let bytes = try WorkbookFile.bytes([SheetPlan(name: "Notes"), plan], title: "", created: 1)
    let (_, findings) = try read(bytes, "d.xlsx", try Samples.kyoto().scenario)
    #expect(
      findings == [
        "error d.xlsx, sheet My plan:4 Start (D4): '9' is not a time of day. → write 09:00"
      ])
  }

  @Test("What a list says besides time and place is compared, and holds nothing back")
  func warnings() throws {
    let (rows, findings) = try csv(
      """
      session,date,start,end,room,status,title
      HLP1,2023-10-08,09:30,10:00,main-hall,unplaced,
      OPEN,,,,,placed,
      HLP3,2023-10-08,13:45,,main-hall,,Another title
      CLOSE,2023-10-12,17:30,18:30,main-hall,cancelled,
      """)
    #expect(
      findings == [
        "warning d.csv:2 status: 'HLP1' is marked unplaced but has a time and a room; it is"
          + " taken as placed. → write placed, or empty its date",
        "warning d.csv:2 end: 'HLP1' lasts 90 minutes, so it ends at 11:00, not at 10:00. → the"
          + " length is changed in sessions.csv",
        "warning d.csv:3 status: 'OPEN' is marked placed but has no time and no room; it is"
          + " taken as unplaced. → write unplaced, or give it a date, a start and a room",
        "warning d.csv:4 title: The title is not 'HLP3''s in the scenario; a schedule carries no"
          + " titles. → change it in sessions.csv",
      ])
    #expect(rows["HLP1"] == (try placed("HLP1", "2023-10-08", "09:30", "main-hall")))
    #expect(rows["OPEN"]?.status == .unplaced && rows["CLOSE"]?.status == .unplaced)
  }

  @Test("A session that the list leaves out is unplaced with a warning, or held")
  func absent() throws {
    let (scenario, _) = try Samples.kyoto()
    try file(Data("session,date,start,room\n".utf8), "d.csv") { url in
      let (schedule, findings) = EditedSchedule.read(url, of: scenario, held: ["HLP1"])
      #expect(schedule?.firstRows["HLP1"]?.status == .held)
      #expect(schedule?.firstRows["HLP3"]?.status == .unplaced)
      #expect(findings.count { $0.rule == "absent" } == scenario.sessions.count - 1)
    }
  }

  @Test("What a what-if removed is passed over, its rooms stay where they are")
  func removed() throws {
    let (scenario, _) = try Samples.kyoto()
    let text = "session,date,start,room\nGONE,2023-10-08,09:30,j\nHLP1,2023-10-08,09:30,Old Hall\n"
    try file(Data(text.utf8), "d.csv") { url in
      let (schedule, findings) = EditedSchedule.read(
        url, of: scenario, held: [], ignoring: ["GONE": "", "old": "Old Hall"])
      #expect(findings.filter { $0.rule != "absent" }.isEmpty)
      #expect(schedule?.firstRows["HLP1"]?.room == "old")
      #expect(schedule?.firstRows["GONE"] == nil)
    }
  }

  @Test(
    "What holds no list is refused with what is missing",
    arguments: [
      ("a,b\n1,2\n", "d.csv:1 session: The column 'session' is missing."),
      ("session,date,Date,start,room\n", "d.csv:1 Date: The column 'Date' appears twice"),
      ("", "The file is empty"), ("PK\u{3}\u{4}junk", "The workbook is cut off or damaged"),
    ])
  func refused(text: String, sentence: String) throws {
    let (rows, findings) = try csv(text)
    #expect(rows.isEmpty)
    #expect(findings.contains { $0.contains(sentence) }, "\(findings)")
  }

  @Test("Random lists are read or refused, never a crash", arguments: 0..<60)
  func fuzz(seed: Int) throws {
    let (scenario, _) = try Samples.kyoto()
    var state = UInt64(seed) &* 7 &+ 1
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let pieces = [
      "HLP1", "9", "9:", ":", "1e308", "-1", "nan", "inf", "45208.99999", "99999999999", "'", "=",
      "AM",
      "13 PM", "0.", ".5", "2023", "2023-13-01", "1/1/1", "31.4.23", "Oct Oct Oct", "main-hall",
      "h",
      "\u{202E}", "٩:٠٠", "９:００", "placed", "0000", "2400", "T", "2023-10-08T", "2023-10-08T9:00Z",
    ]
    var text = "session,date,start,end,room,room_name,status,title,minutes\n"
    for _ in 0..<30 {
      text +=
        (0..<9).map { _ in random(3) == 0 ? "" : pieces[random(pieces.count)] }
        .joined(separator: ",") + "\n"
    }
    _ = try read(Data(text.utf8), "d.csv", scenario)
  }
}
