// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Tables
import Testing

@testable import Rules

@Suite("Each proof of impossibility has its sentence, its place and a way out")
struct ImpossibleWordsTests {
  private typealias Step = Impossibility.Step
  private typealias Reach = Impossibility.Reach
  private typealias Overload = Impossibility.Overload

  /// Three sessions with links among them, two days, four rooms.
  private static func meeting() -> Fixture {
    var tiny = Fixture()
    for id in ["s1", "s2", "s3"] { tiny.add(id) }
    tiny.scenario.meeting.transferMinutes = 15
    for room in tiny.scenario.rooms.indices { tiny.scenario.rooms[room].turnoverMinutes = 10 }
    tiny.add(person: "ann", in: [0, 1])
    tiny.scenario.limits = [Limit(id: "few", atMost: 1, per: .day, strength: .must, line: 7)]
    tiny.link(0, 1, .before, .must, min: 30, max: 60)
    tiny.link(1, 0, .before, .must)
    for kind in [Link.Kind.apart, .sameDay, .otherDay, .backToBack, .sameRoom] {
      tiny.link(0, 1, kind, .must)
    }
    for index in tiny.scenario.links.indices { tiny.scenario.links[index].line = index + 2 }
    return tiny
  }

  /// Where a session may begin: on some days, in some rooms.
  private static func reach(
    _ session: Int, days: [Int] = [0, 1], rooms: [Int] = [0, 1, 2, 3], starts: Int = 9
  ) -> Reach {
    Reach(
      session: session, first: Fixture.time("09:00"),
      last: starts == 1 ? Fixture.time("09:00") : Fixture.time("12:00"), days: days, rooms: rooms,
      starts: starts)
  }

  private static func pair(
    _ demands: [Impossibility.Pair.Demand], _ a: Reach = reach(0), _ b: Reach = reach(1),
    others: Int = 0
  ) -> Impossibility {
    .pair(.init(first: a, second: b, demands: demands, others: others))
  }

  private static func overload(
    _ resource: Overload.Resource, exclusive: [Int] = [], days: [Int]? = nil,
    within: [Interval]? = nil, unit: Overload.Unit = .minutes, rest: Int = 0
  ) -> Impossibility {
    .overload(
      Overload(
        resource: resource, sessions: [0, 1], exclusive: exclusive, days: days, within: within,
        unit: unit, needed: 120, available: 60, rest: rest))
  }

