// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import IntegerPrograms
import Judging
import Testing

@testable import Planning
@testable import PlanningProblems
@testable import Proving
@testable import Searching

@Suite("Rows about what overlaps cost at a moment")
struct PatternTests {
  /// Points between schedules, and random ones, which the rows are sought at.
  private func points(_ draft: DraftProgram, _ random: inout SeededGenerator) -> [[Double]] {
    var points: [[Double]] = []
    for _ in 0..<4 {
      var point = Array(repeating: 0.0, count: draft.program.columns.count)
      for starts in draft.time {
        let total = Double(max(1, starts.count))
        for column in starts { point[column.index] = 1 / total * (0.5 + random.fraction()) }
      }
      points.append(point)
    }
    return points
  }

  @Test(
    "Rows found at any point hold in every schedule that keeps the hard rules",
    .judges(atLeast: 9_500), arguments: 0..<60,
    [DraftProgram.Overlaps.byPair, .byMoment])
  func rowsCutOffNoSchedule(seed: UInt64, overlaps: DraftProgram.Overlaps) throws {
    let problem = try RandomScenario(seed: seed, sessions: 8).problem
    let draft = DraftProgram(problem, .coarse, overlaps: overlaps)
    guard let counting = CountingRows(draft) else { return }
    let state = SearchState(
      problem, seconds: nil, gap: 0, cancellation: Cancellation(), tell: { _ in })
    let patterns = try #require(PatternRows(draft, GLPK(), steps: 500, state))
    var random = SeededGenerator(seed: seed)
    var rows: [Row] = []
    for point in points(draft, &random) {
      rows += counting.broken(at: point) + patterns.broken(at: point)
    }
    for _ in 0..<30 {
      guard let assignment = problem.legalAssignment(&random) else { return }
      judged(rows.count)
      let schedule = draft.point(assignment)
      for row in rows { #expect(row.violation(at: schedule) < 1e-6, "\(row.name)") }
    }
  }

  @Test(
    "A set gains most where trying all sets says so, and no less than a search cut short allows",
    .judges(atLeast: 45))
  func patternSearchIsExact() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<60 {
      let count = 9
      var prices = SquareTable<Int, Double>(repeating: 0, side: count)
      let theme = (0..<count).map { _ in random.below(3) }
      for p in 0..<count {
        for q in (p + 1)..<count {
          let price =
            random.below(12) == 0 ? .infinity : theme[p] == theme[q] ? 4.0 : Double(random.below(2))
          prices.setBoth(p, q) { _ in price }
        }
      }
      let search = PatternSearch(
        prices: prices, most: 4, cliques: TypedArray(theme.map { [$0] }), cliquePrice: [4, 4, 4])
      let worth = (0..<count).map { ($0, Double(random.below(9))) }
      var best = 0.0
      for set in 0..<(1 << count) where set.nonzeroBitCount <= 4 {
        let members = (0..<count).filter { set >> $0 & 1 == 1 }
        best = max(best, members.reduce(-search.cost(of: members)) { $0 + worth[$1].1 })
      }
      if best > 0 { judged() }
      let found = search.best(worth, steps: 100_000)
      #expect(found.gain == best)
      #expect(found.atMost == best)
      #expect(search.best(worth, steps: 3).atMost >= best)
    }
  }

  @Test(
    "The line of any slope lies below the pairs that are counted, each of them once",
    .judges(atLeast: 1_000))
  func linesAreBelowThePairs() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      let themes = (0..<(1 + random.below(9))).map { _ in
        Set((0..<(1 + random.below(2))).map { _ in random.below(3) })
      }
      var pairs = 0
      for (i, a) in themes.enumerated() {
        for b in themes[(i + 1)...] where !a.isDisjoint(with: b) { pairs += 1 }
      }
      var counted = 0.0
      for theme in 0..<3 {
        let members = themes.filter { $0.contains(theme) }
        let both = members.count { $0.count > 1 }
        let slope = 1 + random.below(5)
        counted += max(
          0,
          Double(slope * members.count) - ClashGroups.rebate(slope: slope, most: 12) * Double(both)
            - Double(slope * (slope + 1)) / 2)
      }
      if counted > 0 { judged() }
      #expect(counted <= Double(pairs) + 1e-9)
    }
  }
}
