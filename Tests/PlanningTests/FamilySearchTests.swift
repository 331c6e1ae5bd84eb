// SPDX-License-Identifier: GPL-3.0-or-later

import Judging
import Testing

@testable import PlanningProblems
@testable import Proving
@testable import Searching

@Suite("The set of a family that gains most, by trying all numbers of each type")
struct FamilySearchTests {
  /// Every pattern of no more sessions than there are rooms.
  private func patterns(_ family: ClashFamily, rooms: Int) -> [FamilySearch.Pattern] {
    var all: [FamilySearch.Pattern] = [[]]
    for most in family.most {
      all = all.flatMap { pattern in (0...most).map { pattern + [$0] } }
        .filter { $0.reduce(0, +) <= rooms }
    }
    return all
  }

  /// What the pairs of a pattern's sessions pay, one by one.
  private func cost(_ pattern: FamilySearch.Pattern, _ family: ClashFamily) -> Double {
    let types = pattern.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
    var sum = 0.0
    for (i, a) in types.enumerated() {
      for b in types[(i + 1)...] { sum += family.price[a, b] }
    }
    return sum
  }

  private func families(_ seed: UInt64) throws -> [ClashFamily] {
    let problem = try RandomScenario(seed: seed, sessions: 8).problem
    return ClashFamily.all(problem, Presences(problem, TimeSamples(problem)), rhythm: 0, rooms: 5)
  }

  @Test(
    "Found, and bounded where the search is cut short", .judges(atLeast: 200), arguments: 0..<40)
  func best(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for family in try families(seed) {
      let search = FamilySearch(family, rooms: 5)
      let all = patterns(family, rooms: 5)
      for pattern in all { #expect(abs(search.cost(pattern) - cost(pattern, family)) < 1e-9) }
      for scale in [1.0, 6, 25] {
        let worth = family.members.map { _ in scale * (random.fraction() - 0.1) }
        func gain(_ pattern: FamilySearch.Pattern) -> Double {
          zip(pattern, worth).reduce(-cost(pattern, family)) { $0 + Double($1.0) * $1.1 }
        }
        let most = all.map(gain).max() ?? 0
        let found = search.best(worth: worth, steps: 1_000_000)
        #expect(abs(found.gain - most) < 1e-9)
        #expect(abs(found.atMost - most) < 1e-9)
        guard let pattern = found.patterns.last else { continue }
        judged()
        #expect(abs(gain(pattern) - most) < 1e-9)
        #expect(search.best(worth: worth, steps: 2).atMost >= most - 1e-9)
      }
    }
  }

  @Test("By numbers of each length too", .judges(atLeast: 20), arguments: 0..<40)
  func counted(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for family in try families(seed) {
      guard let search = CountSearch(family, rooms: 5) else { continue }
      let all = patterns(family, rooms: 5)
      let worth = family.members.map { _ in 20 * random.fraction() }
      let most = all.map { pattern in
        zip(pattern, worth).reduce(-cost(pattern, family)) { $0 + Double($1.0) * $1.1 }
      }.max()
      let found = search.best(worth: worth, upTo: 5)
      #expect(abs(found.gain - (most ?? 0)) < 1e-9)
      judged()
    }
  }
}
