// SPDX-License-Identifier: GPL-3.0-or-later

import Judging
import Testing

@testable import PlanningProblems
@testable import Searching

@Suite("Places that another session forbids wherever it stands")
struct HopelessPlacesTests {
  @Test(
    "Every schedule that keeps the hard rules stands without them, at the same cost",
    .judges(atLeast: 60), arguments: 0..<100, [false, true])
  func keepsSchedules(seed: UInt64, mixesDays: Bool) throws {
    let problem = try RandomScenario(seed: seed, sessions: 8, mixesDays: mixesDays).problem
    let pruned = problem.withoutHopelessPlaces
    let isSmaller = problem.sessions.indices.contains {
      pruned.places[$0].all.count < problem.places[$0].all.count
    }
    var random = SeededGenerator(seed: seed)
    for _ in 0..<5 {
      guard let legal = problem.legalAssignment(&random) else { continue }
      if isSmaller { judged() }
      let same = try #require(problem.translate(legal, to: pruned), "no place of it is ruled out")
      #expect(WorkingSchedule(pruned, same).score == WorkingSchedule(problem, legal).score)
    }
  }

  @Test(
    "Of two sessions that may not overlap, one that is pinned keeps its time from the other",
    .judges(atLeast: 22), arguments: 0..<200)
  func pinnedKeepTheirTime(seed: UInt64) throws {
    let problem = try RandomScenario(seed: seed, sessions: 8).problem
    let pruned = problem.withoutHopelessPlaces
    // Where pins contradict each other, one of them loses all its places and forbids nothing more.
    guard pruned.places.allSatisfy({ !$0.isEmpty }) else { return }
    for q in problem.sessions.indices where problem.unplacedCost[q] == nil {
      guard problem.places[q].starts.count == 1, let start = problem.places[q].starts.first else {
        continue
      }
      for p in problem.sessions.indices where p != q && problem.requiredGap[p, q] >= 0 {
        let gap = problem.requiredGap[p, q]
        if problem.places[p].starts.contains(where: {
          problem.isTooClose(p, at: $0, q, at: start, gap: gap)
        }) {
          judged()
        }
        #expect(
          pruned.places[p].starts.allSatisfy {
            !problem.isTooClose(p, at: $0, q, at: start, gap: gap)
          })
      }
    }
  }
}
