// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Testing

@testable import Rules

@Suite("Each soft rule, with and without units")
struct SoftRuleTests {
  @Test("unplaced: the priorities of what is left out")
  func unplaced() {
    var tiny = Fixture()
    tiny.add("s1") {
      $0.placement = .optional
      $0.priority = 4
    }
    #expect(tiny.review([]).units(.unplaced) == 4)
    #expect(tiny.review([]).objective == 2000)
    #expect(tiny.review(["s1 09:00 r1"]).units(.unplaced) == 0)
  }

  @Test("theme-clash: a pair that shares two themes counts once")
  func themeClash() {
    var tiny = Fixture()
    tiny.add("s1", themes: ["ai", "access"])
    tiny.add("s2", themes: ["access", "ai"])
    #expect(tiny.review(["s1 09:00 r1", "s2 09:30 r2"]).units(.themeClash) == 1)
    #expect(tiny.review(["s1 09:00 r1", "s2 10:00 r2"]).units(.themeClash) == 0)
  }

  @Test("kind-clash and intersessional-clash: a shared kind is the one, different kinds the other")
  func kindClash() {
    var tiny = Fixture()
    tiny.add("s1", kind: .dc)
    tiny.add("s2", kind: .dc)
    tiny.add("s3", kind: .pn)
    tiny.add("s4")
    let together = tiny.review(["s1 09:00 r1", "s2 09:00 r2", "s3 09:00 r3", "s4 09:00 r4"])
    #expect(together.units(.kindClash) == 1)
    #expect(together.units(.intersessionalClash) == 2)
    let apart = tiny.review(["s1 09:00 r1", "s2 10:00 r2", "s3 11:00 r3", "s4 09:00 r4"])
    #expect(apart.units(.kindClash) == 0)
    #expect(apart.units(.intersessionalClash) == 0)
  }

  @Test("personal-capacity: at least one of the two only by preference")
  func personalCapacity() {
    var tiny = Fixture()
    tiny.add("s1")
    tiny.add("s2")
    tiny.add(person: "ada", in: [0])
    tiny.add(person: "ada", in: [1], .preferred)
    #expect(tiny.review(["s1 09:00 r1", "s2 09:30 r2"]).units(.personalCapacity) == 1)
    #expect(tiny.review(["s1 09:00 r1", "s2 10:00 r2"]).units(.personalCapacity) == 0)
  }

  @Test("link: the strength of each broken pair; two rows that say the same count twice")
  func link() {
    var tiny = Fixture()
    tiny.add("s1")
    tiny.add("s2")
    tiny.link(0, 1, .apart, .cost(7))
    tiny.link(1, 0, .apart, .cost(7))
    #expect(tiny.review(["s1 09:00 r1", "s2 09:30 r2"]).units(.link) == 14)
    #expect(tiny.review(["s1 09:00 r1", "s2 10:00 r2"]).units(.link) == 0)
  }

  @Test("wish: inside means inside the window and the room; unplaced sessions cost nothing")
  func wish() {
    var tiny = Fixture()
    tiny.add("s1") { $0.placement = .optional }
    tiny.scenario.wishes = [
      Wish(
        subject: .session(0), wantsIt: true, window: Fixture.window("09:00", "11:00"), room: 0,
        strength: 9)
    ]
    #expect(tiny.review(["s1 09:00 r1"]).units(.wish) == 0)
    #expect(tiny.review(["s1 09:00 r2"]).units(.wish) == 9)
    #expect(tiny.review(["s1 10:30 r1"]).units(.wish) == 9)
    #expect(tiny.review([]).units(.wish) == 0)
    tiny.scenario.wishes[0].wantsIt = false
    #expect(tiny.review(["s1 09:00 r1"]).units(.wish) == 9)
  }

  @Test("limit: strength times excess; a moment's largest excess counts, days add up")
  func limit() {
    var tiny = Fixture()
    for id in ["s1", "s2", "s3", "s4"] { tiny.add(id) }
    let rows = ["s1 09:00 r1", "s2 09:30 r2", "s3 09:45 r3", "s4 14:00 r1"]
    func units(_ per: Limit.Scope, rooms: [Int] = []) -> Int {
      tiny.scenario.limits = [
        Limit(id: "l", rooms: rooms, atMost: 1, per: per, strength: .cost(5))
      ]
      return tiny.review(rows).units(.limit)
    }
    #expect(units(.moment) == 10)
    #expect(units(.day) == 15)
    #expect(units(.meeting) == 15)
    #expect(units(.day, rooms: [0]) == 5)
  }

