// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules
import Tables
import Testing

@Suite("What is impossible by itself is found without a search, and said in words")
struct ImpossibleTests {
  private func tiny(_ count: Int, _ change: (inout Fixture) -> Void) -> [String] {
    var tiny = Fixture()
    for number in 1...count { tiny.add("s\(number)") }
    change(&tiny)
    for index in tiny.scenario.links.indices { tiny.scenario.links[index].line = index + 2 }
    return ImpossibilityCheck.findings(tiny.scenario).map {
      "\($0.file):\($0.line ?? 0) \($0.sentence)"
    }
  }

  @Test("A ring of three, of two, of an activity with itself")
  func rings() {
    let three = tiny(3) {
      for (a, b) in [(0, 1), (1, 2), (2, 0)] { $0.link(a, b, .before, .must) }
    }
    #expect(three == ["links.csv:4 s1 before s2 before s3 before s1 (links.csv 2, 3, 4): a ring."])
    let two = tiny(2) {
      $0.link(0, 1, .before, .must)
      $0.link(1, 0, .before, .must)
    }
    #expect(two == ["links.csv:3 s1 before s2 before s1 (links.csv 2, 3): a ring."])
    let itself = tiny(2) {
      $0.scenario.sessions[1].activities = [0]
      $0.scenario.links.append(
        Link(from: .activity(0), to: .activity(0), kind: .before, strength: .must))
    }
    #expect(itself == ["links.csv:2 s1 before s2 before s1 (links.csv 2): a ring."])
  }

  @Test("A ring through activities is told once, in its fewest sessions")
  func ringOfActivities() {
    let found = tiny(6) { tiny in
      for session in 0..<6 { tiny.scenario.sessions[session].activities = [session % 3] }
      for (a, b) in [(0, 1), (1, 2), (2, 0)] {
        tiny.scenario.links.append(
          Link(from: .activity(a), to: .activity(b), kind: .before, strength: .must))
      }
    }
    #expect(found == ["links.csv:4 s1 before s2 before s3 before s1 (links.csv 2, 3, 4): a ring."])
  }

