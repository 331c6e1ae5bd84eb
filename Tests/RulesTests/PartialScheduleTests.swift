// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules
import Testing

@Suite("A schedule is judged by what it says: ends, and places known in part")
struct PartialScheduleTests {
  private func tiny(_ count: Int, _ change: (inout Fixture) -> Void = { _ in }) -> Fixture {
    var tiny = Fixture()
    for number in 1...count { tiny.add("s\(number)") }
    change(&tiny)
    return tiny
  }

  private func review(_ tiny: Fixture, _ rows: [Schedule.Row], _ baseline: [String]? = nil)
    -> Review
  {
    Review(
      scenario: tiny.scenario, schedule: Schedule(rows: rows),
      baseline: baseline.map(Fixture.schedule))
  }

  /// A session with its end.
  private func ended(_ id: String, _ start: String, _ end: String, _ room: String) -> Schedule.Row {
    Schedule.Row(
      session: id, status: .placed, start: Fixture.time(start), end: Fixture.time(end), room: room)
  }

  private func onDay(_ id: String, _ date: CalendarDate, _ room: String? = nil) -> Schedule.Row {
    Schedule.Row(session: id, status: .placed, date: date, room: room)
  }

  private func roomless(_ id: String, _ start: String) -> Schedule.Row {
    Schedule.Row(session: id, status: .placed, start: Fixture.time(start))
  }