  @Test("awkward-hour: on the person's own clock, half-hour zones and midnight included")
  func awkwardHour() {
    var tiny = Fixture()
    tiny.add("s1")
    tiny.add(person: "kim", in: [0]) {
      $0.zone = Fixture.zone("Asia/Kolkata")
      $0.presence = .online
    }
    #expect(tiny.review(["s1 16:00 r1"]).units(.awkwardHour) == 0)
    #expect(tiny.review(["s1 17:00 r1"]).units(.awkwardHour) == 0)
    tiny.scenario.people[0].zone = Fixture.zone("Australia/Sydney")
    #expect(tiny.review(["s1 15:30 r1"]).units(.awkwardHour) == 1)
    tiny.scenario.people[0].presence = .onsite
    #expect(tiny.review(["s1 15:30 r1"]).units(.awkwardHour) == 0)
  }

  @Test("empty-seats: each full fifty")
  func emptySeats() {
    var tiny = Fixture()
    tiny.add("s1")
    tiny.scenario.rooms[0].capacity = 109
    tiny.scenario.rooms[1].capacity = 110
    #expect(tiny.review(["s1 09:00 r1"]).units(.emptySeats) == 1)
    #expect(tiny.review(["s1 09:00 r2"]).units(.emptySeats) == 2)
  }

  @Test("day-balance: sessions of a kind above the day's even share, unplaced ones in the count")
  func dayBalance() {
    var tiny = Fixture()
    for id in ["s1", "s2", "s3"] { tiny.add(id, kind: .dc) }
    #expect(
      tiny.review(["s1 09:00 r1", "s2 10:00 r1", "s3 11:00 r1"]).units(.dayBalance) == 1)
    #expect(
      tiny.review(["s1 09:00 r1", "s2 10:00 r1", "s3 +09:00 r1"]).units(.dayBalance) == 0)
  }

  @Test("room-change: rooms beyond the first of one activity")
  func roomChange() {
    var tiny = Fixture()
    tiny.add("s1")
    tiny.add("s2") { $0.activities = [0] }
    tiny.add("s3") { $0.activities = [0] }
    #expect(
      tiny.review(["s1 09:00 r1", "s2 10:00 r2", "s3 11:00 r3"]).units(.roomChange) == 2)
    #expect(
      tiny.review(["s1 09:00 r1", "s2 10:00 r1", "s3 11:00 r1"]).units(.roomChange) == 0)
  }

  @Test("overload: required sessions of a day above what the person may have")
  func overload() {
    var tiny = Fixture()
    tiny.add("s1")
    tiny.add("s2")
    tiny.add(person: "ada", in: [0, 1]) { $0.maxPerDay = 1 }
    #expect(tiny.review(["s1 09:00 r1", "s2 11:00 r1"]).units(.overload) == 1)
    #expect(tiny.review(["s1 09:00 r1", "s2 +11:00 r1"]).units(.overload) == 0)
  }

  @Test("moved: three for another time or absence, one for another room, none for new places")
  func moved() {
    var tiny = Fixture()
    for id in ["s1", "s2", "s3", "s4"] { tiny.add(id) { $0.placement = .optional } }
    let baseline = ["s1 09:00 r1", "s2 09:00 r2", "s3 09:00 r3", "s4"]
    let now = ["s1 10:00 r4", "s2 09:00 r4", "s3", "s4 14:00 r1"]
    #expect(tiny.review(now, baseline: baseline).units(.moved) == 7)
    #expect(tiny.review(baseline, baseline: baseline).units(.moved) == 0)
  }

  @Test("A weight of zero keeps the units and drops the cost")
  func weightless() {
    var tiny = Fixture()
    tiny.add("s1", themes: ["x"])
    tiny.add("s2", themes: ["x"])
    tiny.scenario.meeting.weights[.themeClash] = 0
    let review = tiny.review(["s1 09:00 r1", "s2 09:00 r2"])
    #expect(review.units(.themeClash) == 1)
    #expect(review.objective == 0)
  }
}