  @Test("A ring that only gaps close")
  func gaps() {
    let found = tiny(3) {
      $0.link(0, 1, .before, .must, min: 30)
      $0.link(1, 2, .before, .must)
      $0.link(0, 2, .before, .must, max: 60)
    }
    #expect(
      found == [
        "links.csv:4 s1 ends at least 30 minutes before s2 begins, s2 ends before s3 begins, s3"
          + " begins at most 60 minutes after s1 ends (links.csv 2, 3, 4): a ring that cannot hold."
      ])
    // A minute less between them and it can: 30 and 60 minutes lie between s1 and s3.
    #expect(
      tiny(3) {
        $0.link(0, 1, .before, .must, min: 30)
        $0.link(1, 2, .before, .must)
        $0.link(0, 2, .before, .must, max: 90)
      } == [])
  }

  @Test("Links of soft strength, of optional and of held sessions prove nothing")
  func noPart() {
    let ring = [(0, 1), (1, 2), (2, 0)]
    #expect(tiny(3) { for (a, b) in ring { $0.link(a, b, .before, .cost(9)) } } == [])
    #expect(
      tiny(3) {
        for (a, b) in ring { $0.link(a, b, .before, .must) }
        $0.scenario.sessions[1].placement = .optional
      } == [])
    #expect(
      tiny(3) {
        for (a, b) in ring { $0.link(a, b, .before, .must) }
        $0.scenario.activities[1].kind = .dc
        $0.scenario.activities[1].cells = ["open_membership": "no"]
      } == [])
  }

  @Test("Two links of one pair that contradict, and a link against pins and windows")
  func pairs() {
    let links = tiny(2) {
      $0.link(0, 1, .sameDay, .must)
      $0.link(0, 1, .otherDay, .must)
    }
    #expect(
      links == [
        "links.csv:3 s1 and s2 cannot both be placed: s1 and s2 must be on one day (links.csv 2),"
          + " and s1 and s2 must be on different days (links.csv 3)."
      ])
    let pins = tiny(2) {
      $0.link(0, 1, .sameDay, .must)
      $0.scenario.sessions[0].pin.date = Fixture.first
      $0.scenario.sessions[1].allowed = Fixture.window("09:00", "11:00", Fixture.second)
    }
    #expect(
      pins == [
        "links.csv:2 s1 and s2 cannot both be placed: s1 and s2 must be on one day (links.csv 2);"
          + " s1 can only begin on 2025-06-23 from 09:00 to 17:00, s2 can only begin on 2025-06-24"
          + " from 09:00 to 10:00."
      ])
    let rooms = tiny(2) {
      $0.link(0, 1, .sameRoom, .must)
      $0.scenario.sessions[0].pin.room = 0
      $0.scenario.sessions[1].pin.room = 1
    }
    #expect(rooms.count == 1)
    // Following one another and not overlapping is one wish said twice.
    #expect(
      tiny(2) {
        $0.link(0, 1, .backToBack, .must)
        $0.link(0, 1, .apart, .must)
      } == [])
  }

  @Test("A chain that is longer than the time between two pins")
  func chain() {
    let found = tiny(4) {
      for (a, b) in [(0, 1), (1, 2), (2, 3)] { $0.link(a, b, .before, .must) }
      $0.scenario.sessions[0].pin = .init(date: Fixture.first, start: 960)
      $0.scenario.sessions[3].allowed = Fixture.window("09:00", "10:30", Fixture.second)
    }
    #expect(
      found == [
        "links.csv:4 s1, then s2, then s3, then s4 (links.csv 2, 3, 4): the links let s4 begin at"
          + " 2025-06-24 10:00 at the earliest, and its last possible start is 2025-06-24 09:30."
      ])
  }

  @Test("Sessions tied to one day through others, and more other days than days")
  func days() {
    let tied = tiny(3) {
      $0.link(0, 1, .sameDay, .must)
      $0.link(1, 2, .sameDay, .must)
      $0.link(0, 2, .otherDay, .must)
    }
    #expect(
      tied == [
        "links.csv:4 s1 and s3 must be on one day (links.csv 2, 3) and on different days"
          + " (links.csv 4)."
      ])
    let crowd = tiny(3) {
      for session in 0..<3 { $0.scenario.sessions[session].activities = [0] }
      $0.scenario.links.append(
        Link(from: .activity(0), to: .activity(0), kind: .otherDay, strength: .must))
    }
    #expect(
      crowd == [
        "links.csv:2 s1, s2, s3 must each be on a different day (links.csv 2): 3 sessions and 2 days."
      ])
  }

  @Test("More minutes than the rooms have: overall, on a day, in the rooms that fit")
  func rooms() {
    // Two days of eight hours in four rooms are 3840 minutes.
    let overall = tiny(17) { tiny in
      for session in 0..<17 { tiny.scenario.sessions[session].minutes = 240 }
    }
    #expect(overall.count == 1)
    #expect(
      overall[0].hasPrefix("rooms.csv:0 4080 minutes must be placed and the rooms have 3840: s1,"),
      "\(overall)")
    let day = tiny(9) { tiny in
      for session in 0..<9 {
        tiny.scenario.sessions[session].minutes = 240
        tiny.scenario.sessions[session].pin.date = Fixture.second
      }
    }
    #expect(
      day[0].hasPrefix(
        "rooms.csv:0 2160 minutes must be placed on 2025-06-24 and the rooms have 1920: s1,"),
      "\(day)")
    let fit = tiny(5) { tiny in
      tiny.scenario.rooms[2].features = ["stage"]
      tiny.scenario.rooms[2].line = 4
      for session in 0..<5 {
        tiny.scenario.sessions[session].minutes = 240
        tiny.scenario.sessions[session].needs = ["stage"]
      }
    }
    #expect(
      fit == [
        "rooms.csv:4 1200 minutes must be placed and the room r3 has 960: s1, s2, s3, s4, s5."
      ])
  }

  @Test("Rooms joined of parts share their time; an exclusive session takes it from all")
  func sharedTime() {
    let joined = tiny(3) { tiny in
      tiny.scenario.meeting.days.removeLast()
      tiny.scenario.rooms = [
        Room(id: "a", name: "", capacity: 50), Room(id: "b", name: "", capacity: 50),
        Room(id: "ab", name: "", capacity: 100, parts: [0, 1]),
      ]
      for session in 0..<3 { tiny.scenario.sessions[session].minutes = 240 }
      tiny.scenario.sessions[0].audience = 80
      tiny.scenario.sessions[1].audience = 80
    }
    #expect(
      joined == [
        "rooms.csv:0 1200 minutes must be placed and the rooms have 960: s1, s2, s3."
      ])
    // 4 rooms × 480 minutes, of which an hour is kept free in all rooms: 1680.
    func alone(_ count: Int) -> [String] {
      tiny(count + 1) { tiny in
        tiny.scenario.meeting.days.removeLast()
        for session in 0..<count { tiny.scenario.sessions[session].minutes = 240 }
        tiny.scenario.sessions[count].isExclusive = true
      }
    }
    #expect(
      alone(8) == [
        "rooms.csv:0 1920 minutes must be placed and the rooms have 1680: s1, s2, s3, s4, s5, s6, s7,"
          + " s8; nothing runs beside s9."
      ])
    #expect(alone(7) == [])
    #expect(
      tiny(7) { tiny in
        tiny.scenario.meeting.days.removeLast()
        for session in 0..<6 { tiny.scenario.sessions[session].minutes = 180 }
        tiny.scenario.sessions[6].isExclusive = true
      } == [])
  }

  @Test("More than fit by their number, where minutes would do")
  func number() {
    // Two starts a day: four places in one room, eight in two.
    let found = tiny(9) { tiny in
      for day in 0..<2 { tiny.scenario.meeting.days[day].starts = [540, 840] }
      tiny.scenario.rooms.removeLast(2)
    }
    #expect(
      found == [
        "rooms.csv:0 9 sessions must be placed and the rooms have places for 8: s1, s2, s3, s4, s5,"
          + " s6, s7, s8 and 1 more."
      ])
  }

  @Test("More than a person, a limit or an activity apart from itself has time for")
  func others() {
    let person = tiny(4) {
      $0.add(person: "ada", in: [0, 1, 2, 3]) { $0.available = Fixture.window("09:00", "12:00") }
    }
    #expect(
      person == [
        "people.csv:0 ADA must be in 240 minutes of sessions on 2025-06-23 and has time for 180: s1,"
          + " s2, s3, s4."
      ])
    let limit = tiny(3) {
      $0.scenario.limits.append(
        Limit(id: "few", kinds: [Kind("WS")], atMost: 1, per: .day, strength: .must, line: 2))
    }
    #expect(
      limit == ["limits.csv:2 the limit few leaves 2 and 3 sessions must be placed: s1, s2, s3."])
    let apart = tiny(17) { tiny in
      for session in 0..<17 { tiny.scenario.sessions[session].activities = [0] }
      tiny.scenario.links.append(
        Link(from: .activity(0), to: .activity(0), kind: .apart, strength: .must))
    }
    #expect(
      apart[0].hasPrefix(
        "links.csv:2 1020 minutes must be placed, no two at a time (links.csv 2), and there are"
          + " 960: s1,"), "\(apart)")
  }

  @Test("All of several are named at once")
  func several() {
    let found = tiny(8) {
      for (a, b) in [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 6), (6, 3)] {
        $0.link(a, b, .before, .must)
      }
      $0.scenario.sessions[7].minutes = 300
    }
    #expect(found.count == 3, "\(found)")
  }
}
