// SPDX-License-Identifier: GPL-3.0-or-later

import Judging
import Meetings
import Pricing
import Rules
import Testing

@Suite("Swaps and chains are what trying all of them finds")
struct MoveChainTests {
  private static let all = ChainSearchLimits(mostOfEach: .max, work: .max)

  @Test(
    "Seven sessions, sound schedules and broken ones: the same chains in the same order",
    .judges(atLeast: 300), arguments: 0..<24)
  func small(seed: UInt64) throws {
    try compare(RandomProgramme(seed: seed, sessions: 7, isSound: seed % 2 == 0), Int(seed % 7))
  }

  @Test(
    "Twelve sessions: the same chains in the same order", .judges(atLeast: 100),
    arguments: [UInt64(3), 8, 14, 21])
  func twelve(seed: UInt64) throws {
    try compare(RandomProgramme(seed: seed, sessions: 12, isSound: seed % 2 == 0), Int(seed % 12))
  }

  private func compare(_ drawn: RandomProgramme, _ session: Int) throws {
    let brute = ChainBruteForce(drawn, moving: session)
    let chains = drawn.programme.chains(moving: session, limits: Self.all)
    #expect(chains.isComplete)
    #expect(chains.best.map(ChainBruteForce.Found.init) == brute.found)
    judged(brute.found.count)
    let few = drawn.programme.chains(moving: session, limits: ChainSearchLimits(mostOfEach: 5))
    #expect(few.isComplete, "a small meeting is searched through")
    #expect(few.best == Self.best(5, of: chains.best))
  }

  /// All swaps, and the first chains of each length.
  private static func best(_ most: Int, of chains: [MoveChain]) -> [MoveChain] {
    var counts: [Int: Int] = [:]
    return chains.filter { chain in
      if chain.isSwap { return true }
      counts[chain.steps.count, default: 0] += 1
      return counts[chain.steps.count, default: 0] <= most
    }
  }

  @Test(
    "A chain changes the objective by what two reviews differ by, and leaves a sound schedule sound",
    .judges(atLeast: 300), arguments: 100..<112)
  func sound(seed: UInt64) throws {
    let drawn = try RandomProgramme(seed: seed, sessions: 12, isSound: true)
    let before = drawn.review(drawn.programme.schedule)
    let already = before.violations.map(\.rule)
    #expect(already.allSatisfy { $0 == .placedOnce })
    for session in [0, 5, 11] {
      for chain in drawn.programme.chains(moving: session).best {
        var after = drawn.programme
        for step in chain.steps { after.put(step.session, at: step.start, room: step.room) }
        let review = drawn.review(after.schedule)
        #expect(review.objective - before.objective == chain.change)
        #expect(review.violations.allSatisfy(before.violations.contains))
        judged()
      }
    }
  }

  @Test(
    "The meetings that are drawn have moves that displace two, and bar chains by every rule that a move can break"
  )
  func coverage() throws {
    var barring: Set<HardRule> = []
    var count = 0
    var forks = [0, 0, 0]
    for seed in 0..<24 {
      let drawn = try RandomProgramme(seed: UInt64(seed), sessions: 6, isSound: seed % 2 == 0)
      let brute = ChainBruteForce(drawn, moving: seed % 6)
      barring.formUnion(brute.barring)
      count += brute.tried
      for (sort, found) in brute.forks.enumerated() { forks[sort] += found }
    }
    #expect(forks.allSatisfy { $0 > 50 }, "that displace two at once: \(forks)")
    #expect(count > 1_000)
    let expected = Set(HardRule.allCases).subtracting([.placedOnce, .length, .eligible])
    #expect(barring.isSuperset(of: expected), "not met: \(expected.subtracting(barring))")
  }

  @Test("Sessions that shall stay are in no chain, and without free places all places stay taken")
  func narrowed() throws {
    var count = 0
    for seed in 200..<206 {
      let drawn = try RandomProgramme(seed: UInt64(seed), sessions: 8, isSound: true)
      let brute = ChainBruteForce(drawn, moving: 2, staying: [0, 4])
      let chains = drawn.programme.chains(moving: 2, staying: [0, 4], limits: Self.all)
      #expect(chains.best.map(ChainBruteForce.Found.init) == brute.found)
      let closed = drawn.programme.chains(
        moving: 2, mayUseFreePlaces: false, limits: Self.all)
      for chain in closed.best {
        var after = drawn.programme
        for step in chain.steps { after.put(step.session, at: step.start, room: step.room) }
        #expect(Self.taken(after.schedule) == Self.taken(drawn.programme.schedule))
        count += 1
      }
    }
    #expect(count > 0)
  }

  private static func taken(_ schedule: Schedule) -> [String] {
    schedule.rows.map { "\($0.start?.minutes ?? 0) \($0.room ?? "")" }.sorted()
  }

  @Test("The order of a schedule's rows does not matter, nor how often one asks")
  func order() throws {
    for seed in 300..<304 {
      let drawn = try RandomProgramme(seed: UInt64(seed), sessions: 9, isSound: true)
      let turned = PricedProgramme(
        drawn.scenario, Schedule(rows: drawn.programme.schedule.rows.reversed()),
        baseline: drawn.programme.baseline, maxMoves: drawn.programme.maxMoves)
      let chains = drawn.programme.chains(moving: 1)
      #expect(turned.chains(moving: 1) == chains)
      #expect(drawn.programme.chains(moving: 1) == chains)
    }
  }

  @Test("A search that is cut short says so, and more work keeps or betters each place of its list")
  func cutShort() throws {
    let drawn = try RandomProgramme(seed: 402, sessions: 12, isSound: true)
    let whole = drawn.programme.chains(moving: 3, limits: Self.all)
    let real = Set(whole.best)
    var last: [MoveChain] = []
    var cuts = 0
    for work in [0, 1_000, 5_000, 20_000, 80_000, 160_000, Int.max] {
      let part = drawn.programme.chains(
        moving: 3, limits: ChainSearchLimits(mostOfEach: 10, work: work))
      #expect(part.best.allSatisfy(real.contains))
      #expect(part.best == part.best.sorted())
      for length in 2...4 {
        let own = [last, part.best].map { $0.filter { $0.steps.count == length } }
        #expect(own[1].count >= own[0].count)
        #expect(zip(own[1], own[0]).allSatisfy { $0 <= $1 })
      }
      if !part.isComplete { cuts += 1 }
      last = part.best
    }
    #expect(cuts >= 2)
    #expect(last == Self.best(10, of: whole.best))
  }
}
