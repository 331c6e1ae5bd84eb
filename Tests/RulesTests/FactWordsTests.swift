// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Testing

@testable import Rules

@Suite("A finding is a fact, and its sentence is made from it")
struct FactWordsTests {
  private static let names = ReviewNames(meeting().scenario)

  /// Two sessions, two people, two rooms of which one name begins with the other's.
  private static func meeting() -> Fixture {
    var tiny = Fixture()
    tiny.add("s1") { $0.title = "Opening" }
    tiny.add("s2") { $0.title = "Access" }
    tiny.scenario.rooms[0].name = "Room 1"
    tiny.scenario.rooms[1].name = "Room 10"
    for (id, name) in [("p1", "Ann"), ("p2", "Ann Lee")] {
      tiny.add(person: id, in: []) { $0.name = name }
    }
    tiny.scenario.limits = [Limit(id: "l1", atMost: 1, per: .day, strength: .cost(1))]
    tiny.link(0, 1, .before, .must, min: 30)
    tiny.link(0, 1, .apart, .cost(4))
    return tiny
  }

  private static func placed(
    _ session: Int, _ clock: String, room: Int = 0
  ) -> ReviewedSchedule.Placed {
    ReviewedSchedule.Placed(
      session: session, stay: Interval(start: Fixture.time(clock), minutes: 60), room: room,
      roomID: "r\(room + 1)")
  }

  private static let first = placed(0, "09:00")
  private static let second = placed(1, "09:30", room: 1)
  private static let dayOnly = ReviewedSchedule.DayOnly(
    session: 1, date: Fixture.first, room: nil, roomID: nil)
  private static let openingWords = "s1 “Opening” (Room 1, 2025-06-23 09:00-10:00)"
  private static let accessWords = "s2 “Access” (Room 10, 2025-06-23 09:30-10:30)"

  private static let facts: [(any RuleFact, String)] = [
    (
      PlacedOnce.WithoutPlace(session: 0, shortfall: .absent),
      "s1 “Opening” must be placed and is not."
    ),
    (
      PlacedOnce.WithoutPlace(session: 0, shortfall: .partly([.hour, .room])),
      "s1 “Opening” is not fully placed: no hour, no room."
    ),
    (
      OpenHours.OutsideHours(entry: .placed(first), fault: .closed(day: 0)),
      "\(openingWords) is not inside the open hours of Day 1, 09:00-13:00 or 14:00-18:00."
    ),
    (
      OpenHours.OutsideHours(entry: .placed(first), fault: .offGrid),
      "\(openingWords) does not begin on the grid of 15 minutes."
    ),
    (
      OpenHours.OutsideHours(
        entry: .dayOnly(dayOnly), fault: .tooLong(minutes: 300, longest: 240, day: 0)),
      "s2 “Access” (no room, 2025-06-23, no hour) lasts 300 minutes; Day 1 is open for 240 at a time."
    ),
    (
      Length.OtherLength(placed: first, asked: 90),
      "\(openingWords) has 60 minutes, 30 fewer than the 90 it asks for."
    ),
    (
      RoomFit.Unfit(session: 0, room: 0, missesSeats: true, lacking: ["stage"]),
      "s1 “Opening” wants 10 seats and Room 1 has 50, and it needs stage, which Room 1 does not have."
    ),
    (
      RoomAvailable.Unusable(entry: .placed(second), fault: .closed),
      "\(accessWords) is not inside the hours in which Room 10 can be used."
    ),
    (
      RoomFree.Shared(first: first, second: second, gap: -30, needed: 0),
      "\(openingWords) and \(accessWords) are in the same room for 30 minutes."
    ),
    (
      RoomFree.Shared(first: first, second: second, gap: 5, needed: 15),
      "\(openingWords) and \(accessWords) leave 5 minutes for the room; 15 are needed."
    ),
    (
      PersonFree.TwoPlaces(people: [0, 1], first: first, second: second, gap: -30, needed: 0),
      "Ann and Ann Lee must be in \(openingWords) and in \(accessWords), which overlap."
    ),
    (
      PersonAvailable.Away(people: [1], entry: .dayOnly(dayOnly)),
      "Ann Lee must be in s2 “Access” (no room, 2025-06-23, no hour) and cannot be there that day."
    ),
    (
      Pinned.Elsewhere(
        entry: .placed(first), missed: Session.Pin(date: Fixture.second, start: 600, room: 1)),
      "\(openingWords) is pinned to 2025-06-24, 10:00, Room 10."
    ),
    (
      Exclusive.Beside(alone: first, other: second),
      "\(accessWords) runs while \(openingWords) does, which is exclusive."
    ),
    (
      MaxMoves.TooManyMoves(sessions: [0, 1], most: 1),
      "2 sessions of the baseline change; at most 1 may: s1, s2."
    ),
    (
      LimitPassed(
        limit: 0, over: .init(excess: 1, sessions: [0, 1], when: .day(Fixture.first))),
      "l1: 2 sessions on 2025-06-23, at most 1: s1, s2."
    ),
    (
      BrokenLink(link: 0, a: .placed(first), b: .placed(second), fault: .gap(-30)),
      "\(openingWords) should end at least 30 minutes before \(accessWords) begins; it is -30."
    ),
    (
      BrokenLink(link: 1, a: .placed(first), b: .placed(second), fault: .overlap),
      "\(openingWords) and \(accessWords) overlap and should not"
    ),
    (
      Unplaced.LeftOut(session: 1, priority: 4), "s2 “Access” (priority 4) is left out"
    ),
    (
      AwkwardHour.Awkward(
        person: 0, placed: first, from: Fixture.time("02:00"), to: Fixture.time("03:00")),
      "Ann sits in \(openingWords) online at 02:00-03:00 on their own clock"
    ),
    (
      Overload.FullDay(person: 1, date: Fixture.first, count: 5, most: 4),
      "Ann Lee must be in 5 sessions on 2025-06-23, at most 4"
    ),
    (
      EmptySeats.HalfEmpty(entry: .placed(second), empty: 60),
      "\(accessWords) leaves 60 seats empty"
    ),
    (
      DayBalance.Crowded(date: Fixture.first, kind: .dc, count: 4, share: 2),
      "2025-06-23 has 4 DC sessions; 2 would be even"
    ),
    (
      Moved.OtherPlace(
        session: 0, isTime: false, was: .init(start: Fixture.time("09:00"), room: "r2")),
      "s1 “Opening” was in another room: r2, 2025-06-23 09:00"
    ),
    (
      RoomChange.Wandering(activity: 0, entries: [.placed(first), .placed(second)]),
      "of-s1 uses Room 1, Room 10"
    ),
  ]

