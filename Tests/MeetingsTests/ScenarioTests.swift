// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Testing

@Suite("What a scenario answers about itself")
struct ScenarioTests {
  private func scenario() throws -> Scenario {
    let day = try #require(CalendarDate("2026-12-31"))
    let meeting = Meeting(
      id: "m", name: "M", zone: try #require(ZoneClock("UTC")),
      days: [Day(date: day, label: "Day 1", open: [540..<720])])
    var scenario = Scenario(meeting: meeting)
    scenario.activities = [Kind.dc, .nri, .dc].enumerated().map {
      Activity(id: "a\($0)", name: "A\($0)", kind: $1)
    }
    scenario.sessions = [[0], [1, 0, 2], [2]].enumerated().map {
      Session(id: "s\($0)", activities: $1, title: "S", minutes: 60)
    }
    let early = Interval(start: WallTime(day, minuteOfDay: 0), minutes: 540)
    scenario.rooms = [
      Room(id: "half1", name: "", capacity: 10), Room(id: "half2", name: "Half 2", capacity: 10),
      Room(id: "whole", name: "Whole", capacity: 20, parts: [0, 1]),
      Room(id: "attic", name: "Attic", capacity: 5, available: [early]),
    ]
    return scenario
  }

  @Test("A joint session is of each of its activities, its kinds named once, in their order")
  func joint() throws {
    let scenario = try scenario()
    #expect(scenario.kinds(ofSession: 1) == [.nri, .dc])
    #expect(scenario.sessions(of: .activity(0)) == [0, 1])
    #expect(scenario.sessions(of: .activity(2)) == [1, 2])
    #expect(scenario.sessions(of: .session(1)) == [1])
    #expect(scenario.id(of: .activity(1)) == "a1")
    #expect(scenario.id(of: .session(2)) == "s2")
  }

  @Test(
    "A joined room is free only with its parts, a part only without it",
    arguments: [
      ([], ["half1", "half2", "whole"]), (["half1"], ["half2"]), (["whole"], []),
      (["half1", "half2"], []), (["attic"], ["half1", "half2", "whole"]),
    ])
  func free(used: [String], free: [String]) throws {
    let scenario = try scenario()
    let found = RoomUse.free(on: scenario.meeting.days[0], used: Set(used), of: scenario)
    // The attic can be used only until nine, when the venue opens.
    #expect(found.map(\.id) == free)
  }

  @Test("A room without a name is called by its id")
  func names() throws {
    let rooms = try scenario().rooms
    #expect(rooms.map(\.calledName) == ["half1", "Half 2", "Whole", "Attic"])
    #expect(rooms.map(\.hasOwnName) == [false, true, false, false])
  }

  @Test("Only the first row of a session counts")
  func firstRows() {
    let schedule = Schedule(rows: [
      .placed("s", WallTime(minutes: 600), "r"), .placed("s", WallTime(minutes: 700), "q"),
      .init(session: "t", status: .held),
    ])
    #expect(schedule.firstRows.count == 2)
    #expect(schedule.firstRows["s"]?.room == "r")
  }

  @Test("A stay goes by the schedule's own end, where it has one")
  func stays() {
    var row = Schedule.Row.placed("s", WallTime(minutes: 600), "r")
    #expect(row.stay(lasting: 60)?.minutes == 60)
    row.end = WallTime(minutes: 645)
    #expect(row.stay(lasting: 60)?.minutes == 45)
    row.start = nil
    #expect(row.stay(lasting: 60) == nil)
  }

  @Test("Tables allow less where rooms and people are there at some of the others' times only")
  func availability() throws {
    var wide = try scenario()
    wide.people = [Person(id: "p", name: "P", zone: try #require(ZoneClock("UTC")))]
    let day = wide.meeting.days[0].date
    func window(_ from: Int, _ minutes: Int) -> Interval {
      Interval(start: WallTime(day, minuteOfDay: from), minutes: minutes)
    }
    #expect(wide.isAvailable(onlyWithin: wide))
    for narrow: [Interval] in [[], [window(0, 540)], [window(60, 60), window(240, 60)]] {
      var own = wide
      own.rooms[0].available = narrow
      own.rooms[3].available = narrow
      own.people[0].available = narrow
      #expect(own.isAvailable(onlyWithin: wide))
      #expect(!wide.isAvailable(onlyWithin: own))
    }
    var longer = wide
    longer.rooms[3].available = [window(0, 541)]
    #expect(!longer.isAvailable(onlyWithin: wide))
    longer.rooms[3].available = nil
    #expect(!longer.isAvailable(onlyWithin: wide))
    var more = wide
    more.rooms.append(Room(id: "new", name: "", capacity: 1))
    #expect(!more.isAvailable(onlyWithin: wide) && wide.isAvailable(onlyWithin: more))
  }
}
