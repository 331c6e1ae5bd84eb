// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Testing

@testable import Rules

@Suite("Each hard rule, broken and kept")
struct HardRuleTests {
  @Test("placed-once: a must session is placed, and placed once")
  func placedOnce() {
    var tiny = Fixture()
    tiny.add("s1")
    tiny.add("s2") { $0.placement = .optional }
    #expect(tiny.review([]).broken == ["placed-once: s1"])
    #expect(tiny.review(["s1 09:00 r1", "s1 10:00 r1"]).broken == ["placed-once: s1"])
    #expect(tiny.review(["s1 09:00 r1"]).broken.isEmpty)
  }

  @Test("open-hours: inside one open interval, on the grid, at a start unless pinned")
  func openHours() {
    var tiny = Fixture()
    tiny.add("s1")
    #expect(tiny.review(["s1 12:30 r1"]).broken == ["open-hours: s1"])
    #expect(tiny.review(["s1 09:10 r1"]).broken == ["open-hours: s1"])
    #expect(tiny.review(["s1 12:00 r1"]).broken.isEmpty)
    tiny.scenario.meeting.days[0].starts = [540]
    #expect(tiny.review(["s1 10:00 r1"]).broken == ["open-hours: s1"])
    tiny.scenario.sessions[0].pin.start = 600
    #expect(tiny.review(["s1 10:00 r1"]).broken.isEmpty)
  }

