// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Tables
import Testing

@testable import Explaining

@Suite("What tables ask, and what giving it up would be, in words")
struct RequestWordsTests {
  /// Two sessions of an activity each, three people of like names, two rooms.
  private static func meeting() throws -> Scenario {
    var scenario = try TinyMeeting(seed: 1).scenario
    let day = scenario.meeting.days[0].date
    scenario.meeting.days = [Day(date: day, label: "Day 1", open: [540..<720], starts: [540, 600])]
    scenario.meeting.turnoverMinutes = 10
    scenario.meeting.transferMinutes = 5
    let early = [Interval(start: WallTime(day, minuteOfDay: 540), minutes: 60)]
    let zone = scenario.meeting.zone
    scenario.people = [("p1", "Ann"), ("p2", "Ann Lee"), ("p3", "Ann")].map {
      Person(id: $0, name: $1, zone: zone, available: $0 == "p2" ? early : nil)
    }
    scenario.rooms = [
      Room(id: "r1", name: "Room 1", capacity: 50, available: early, turnoverMinutes: 10),
      Room(id: "r10", name: "Room 10", capacity: 80, turnoverMinutes: 20),
    ]
    scenario.sessions = [
      Session(
        id: "s1", activities: [0], title: "One", minutes: 60, audience: 30, needs: ["stage"],
        pin: Session.Pin(date: day, start: 540, room: 1), allowed: early, isExclusive: true),
      Session(id: "s10", activities: [1], title: "Ten", minutes: 60),
    ]
    scenario.roles = [
      Role(person: 0, subject: .session(0), role: "speaker"),
      Role(person: 1, subject: .session(1), role: ""),
    ]
    scenario.links = [
      Link(from: .session(0), to: .session(1), kind: .before, strength: .must, minGap: 15)
    ]
    scenario.limits = [Limit(id: "l1", atMost: 1, per: .day, strength: .must)]
    return scenario
  }

  private static let expected: [(Request.Demand, sentence: String, way: String)] = [
    (.session(0), "s1 must be placed (60 minutes).", "leave s1 out"),
    (.session(1), "s10 must be placed (60 minutes).", "leave s10 out"),
    (.pinnedDay(0), "s1 is pinned to 2025-06-23.", "move the pin of s1 to another day"),
    (.pinnedStart(0), "s1 is pinned to 09:00.", "move the pin of s1 to another start"),
    (.pinnedRoom(0), "s1 is pinned to room r10.", "move the pin of s1 to another room"),
    (.allowed(0), "s1 must lie on 2025-06-23 09:00-10:00.", "allow s1 at other times"),
    (.exclusive(0), "s1 runs with nothing else beside it.", "let others run beside s1"),
    (
      .link(0), "s1 must end before s10 begins, at least 15 minutes.", "drop the link s1 before s10"
    ),
    (.limit(0), "the limit l1 allows at most 1 session a day.", "drop the limit l1"),
    (.audience(0), "s1 wants 30 seats.", "let s1 do with fewer seats"),
    (.needs(0), "s1 needs stage.", "let s1 do without stage"),
    (
      .personWindow(1), "Ann Lee is there only on 2025-06-23 09:00-10:00.",
      "have Ann Lee there at other times"
    ),
    (.role(0), "Ann (p1) must be at s1 (speaker).", "do without Ann (p1) at s1"),
    (.role(1), "Ann Lee must be at s10.", "do without Ann Lee at s10"),
    (
      .roomWindow(0), "the room r1 can be used only on 2025-06-23 09:00-10:00.",
      "have the room r1 at other times"
    ),
    (
      .roomTurnover(1), "the room r10 rests 20 minutes between two sessions.",
      "give the room r10 no rest between sessions"
    ),
    (
      .turnover, "every room rests 10 minutes between two sessions.",
      "give rooms no rest between sessions"
    ),
    (
      .transfer, "everybody has 5 minutes from one session to the next.",
      "give people no time between sessions"
    ),
    (
      .starts(day: 0), "2025-06-23 has only the starts 09:00, 10:00.",
      "let sessions begin at other times on 2025-06-23"
    ),
    (.open(day: 0), "2025-06-23 is open 09:00-12:00.", "open 2025-06-23 all day and night"),
  ]

  @Test("Every request of a meeting has its sentence and its way")
  func requests() throws {
    let requests = Request.all(of: try Self.meeting(), RowPlaces())
    #expect(requests.map(\.demand) == Self.expected.map(\.0))
    for (request, expected) in zip(requests, Self.expected) {
      #expect(request.sentence == expected.sentence)
      #expect(request.way == expected.way)
    }
  }

  @Test("A correction is asked for in one way and bought in another")
  func corrections() throws {
    let words = CorrectionWords(try Self.meeting())
    #expect(words.asked(.giveUp(.session(1))) == "leave s10 out")
    #expect(
      words.asked(.shorten(session: 0, minutes: 30)) == "shorten s1 by 30 minutes, to 30")
    #expect(words.asked(.raise(limit: 0)) == "raise the limit l1 from 1 to 2")
    #expect(words.asked(.hour(day: 0)) == "open one hour longer on 2025-06-23")
    #expect(words.bought(.hour(day: 0)) == "one more hour on 2025-06-23")
    #expect(words.asked(.hourEveryDay) == "open one hour longer every day")
    #expect(words.bought(.hourEveryDay) == "one more hour every day")
    #expect(words.bought(.room(like: 1)) == "one more room like r10 (80 seats)")
  }

  @Test("A room that is added has an id of its own, also where an earlier correction was taken")
  func oneMoreRoom() throws {
    var scenario = try Self.meeting()
    for id in ["one-more-like-r1", "one-more-like-r1-2"] {
      let taken = Loosening.taking(.room(like: 0), of: scenario)
      #expect(taken.rooms.last?.id == id)
      #expect(Set(taken.rooms.map(\.id)).count == taken.rooms.count)
      scenario = taken
    }
    #expect(scenario.idOfOneMoreRoom(like: 1) == "one-more-like-r10")
  }

  @Test("Losses name whom or what is missed, people of one name by id")
  func losses() throws {
    let scenario = try Self.meeting()
    let day = scenario.meeting.days[0].date
    #expect(Fragility.Lost.room(1, day).words(in: scenario) == "Room 10 (r10) on 2025-06-23")
    #expect(
      Fragility.Lost.people([0, 1, 2], day).words(in: scenario)
        == "one of Ann (p1), Ann Lee, Ann (p3) on 2025-06-23")
    #expect(Fragility.Lost.people([1], day).words(in: scenario) == "Ann Lee on 2025-06-23")
  }
}