  @Test("A slot that is shorter or longer than asked is said as that, and clashes go by its end")
  func ends() {
    let tiny = tiny(2) { $0.scenario.sessions[0].minutes = 90 }
    let short = review(
      tiny, [ended("s1", "09:00", "10:15", "r1"), ended("s2", "10:15", "11:15", "r1")])
    #expect(short.broken == ["length: s1"])
    #expect(
      short.violations.first?.message
        == "s1 “Session s1” (R1, 2025-06-23 09:00-10:15) has 75 minutes, 15 fewer than the 90 it"
        + " asks for.")
    let long = review(
      tiny, [ended("s1", "09:00", "11:00", "r1"), ended("s2", "10:45", "11:45", "r1")])
    #expect(long.broken == ["length: s1", "room-free: s1 s2"])
    // Without an end it lasts its minutes.
    #expect(tiny.review(["s1 09:00 r1", "s2 10:15 r1"]).broken == ["room-free: s1 s2"])
  }

  @Test("A day without an hour is judged by what the day settles")
  func dayOnly() {
    let rules = tiny(3) {
      $0.link(0, 1, .sameDay, .must)
      $0.link(1, 2, .otherDay, .must)
      $0.scenario.sessions[0].pin.date = Fixture.second
      $0.scenario.sessions[1].allowed = Fixture.window("09:00", "12:00", Fixture.first)
      $0.add(person: "ada", in: [2]) { $0.available = Fixture.window("09:00", "10:00") }
      $0.scenario.rooms[0].capacity = 5
    }
    let found = review(
      rules,
      [
        onDay("s1", Fixture.first, "r1"), onDay("s2", Fixture.second, "r2"),
        onDay("s3", Fixture.second),
      ])
    #expect(
      found.broken == [
        "placed-once: s1", "placed-once: s2", "placed-once: s3", "room-fit: s1",
        "person-available: s3", "pinned: s1", "allowed: s2", "link: s1 s2", "link: s2 s3",
      ])
    // All of it kept: nothing but that the hours are missing.
    let kept = review(
      rules,
      [
        onDay("s1", Fixture.second, "r2"), onDay("s2", Fixture.first, "r2"),
        onDay("s3", Fixture.first),
      ])
    #expect(
      kept.broken == [
        "placed-once: s1", "placed-once: s2", "placed-once: s3", "link: s1 s2", "link: s2 s3",
      ])
  }

  @Test("Limits, full days and even days count a day without an hour; a moment does not")
  func counts() {
    let tiny = tiny(2) {
      for per in Limit.Scope.allCases {
        $0.scenario.limits.append(
          Limit(id: per.rawValue, kinds: [Kind("WS")], atMost: 1, per: per, strength: .must))
      }
      $0.add(person: "ada", in: [0, 1]) { $0.maxPerDay = 1 }
    }
    let found = review(tiny, [onDay("s1", Fixture.first), onDay("s2", Fixture.first)])
    #expect(found.violations.filter { $0.rule == .limit }.map(\.limit) == ["day", "meeting"])
    #expect(found.units(.overload) == 1)
    #expect(found.units(.unplaced) == 0)
  }

  @Test("An hour without a room: people and clashes are judged, rooms are not")
  func roomless() {
    let tiny = tiny(2) {
      $0.add(person: "ada", in: [0, 1])
      $0.scenario.sessions[0].pin.room = 0
      $0.scenario.rooms[0].available = []
    }
    let found = review(tiny, [roomless("s1", "09:00"), roomless("s2", "09:30")])
    #expect(found.broken == ["placed-once: s1", "placed-once: s2", "person-free: s1 s2"])
    #expect(found.violations.last?.people == ["ada"])
    #expect(review(tiny, [roomless("s1", "08:00")]).broken.contains("open-hours: s1"))
  }

  @Test("Against a baseline a day alone is a move where it is another day")
  func moved() {
    let tiny = tiny(1)
    let before = ["s1 09:00 r1"]
    #expect(review(tiny, [onDay("s1", Fixture.first)], before).units(.moved) == 0)
    #expect(review(tiny, [onDay("s1", Fixture.second)], before).units(.moved) == 3)
    #expect(review(tiny, [roomless("s1", "09:00")], before).units(.moved) == 0)
    #expect(review(tiny, [roomless("s1", "10:00")], before).units(.moved) == 3)
  }

  @Test("Wishes: outside is outside by the day alone, inside is not known")
  func wishes() {
    let tiny = tiny(1) {
      for wants in [true, false] {
        $0.scenario.wishes.append(
          Wish(
            subject: .session(0), wantsIt: wants, window: Fixture.window("09:00", "11:00"),
            strength: wants ? 5 : 70))
      }
    }
    #expect(review(tiny, [onDay("s1", Fixture.first)]).units(.wish) == 0)
    #expect(review(tiny, [onDay("s1", Fixture.second)]).units(.wish) == 5)
  }

  @Test("Sessions that lack their place share one line for each sort")
  func lines() {
    let tiny = tiny(5)
    let found = review(
      tiny,
      [onDay("s1", Fixture.first), roomless("s2", "09:00"), ended("s5", "08:00", "09:00", "r1")])
    #expect(
      found.lines.map(\.words) == [
        "2 sessions must be placed and are not: s3 “Session s3”, s4 “Session s4”.",
        "2 sessions are not fully placed: s1 “Session s1” (no hour, no room), s2 “Session s2”"
          + " (no room).",
        "s5 “Session s5” (R1, 2025-06-23 08:00-09:00) is not inside the open hours of Day 1,"
          + " 09:00-13:00 or 14:00-18:00.",
      ])
  }

  @Test("A held session with a day alone is placed although it is held")
  func held() {
    let tiny = tiny(1) {
      $0.scenario.activities[0].kind = .dc
      $0.scenario.activities[0].cells = ["open_membership": "no"]
    }
    #expect(review(tiny, [onDay("s1", Fixture.first)]).broken.contains("eligible: s1"))
  }

  @Test("Limits that have the same sessions at fault are two culprits, by their ids")
  func twoLimits() {
    let tiny = tiny(2) {
      for id in ["a", "b"] {
        $0.scenario.limits.append(
          Limit(id: id, kinds: [Kind("WS")], atMost: 1, per: .meeting, strength: .must))
      }
    }
    let found = tiny.review(["s1 09:00 r1", "s2 10:00 r1"])
    #expect(found.violations.map(\.limit) == ["a", "b"])
  }
}