  @Test("room-fit: seats for everybody and all features")
  func roomFit() {
    var tiny = Fixture()
    tiny.add("s1") { $0.audience = 51 }
    tiny.add("s2") { $0.needs = ["stage"] }
    #expect(
      tiny.review(["s1 09:00 r1", "s2 09:00 r2"]).broken == ["room-fit: s1", "room-fit: s2"])
    tiny.scenario.rooms[0].capacity = 51
    tiny.scenario.rooms[1].features = ["stage", "hybrid"]
    #expect(tiny.review(["s1 09:00 r1", "s2 09:00 r2"]).broken.isEmpty)
  }

  @Test("room-available: inside one window of the room")
  func roomAvailable() {
    var tiny = Fixture()
    tiny.add("s1")
    tiny.scenario.rooms[0].available =
      Fixture.window("09:00", "10:30") + Fixture.window("10:45", "12:00")
    #expect(tiny.review(["s1 10:00 r1"]).broken == ["room-available: s1"])
    #expect(tiny.review(["s1 10:45 r1"]).broken.isEmpty)
    #expect(tiny.review(["s1 09:00 gone"]).broken == ["room-available: s1"])
  }

  @Test("room-free: the larger turnover counts, also between a joined room and its part")
  func roomFree() {
    var tiny = Fixture()
    tiny.add("s1")
    tiny.add("s2")
    #expect(tiny.review(["s1 09:00 r1", "s2 09:30 r1"]).broken == ["room-free: s1 s2"])
    #expect(tiny.review(["s1 09:00 r1", "s2 10:00 r1"]).broken.isEmpty)
    tiny.scenario.rooms.append(
      Room(id: "big", name: "Big", capacity: 100, turnoverMinutes: 30, parts: [0, 1]))
    tiny.scenario.rooms.append(Room(id: "wide", name: "Wide", capacity: 100, parts: [1, 2]))
    #expect(tiny.review(["s1 09:00 r1", "s2 10:15 big"]).broken == ["room-free: s1 s2"])
    #expect(tiny.review(["s1 09:00 r1", "s2 10:30 big"]).broken.isEmpty)
    #expect(tiny.review(["s1 09:00 big", "s2 09:00 wide"]).broken == ["room-free: s1 s2"])
    #expect(tiny.review(["s1 09:00 big", "s2 09:00 r3"]).broken.isEmpty)
  }

  @Test("person-free: the transfer time between two sessions that one must attend")
  func personFree() {
    var tiny = Fixture()
    tiny.add("s1")
    tiny.add("s2")
    tiny.scenario.meeting.transferMinutes = 15
    tiny.add(person: "ada", in: [0, 1])
    #expect(tiny.review(["s1 09:00 r1", "s2 10:00 r2"]).broken == ["person-free: s1 s2"])
    #expect(tiny.review(["s1 09:00 r1", "s2 10:15 r2"]).broken.isEmpty)
  }

  @Test("person-available: required people's windows")
  func personAvailable() {
    var tiny = Fixture()
    tiny.add("s1")
    tiny.add(person: "ada", in: [0]) { $0.available = Fixture.window("09:00", "11:00") }
    tiny.add(person: "ben", in: [0], .preferred) { $0.available = [] }
    #expect(tiny.review(["s1 10:30 r1"]).broken == ["person-available: s1"])
    #expect(tiny.review(["s1 10:00 r1"]).broken.isEmpty)
  }

  @Test("pinned: day, start and room, each alone")
  func pinned() {
    var tiny = Fixture()
    tiny.add("s1") { $0.pin.date = Fixture.second }
    tiny.add("s2") { $0.pin.start = 540 }
    tiny.add("s3") { $0.pin.room = 2 }
    #expect(
      tiny.review(["s1 09:00 r1", "s2 10:00 r1", "s3 09:00 r2"]).broken
        == ["pinned: s1", "pinned: s2", "pinned: s3"])
    #expect(tiny.review(["s1 +10:00 r1", "s2 +09:00 r1", "s3 10:00 r3"]).broken.isEmpty)
  }

  @Test("allowed: inside one of the allowed windows")
  func allowed() {
    var tiny = Fixture()
    tiny.add("s1") { $0.allowed = Fixture.window("14:00", "16:00") }
    #expect(tiny.review(["s1 15:30 r1"]).broken == ["allowed: s1"])
    #expect(tiny.review(["s1 15:00 r1"]).broken.isEmpty)
  }

  @Test("exclusive: nothing else overlaps it, touching is no overlap")
  func exclusive() {
    var tiny = Fixture()
    tiny.add("s1") { $0.isExclusive = true }
    tiny.add("s2")
    #expect(tiny.review(["s1 09:00 r1", "s2 09:45 r2"]).broken == ["exclusive: s1 s2"])
    #expect(tiny.review(["s1 09:00 r1", "s2 10:00 r2"]).broken.isEmpty)
  }

  @Test(
    "link: every kind holds and breaks where it should",
    arguments: [
      (Link.Kind.apart, "s2 10:00 r2", "s2 09:30 r2"), (.before, "s2 10:30 r2", "s2 10:15 r2"),
      (.sameDay, "s2 14:00 r2", "s2 +09:00 r2"), (.otherDay, "s2 +09:00 r2", "s2 14:00 r2"),
      (.backToBack, "s2 10:30 r2", "s2 10:45 r2"), (.sameRoom, "s2 +09:00 r1", "s2 +09:00 r2"),
    ])
  func links(kind: Link.Kind, kept: String, broken: String) {
    var tiny = Fixture()
    tiny.add("s1")
    tiny.add("s2")
    tiny.link(0, 1, kind, .must, min: kind == .before ? 30 : 0)
    #expect(tiny.review(["s1 09:00 r1", kept]).broken.isEmpty)
    #expect(tiny.review(["s1 09:00 r1", broken]).broken == ["link: s1 s2"])
  }

  @Test(
    "limit: at most a number at a moment, on a day, at the meeting",
    arguments: [
      (Limit.Scope.moment, "s2 10:00 r2", "s2 09:30 r2"), (.day, "s2 +09:00 r1", "s2 14:00 r1"),
      (.meeting, "s2", "s2 +09:00 r1"),
    ])
  func limits(per: Limit.Scope, kept: String, broken: String) {
    var tiny = Fixture()
    tiny.add("s1", kind: Kind("MAIN"))
    tiny.add("s2", kind: Kind("MAIN")) { $0.placement = .optional }
    tiny.add("s3")
    tiny.scenario.limits = [
      Limit(id: "one", kinds: [Kind("MAIN")], atMost: 1, per: per, strength: .must)
    ]
    #expect(tiny.review(["s1 09:00 r1", "s3 09:00 r3", kept]).broken.isEmpty)
    #expect(tiny.review(["s1 09:00 r1", "s3 09:00 r3", broken]).broken == ["limit: s1 s2"])
  }

  @Test("eligible: a session held back and placed all the same counts in the other rules too")
  func eligible() {
    var tiny = Fixture()
    tiny.add("s1", kind: .dc, themes: ["x"])
    tiny.add("s2", kind: .dc, themes: ["x"])
    tiny.scenario.activities[0].cells["open_membership"] = "no"
    let review = tiny.review(["s1 09:00 r1", "s2 09:00 r2"])
    #expect(review.broken == ["eligible: s1"])
    #expect(review.units(.kindClash) == 1)
    #expect(review.held == ["s1"])
    #expect(tiny.review(["s2 09:00 r2"]).broken.isEmpty)
    tiny.scenario.meeting.eligibility = .report
    #expect(tiny.review(["s1 09:00 r1", "s2 10:00 r2"]).broken.isEmpty)
  }

  @Test("max-moves: changes of place or status of the baseline's sessions")
  func maxMoves() {
    var tiny = Fixture()
    tiny.add("s1")
    tiny.add("s2")
    tiny.add("s3") { $0.placement = .optional }
    let baseline = ["s1 09:00 r1", "s2 10:00 r1", "s3", "gone 09:00 r9"]
    let now = ["s1 09:00 r2", "s2 10:00 r1", "s3 11:00 r1"]
    #expect(tiny.review(now, baseline: baseline, maxMoves: 1).broken == ["max-moves: s1 s3"])
    #expect(tiny.review(now, baseline: baseline, maxMoves: 2).broken.isEmpty)
  }
}
