// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Testing
import Texts

@testable import Rules

/// What stands at sessions in timetables.
@Suite("Marks")
struct MarkTests {
  private func marks(_ tiny: Fixture, _ rows: [Schedule.Row], at session: String) -> [String] {
    let review = Review(scenario: tiny.scenario, schedule: Schedule(rows: rows))
    let marks = Marks(tiny.scenario)
    return review.violations.filter { $0.sessions.contains(session) }.map {
      marks.words($0, at: session)
    }
      + review.costs.flatMap { cost in
        cost.causes.filter { cost.weight > 0 && $0.sessions.contains(session) }.map {
          marks.words($0, of: cost.rule, at: session)
        }
      }
  }

  private func at(_ minute: Int) -> WallTime { WallTime(Fixture.first, minuteOfDay: minute) }

  @Test("They say what is wrong, and name the people and the other session")
  func named() {
    var tiny = Fixture()
    tiny.add("a")
    tiny.add("b")
    tiny.add(person: "ana", in: [0, 1])
    let both = marks(
      tiny, [.placed("a", at(540), "r1"), .placed("b", at(540), "r1")], at: "a")
    #expect(both.contains("two sessions in one room: “Session b” (b)"))
    #expect(both.contains("ANA in two places at once: “Session b” (b)"))
    tiny.scenario.meeting.transferMinutes = 15
    let tight = marks(tiny, [.placed("a", at(540), "r1"), .placed("b", at(600), "r2")], at: "b")
    #expect(tight == ["too little time for ANA to change rooms: “Session a” (a)"])
    tiny.scenario.people[0].available = []
    let away = marks(tiny, [.placed("a", at(540), "r1"), .placed("b", at(900), "r2")], at: "b")
    #expect(away == ["ANA is not there"])
  }

  @Test("Every rule has words for its mark, and none of them is a rule's id")
  func words() {
    for words in HardRule.allCases.map(\.words) + SoftRule.allCases.map(\.words) {
      #expect(words.mark.contains(" "), "\(words.title)")
    }
    #expect(Count.of(1, "session") == "1 session" && Count.of(2, "session") == "2 sessions")
    #expect(Count.are(1) == "1 is" && Count.are(0) == "0 are")
  }

  @Test("A start in the hour that the clocks pass over breaks the open hours, and is not a start")
  func skipped() {
    var tiny = Fixture()
    // 2025-03-30, when Oslo's clocks go from 02:00 to 03:00.
    let date = CalendarDate(dayNumber: 20_177)
    tiny.scenario.meeting.days = [Day(date: date, label: "Day", open: [0..<1440])]
    tiny.add("a")
    for (minute, isStart) in [(105, true), (120, false), (150, false), (180, true)] {
      let start = WallTime(date, minuteOfDay: minute)
      let review = Review(
        scenario: tiny.scenario, schedule: Schedule(rows: [.placed("a", start, "r1")]))
      #expect(review.violations.isEmpty == isStart, "\(start)")
    }
  }
}