  /// Each with its id, its place, and what is said.
  private static let facts: [(Impossibility, rule: String, place: String, words: String)] = [
    (
      .ring([
        Step(from: 0, to: 1, link: 0, sort: .before(0)),
        Step(from: 1, to: 0, link: 1, sort: .before(0)),
      ]), "link-ring", "links.csv 3", "s1 before s2 before s1 (links.csv 2, 3): a ring."
    ),
    (
      .ring([
        Step(from: 0, to: 1, link: 0, sort: .before(30)),
        Step(from: 1, to: 2, link: 1, sort: .within(5)),
        Step(from: 2, to: 0, link: 1, sort: .before(0)),
      ]), "link-ring", "links.csv 3",
      "s1 ends at least 30 minutes before s2 begins, s2 begins at most 5 minutes after s3 ends,"
        + " s3 ends before s1 begins (links.csv 2, 3): a ring that cannot hold."
    ),
    (
      pair([.link(0)]), "link", "links.csv 2",
      "s1 and s2 cannot both be placed: s1 must end before s2 begins, at least 30 minutes, at most"
        + " 60 minutes (links.csv 2)."
    ),
    (
      pair([.link(2), .person(0)], reach(0, starts: 1), reach(1, days: [0]), others: 2), "link",
      "links.csv 4",
      "s1 and s2 cannot both be placed: s1 and s2 may not overlap (links.csv 4), and ANN must be in"
        + " both with 15 minutes between them; s1 can only begin at 2025-06-23 09:00, s2 can only"
        + " begin on 2025-06-23 from 09:00 to 12:00 (so do 2 more pairs)."
    ),
    (
      pair([.person(0)]), "person-free", "sessions.csv 0",
      "s1 and s2 cannot both be placed: ANN must be in both with 15 minutes between them."
    ),
    (
      pair([.exclusive(1)]), "exclusive", "sessions.csv 0",
      "s1 and s2 cannot both be placed: nothing may run while s2 does."
    ),
    (
      pair([.room(2)]), "room-free", "sessions.csv 0",
      "s1 and s2 cannot both be placed: both need the space of room r3 with 10 minutes between them."
    ),
    (
      pair([.link(3)]), "link", "links.csv 5",
      "s1 and s2 cannot both be placed: s1 and s2 must be on one day (links.csv 5)."
    ),
    (
      pair([.link(4)]), "link", "links.csv 6",
      "s1 and s2 cannot both be placed: s1 and s2 must be on different days (links.csv 6)."
    ),
    (
      pair([.link(5)]), "link", "links.csv 7",
      "s1 and s2 cannot both be placed: s1 and s2 must follow each other within 30 minutes"
        + " (links.csv 7)."
    ),
    (
      pair([.link(6)]), "link", "links.csv 8",
      "s1 and s2 cannot both be placed: s1 and s2 must be in one room (links.csv 8)."
    ),
    (
      .chain(
        .init(
          sessions: [0, 1], links: [0], latest: Fixture.time("17:00"),
          needed: Fixture.time("17:30"))), "link-chain", "links.csv 2",
      "s1, then s2 (links.csv 2): the links let s2 begin at 2025-06-23 17:30 at the earliest, and its"
        + " last possible start is 2025-06-23 17:00."
    ),
    (
      .days(.init(sessions: [reach(0, days: [0]), reach(1, days: [1])], links: [3], against: nil)),
      "link-days", "links.csv 5",
      "s1 and s2 must be on one day (links.csv 5): s1 can only be on 2025-06-23, s2 on 2025-06-24."
    ),
    (
      .days(.init(sessions: [reach(0), reach(1)], links: [3], against: 4)), "link-days",
      "links.csv 6",
      "s1 and s2 must be on one day (links.csv 5) and on different days (links.csv 6)."
    ),
    (
      .days(.init(sessions: [reach(0), reach(2), reach(1)], links: [3], against: nil)), "link-days",
      "links.csv 5",
      "s1, s3, s2 must be on one day (links.csv 5), and no day is possible for all of them."
    ),
    (
      .otherDays(sessions: [0, 1, 2], links: [4], days: 2), "link-days", "links.csv 6",
      "s1, s2, s3 must each be on a different day (links.csv 6): 3 sessions and 2 days."
    ),
    (
      .rooms(
        .init(sessions: [reach(0, rooms: [0]), reach(1, rooms: [1, 2])], links: [6], against: nil)),
      "link-rooms", "links.csv 8",
      "s1 and s2 must be in one room (links.csv 8): s1 can only be in r1, s2 in r2, r3."
    ),
    (
      .rooms(.init(sessions: [reach(0), reach(1), reach(2)], links: [6], against: nil)),
      "link-rooms", "links.csv 8",
      "s1, s2, s3 must be in one room (links.csv 8), and no room is possible for all of them."
    ),
    (
      overload(.rooms([0]), days: [1], rest: 10), "overload", "rooms.csv 0",
      "120 minutes must be placed on 2025-06-24 and the room r1 has 60 (with 10 minutes after each"
        + " session): s1, s2."
    ),
    (
      overload(.rooms([0, 1, 2, 3]), exclusive: [2], unit: .sessions), "overload", "rooms.csv 0",
      "120 sessions must be placed and the rooms have places for 60: s1, s2; nothing runs beside"
        + " s3."
    ),
    (
      overload(.oneRoom([0, 1], links: [6])), "overload", "links.csv 8",
      "120 minutes must be placed in one room (links.csv 8) and none of r1, r2 has more than 60:"
        + " s1, s2."
    ),
    (
      overload(.person(0), unit: .sessions), "overload", "people.csv 0",
      "ANN must be in 120 sessions and has time for 60: s1, s2."
    ),
    (
      overload(.limit(0), within: Fixture.window("09:00", "10:00")), "overload", "limits.csv 7",
      "the limit few leaves 60 minutes within 2025-06-23 09:00-10:00 and 120 minutes must be placed:"
        + " s1, s2."
    ),
    (
      overload(.apart(link: 2)), "overload", "links.csv 4",
      "120 minutes must be placed, no two at a time (links.csv 4), and there are 60: s1, s2."
    ),
  ]

  @Test("In words", arguments: facts.indices)
  func sentence(index: Int) {
    let (fact, rule, place, words) = Self.facts[index]
    let finding = ImpossibleWords(Self.meeting().scenario, RowPlaces()).finding(fact)
    #expect(finding.sentence == words)
    #expect(finding.rule == rule)
    #expect("\(finding.file) \(finding.line ?? 0)" == place)
    #expect(finding.severity == .error && finding.suggestion?.isEmpty == false)
  }

  @Test("Of many times the first four are said, and how many more there are")
  func many() {
    let times = (9...15).map { hour in
      Interval(start: WallTime(Fixture.first, minuteOfDay: hour * 60), minutes: 30)
    }
    let fact = Self.overload(.person(0), within: times)
    let words = ImpossibleWords(Self.meeting().scenario, RowPlaces()).finding(fact).sentence
    #expect(words.contains("2025-06-23 12:00-12:30 and 3 more times and has time for 60"))
    #expect(!words.contains("13:00"))
  }
}
