// SPDX-License-Identifier: GPL-3.0-or-later

import Drafts
import Foundation
import Meetings
import Programmes
import Tables
import Testing

@Suite("Schedule, summary and timetable as text")
struct TextExportTests {
  @Test("The machine copy has every session, in order, with both clocks")
  func schedule() {
    var scenario = Sample.scenario()
    scenario.sessions.append(Session(id: "x", activities: [1], title: "X", minutes: 60))
    var schedule = Sample.schedule(scenario)
    schedule.rows[2] = .init(session: "x", status: .held)
    schedule.rows.swapAt(0, 1)
    #expect(
      ScheduleCSV.text(Programme(schedule, of: scenario)) == """
        session,activity,kind,title,date,start,end,room,status,start_utc,end_utc,themes
        s1,a;b,DC;WS,Opening,2025-10-25,10:00,11:30,hall,placed,2025-10-25T08:00:00Z,2025-10-25T09:30:00Z,ai;data
        s2,b,WS,\"Names; numbers, and \"\"more\"\"\",2025-10-26,10:15,11:45,ws,placed,2025-10-26T09:15:00Z,2025-10-26T10:45:00Z,
        x,b,WS,X,,,,,held,,,

        """)
  }

  @Test("The timetable shows rooms across and time down")
  func timetable() {
    let scenario = Sample.scenario()
    #expect(
      Timetable.text(Programme(Sample.schedule(scenario), of: scenario), width: 60) == """
        Day 1, Saturday 2025-10-25 (UTC+2)
               Main Hall
               (hall)
        10:00  s1
               Opening
        11:30

        Free all day: Workshop (ws)

        Day 2, Sunday 2025-10-26 (UTC+1)
               Workshop
               (ws)
        10:15  s2
               Names; numbers, and "more"
        11:45

        Free all day: Main Hall (hall)


        """)
  }

  @Test("Only rooms that could be used are free: open that day, no part of a room in use")
  func free() {
    var scenario = Sample.scenario(dates: ["2025-10-25"])
    let day = scenario.meeting.days[0]
    scenario.rooms.append(Room(id: "both", name: "Both", capacity: 150, parts: [0, 1]))
    #expect(RoomUse.free(on: day, used: [], of: scenario).map(\.id) == ["hall", "ws", "both"])
    #expect(RoomUse.free(on: day, used: ["hall"], of: scenario).map(\.id) == ["ws"])
    #expect(RoomUse.free(on: day, used: ["both"], of: scenario).isEmpty)
    scenario.rooms[1].available = []
    #expect(RoomUse.free(on: day, used: ["hall"], of: scenario).isEmpty)
  }

  @Test("Two sessions in one room at once are both named")
  func clash() {
    let scenario = Sample.scenario(dates: ["2025-10-25"])
    var schedule = Sample.schedule(scenario)
    schedule.rows[1].room = "hall"
    let text = Timetable.text(Programme(schedule, of: scenario), width: 60)
    #expect(text.contains("10:15  ┆ ! s2") && text.contains("! two sessions in one room\n"))
  }

  @Test("Narrow terminals get several tables, and no line is wider")
  func narrow() {
    var scenario = Sample.scenario(dates: ["2025-10-25"], titles: (0..<9).map { "T\($0)" })
    scenario.rooms = (0..<9).map { Room(id: "room-\($0)", name: "R", capacity: 10) }
    let rows = scenario.sessions.enumerated().map { index, session in
      Schedule.Row.placed(
        session.id, WallTime(scenario.meeting.days[0].date, minuteOfDay: 600), "room-\(index)")
    }
    let text = Timetable.text(Programme(Schedule(rows: rows), of: scenario), width: 60)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 60 })
    for index in 0..<9 { #expect(text.contains("room-\(index)")) }
  }

  @Test(
    "Titles of any script are shown where there is room, cut between words",
    arguments: [60, 100, 200])
  func titles(width: Int) {
    let titles = [
      "互联网 治理 论坛 的 未来 与 人工智能 的 治理 问题 讨论 会议", "إنترنت للجميع بدون استثناء في كل مكان",
      "Bridging the gap between negotiations and experiences in the response to crime",
    ]
    let scenario = Sample.scenario(dates: ["2025-10-25"], titles: titles)
    let text = Timetable.text(Programme(Sample.schedule(scenario), of: scenario), width: width)
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.columns <= width })
    let whole = Set(titles.flatMap { $0.split(separator: " ") } + ["…"])
    let shown = lines.flatMap { $0.split(separator: " ") }.filter { word in
      titles.contains { title in title.contains(word) }
    }
    #expect(!shown.isEmpty && shown.allSatisfy(whole.contains))
  }

  @Test("The summary has the contract's keys, and its files are remembered")
  func summary() throws {
    var summary = DraftSummary(
      scenario: "m", status: .feasible, objective: 30, bound: 20,
      costs: [.init(rule: "wish", units: 30, weight: 1, cost: 30)], placed: 2, unplaced: 1,
      held: 0, seed: 1, seconds: 1.25, inputSHA256: "aa", program: "p")
    summary.files = ["schedule.csv": "bb"]
    let text = try DraftJSON.text(summary)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    for key in [
      "scenario", "status", "objective", "bound", "bound_for", "gap", "costs", "counts", "seed",
      "seconds", "input_sha256", "program",
    ] {
      #expect(object[key] != nil, "\(key)")
    }
    #expect(object["gap"] as? Double == 0.333333)
    #expect(text.contains("\"gap\" : 0.333333"))
    #expect(object["files"] as? [String: String] == ["schedule.csv": "bb"])
  }
}
