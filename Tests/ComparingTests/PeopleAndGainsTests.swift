// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Testing

@testable import Comparing

@Suite("The people a change concerns")
struct PeopleAndGainsTests {
  @Test("People learn of their own sessions alone, online ones on their own clock")
  func people() {
    var pair = Pair()
    for id in ["a", "b"] { pair.add(id) }
    pair.add(person: "ada", in: ["a"])
    pair.add(person: "ben", in: ["b"])
    pair.add(person: "kim", in: ["a"], .preferred) {
      $0.presence = .online
      $0.zone = Pair.zone("Asia/Seoul")
    }
    let people = Comparison(
      pair.side("A", "a 09:00 r1,b 12:00 r1"), pair.side("B", "a +10:00 r2,b 12:00 r1")
    ).people
    #expect(people.map(\.id) == ["ada", "kim"])
    #expect(people.map(\.isRequired) == [true, false])
    #expect(
      people[0].changes == [
        "Title a (a), required: 2025-06-23 09:00-10:00, Room 1 → 2025-06-24 10:00-11:00, Room 2",
        "must come on 2025-06-24", "no longer needs to come on 2025-06-23",
      ])
    #expect(
      people[1].changes == [
        "Title a (a), preferred: 2025-06-23 09:00-10:00, Room 1 (16:00 on their clock)"
          + " → 2025-06-24 10:00-11:00, Room 2 (17:00 on their clock)"
      ])
  }

  @Test("Clashes that appear and vanish are told to those who would be in both")
  func clashes() {
    var pair = Pair()
    for id in ["a", "b", "c"] { pair.add(id) }
    pair.add(person: "ada", in: ["a", "b", "c"], .preferred)
    let people = Comparison(
      pair.side("A", "a 09:00 r1,b 09:00 r2,c 11:00 r1"),
      pair.side("B", "a 11:00 r2,b 09:00 r2,c 11:00 r1")
    ).people
    #expect(
      people.first?.changes.dropFirst() == [
        "Title a (a) and Title c (c) are now at the same time",
        "Title a (a) and Title b (b) are no longer at the same time",
      ])
  }

  @Test("Those who come to a session or leave it because the tables say so are told")
  func roles() {
    var pair = Pair()
    pair.add("a")
    var other = pair
    pair.add(person: "ada", in: ["a"])
    pair.add(person: "ben", in: [])
    other.add(person: "ada", in: [])
    other.add(person: "ben", in: ["a"])
    let people = Comparison(pair.side("A", "a 09:00 r1"), other.side("B", "a 09:00 r1")).people
    #expect(people.map(\.id) == ["ada", "ben"])
    #expect(
      people[0].changes.first
        == "Title a (a), required: no longer theirs, was 2025-06-23 09:00-10:00, Room 1")
    #expect(
      people[1].changes.first
        == "Title a (a), required: new for them, 2025-06-23 09:00-10:00, Room 1")
  }

  @Test("Losing a place is a loss, whatever it costs; a joint session keeps its activity's place")
  func places() throws {
    var pair = Pair()
    pair.add("a", kind: .dc)
    pair.add("b", kind: .dc)
    pair.add("c", kind: .bpf)
    var merged = pair
    merged.scenario.sessions[0].activities = [0, 1]
    merged.scenario.sessions.remove(at: 1)
    let gains = Comparison(
      pair.side("A", "a 09:00 r1,b +11:00 r1,c"), merged.side("B", "a 09:00 r1,c 14:00 r1")
    ).gains
    func verdict(_ shares: [Gains.Share], _ id: String) -> Gains.Verdict? {
      shares.first { $0.id == id }?.verdict
    }
    #expect(verdict(gains.sessions, "b") == .loses)
    #expect(verdict(gains.activities, "of-b") == nil)
    #expect(verdict(gains.kinds, "DC") == .loses)
    #expect(verdict(gains.sessions, "c") == .gains)
    #expect(verdict(gains.kinds, "BPF") == .gains)
  }

  @Test("Regions are those of required people and of NRIs, and a pair counts once for a region")
  func regions() throws {
    var pair = Pair()
    pair.add("a", kind: .nri, themes: ["x"], cells: ["region": "Africa"])
    pair.add("b", themes: ["x"])
    pair.add("c", themes: ["x"])
    pair.add(person: "ada", in: ["b"]) { $0.region = "Africa" }
    pair.add(person: "ben", in: ["b"], .preferred) { $0.region = "WEOG" }
    pair.add(person: "mia", in: ["c"]) { $0.region = "GRULAC" }
    let gains = Comparison(
      pair.side("A", "a 09:00 r1,b 11:00 r1,c 14:00 r1"),
      pair.side("B", "a 09:00 r1,b 09:00 r2,c 14:00 r1")
    ).gains
    #expect(gains.regions.map { "\($0.id) \($0.difference) \($0.moved)" } == ["Africa 4 1"])
    #expect(gains.sessions.map { "\($0.id) \($0.difference)" } == ["a 4", "b 4"])
  }
}