  @Test("Each sort of fact has its sentence", arguments: facts.indices)
  func sentence(index: Int) {
    let (fact, words) = Self.facts[index]
    #expect(fact.sentence(Self.names) == words)
  }

  @Test("Two facts are the same where their values are, and never for their words")
  func equality() {
    let names = Self.names
    func told(_ fact: any RuleFact) -> ToldFact { ToldFact(fact: fact, names: names) }
    for (i, one) in Self.facts.enumerated() {
      for (j, other) in Self.facts.enumerated() {
        #expect((told(one.0) == told(other.0)) == (i == j))
      }
    }
  }

  @Test("People, rooms and sessions whose names are alike are told apart by id")
  func alike() {
    var tiny = Self.meeting()
    tiny.scenario.rooms[1].name = "Room 1"
    tiny.scenario.people[1].name = "Ann"
    let names = ReviewNames(tiny.scenario)
    #expect(names.names([0, 1]) == "Ann (p1) and Ann (p2)")
    #expect(names.name(ofRoom: 0, "r1") == "Room 1 (r1)")
    #expect(names.name(ofRoom: 1, "r2") == "Room 1 (r2)")
    let wandering = RoomChange.Wandering(
      activity: 0, entries: [.placed(Self.first), .placed(Self.second)])
    #expect(wandering.sentence(names) == "of-s1 uses Room 1 (r1), Room 1 (r2)")
  }

  @Test("Violations and causes say by id which link, limit, rooms and people they are about")
  func ids() throws {
    var tiny = Self.meeting()
    tiny.scenario.limits[0].strength = .must
    for person in [0, 1] {
      tiny.scenario.roles.append(Role(person: person, subject: .session(person), role: "speaker"))
    }
    tiny.scenario.roles.append(Role(person: 1, subject: .session(0), role: "speaker"))
    let review = tiny.review(["s1 09:00 r1", "s2 09:00 r1"])
    func violation(_ rule: HardRule) throws -> Review.Violation {
      try #require(review.violations.first { $0.rule == rule })
    }
    #expect(try violation(.roomFree).rooms == ["r1"])
    #expect(try violation(.personFree).people == ["p2"])
    #expect(try violation(.link).link == 0)
    #expect(try violation(.limit).limit == "l1")
    let link = try #require(review.costs.first { $0.rule == .link }?.causes.first)
    #expect(link.link == 1)
  }
}
