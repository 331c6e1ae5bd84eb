// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Testing

@testable import Comparing

@Suite("What changes for people is told by ids")
struct LikeNamesTests {
  @Test("A change belongs to the one it is about, though another's name begins with theirs")
  func prefixes() {
    var pair = Pair()
    for id in ["a", "b"] { pair.add(id) }
    pair.add(person: "p1", in: ["a"]) { $0.name = "Ann" }
    pair.add(person: "p2", in: ["b"]) { $0.name = "Ann Lee" }
    pair.add(person: "p3", in: ["a"]) { $0.name = "Ann" }
    let people = Comparison(
      pair.side("A", "a 09:00 r1,b 12:00 r2"), pair.side("B", "a 10:00 r1,b 12:00 r2")
    ).people
    #expect(people.map(\.id) == ["p1", "p3"])
  }

  @Test("A session that is renamed makes no clash and ends none")
  func renamed() {
    var pair = Pair()
    for id in ["a", "b"] { pair.add(id) }
    pair.add(person: "ada", in: ["a", "b"], .preferred)
    var renamed = pair
    renamed.scenario.sessions[0].title = "Another title"
    let rows = "a 09:00 r1,b 09:00 r2"
    #expect(Comparison(pair.side("A", rows), renamed.side("B", rows)).people.isEmpty)
  }

  @Test("Changes are values, each with its words")
  func facts() throws {
    var pair = Pair()
    for id in ["a", "b", "c"] { pair.add(id) }
    pair.add(person: "ada", in: ["a", "b", "c"])
    let people = Comparison(
      pair.side("A", "a 09:00 r1,b 11:00 r1,c"), pair.side("B", "a 09:00 r1,b +09:00 r1,c 09:00 r2")
    ).people
    let ada = try #require(people.first)
    let (first, second) = (Pair.first, Pair.second)
    func placed(_ date: CalendarDate, _ hour: Int, _ room: String) -> SessionState {
      .placed(
        stay: Interval(start: WallTime(date, minuteOfDay: hour * 60), minutes: 60), room: room)
    }
    #expect(
      ada.facts == [
        .moved(session: "b", .required, was: placed(first, 11, "r1"), now: placed(second, 9, "r1")),
        .moved(
          session: "c", .required, was: .leftOut(.unplaced), now: placed(first, 9, "r2")),
        .clashes(.init(first: "a", second: "c")), .mustCome(second),
      ])
    #expect(
      ada.changes == [
        "Title b (b), required: 2025-06-23 11:00-12:00, Room 1 → 2025-06-24 09:00-10:00, Room 1",
        "Title c (c), required: left out → 2025-06-23 09:00-10:00, Room 2",
        "Title a (a) and Title c (c) are now at the same time", "must come on 2025-06-24",
      ])
  }

  @Test("Rooms of one name are told apart, Room 1 and Room 10 are not the same")
  func rooms() {
    var pair = Pair()
    pair.scenario.rooms[1].name = "Room 10"
    #expect(pair.side("A", "").name(ofRoom: "r1") == "Room 1")
    #expect(pair.side("A", "").name(ofRoom: "r2") == "Room 10")
    pair.scenario.rooms[1].name = "Room 1"
    #expect(pair.side("A", "").name(ofRoom: "r1") == "Room 1 (r1)")
    #expect(pair.side("A", "").name(ofRoom: "gone") == "gone")
  }
}
