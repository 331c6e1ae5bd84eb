// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Judging
import Meetings
import Rules
import Testing

@testable import Comparing

@Suite("Two schedules against each other")
struct ComparisonTests {
  @Test("Each sort of change is told apart, and a session that stays is none")
  func sorts() throws {
    var pair = Pair()
    for id in ["stays", "later", "room", "in", "out", "gone"] { pair.add(id) }
    let before = pair.side(
      "A", "stays 09:00 r1,later 10:00 r1,room 11:00 r1,in,out 12:00 r1,gone 13:00 r1")
    var changed = pair
    changed.scenario.sessions.removeLast()
    changed.add("new")
    let after = changed.side(
      "B", "stays 09:00 r1,later +10:00 r2,room 11:00 r2,in 12:00 r2,out,new 13:00 r2")
    let changes = Comparison(before, after).changes
    let words = changes.map { "\($0.session): \($0.sort.rawValue) \($0.label)" }
    #expect(
      words == [
        "later: moved moved, other room", "room: room-changed other room", "in: placed placed",
        "out: dropped dropped", "gone: dropped removed", "new: placed new",
      ])
    #expect(changes.first { $0.session == "gone" }?.after == .absent)
    let later = try #require(changes.first { $0.session == "later" })
    #expect(before.words(later.before) == "2025-06-23 10:00-11:00, Room 1")
  }

  @Test("A session that keeps its start and room but not its length is a change")
  func resized() {
    var pair = Pair()
    pair.add("a")
    var longer = pair
    longer.scenario.sessions[0].minutes = 90
    let comparison = Comparison(pair.side("A", "a 09:00 r1"), longer.side("B", "a 09:00 r1"))
    #expect(comparison.changes.map(\.label) == ["longer"])
    #expect(comparison.moves.units == 0)
  }

  @Test("A schedule against itself changes nothing, for nobody")
  func same() {
    var pair = Pair()
    pair.add("a", themes: ["x"])
    pair.add("b", themes: ["x"])
    pair.add(person: "p", in: ["a", "b"])
    let side = pair.side("A", "a 09:00 r1,b 09:00 r2")
    let comparison = Comparison(side, side)
    #expect(comparison.changes.isEmpty)
    #expect(comparison.people.isEmpty)
    #expect(comparison.gains.sessions.isEmpty && comparison.gains.kinds.isEmpty)
    #expect(comparison.costs.allSatisfy { $0.difference == 0 })
    #expect(comparison.costBefore == 4)
  }

  @Test("What new and removed sessions bring and take is told apart from the rest")
  func origin() {
    var pair = Pair()
    for id in ["a", "b", "gone"] { pair.add(id, themes: ["x"]) }
    var changed = pair
    changed.scenario.sessions.removeLast()
    changed.add("new", themes: ["x"])
    // Before: a and gone clash (4). After: a and b clash (4), and new with both (8).
    let comparison = Comparison(
      pair.side("A", "a 09:00 r1,gone 09:00 r2,b 10:00 r1"),
      changed.side("B", "a 09:00 r1,b 09:00 r2,new 09:00 r3"))
    #expect(comparison.origin == .init(common: 4, new: 8, gone: -4))
    #expect(comparison.costAfter - comparison.costBefore == 8)
  }

  @Test("Costs are at the weights of the side before")
  func scale() {
    var pair = Pair()
    pair.add("a", themes: ["x"])
    pair.add("b", themes: ["x"])
    var heavy = pair
    heavy.scenario.meeting.weights[.themeClash] = 100
    let comparison = Comparison(
      pair.side("A", "a 09:00 r1,b 10:00 r1"), heavy.side("B", "a 09:00 r1,b 09:00 r2"))
    #expect(comparison.costAfter == 4)
    #expect(comparison.costs.first { $0.rule == .themeClash }?.weight == 4)
  }

  @Test(
    "Differences add up, mirror, and agree with the referee on random schedules",
    .judges(atLeast: 200), arguments: 0..<40)
  func sums(seed: Int) {
    var random = Random(seed: seed)
    var pair = Pair()
    for index in 0..<8 {
      pair.add(
        "s\(index)", kind: [.dc, .nri, .pn, Kind("WS")][random.below(4)],
        themes: ["t\(random.below(3))"], cells: ["region": "R\(random.below(2))"]
      ) { $0.placement = .optional }
    }
    var other = pair
    if random.below(2) == 0 { other.scenario.sessions.remove(at: 0) }
    other.add("new", kind: .dc, themes: ["t0"])
    func rows(_ scenario: Scenario) -> String {
      scenario.sessions.map { session in
        random.below(6) == 0
          ? session.id
          : "\(session.id) \(random.below(2) == 0 ? "+" : "")\(["09:00", "09:30", "11:00"][random.below(3)])"
            + " r\(1 + random.below(3))"
      }.joined(separator: ",")
    }
    let (a, b) = (pair.side("A", rows(pair.scenario)), other.side("B", rows(other.scenario)))
    let comparison = Comparison(a, b)
    let difference = comparison.costAfter - comparison.costBefore
    let origin = comparison.origin
    #expect(origin.common + origin.new + origin.gone == difference)
    #expect(comparison.costs.reduce(0) { $0 + $1.difference } == difference)
    #expect(
      comparison.costBefore == Review(scenario: a.scenario, schedule: a.schedule).objective)
    #expect(comparison.costAfter == Review(scenario: b.scenario, schedule: b.schedule).objective)
    let mirrored = Comparison(b, a)
    #expect(mirrored.costAfter - mirrored.costBefore == -difference)
    #expect(Set(mirrored.changes.map(\.session)) == Set(comparison.changes.map(\.session)))
    #expect(mirrored.count(.placed) == comparison.count(.dropped))
    for shares in [
      comparison.gains.sessions, comparison.gains.activities, comparison.gains.kinds,
      comparison.gains.regions,
    ] {
      for share in shares {
        if share.difference != 0 { judged() }
        #expect(share.rules.reduce(0) { $0 + $1.difference } == share.difference)
      }
    }
    // Units of the contract's rule `moved` are those of the changes that are told.
    let told = comparison.changes.reduce(0) { sum, change in
      guard change.before.isPlaced, change.after != .absent else { return sum }
      return sum + (change.sort == .roomChanged ? 1 : change.sort == .resized ? 0 : 3)
    }
    #expect(comparison.moves.units == told)
  }
}

/// SplitMix64.
struct Random {
  private var state: UInt64
  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
