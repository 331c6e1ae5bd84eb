// SPDX-License-Identifier: GPL-3.0-or-later

import Judging
import Testing

@testable import PlanningProblems
@testable import Searching

@Suite("What stands in a session's way")
struct ObstaclesTests {
  @Test(
    "Is each session with which alone something would be broken, and no other",
    .judges(atLeast: 300), arguments: 0..<60)
  func pairs(seed: UInt64) throws {
    let problem = try RandomScenario(seed: seed, sessions: 6).problem
    var random = SeededGenerator(seed: seed)
    guard let known = problem.legalAssignment(&random) else { return }
    let board = PriceBoard(problem)
    for p in problem.sessions.indices {
      var others = known
      others.places[p] = nil
      let obstacles = Obstacles(PricedSchedule(board, others))
      for place in problem.places[p].all {
        let step = PricedSchedule.Step(session: p, at: place, in: problem)
        let expected = problem.sessions.indices.filter { q in
          guard let there = others.places[q] else { return false }
          let alone = PricedSchedule(board, problem.nothingPlaced)
          alone.make([PricedSchedule.Step(session: q, at: there, in: problem)])
          return alone.changeOfOne(step).violations + board.absence[p].violations > 0
        }
        #expect(obstacles.sessions(inTheWayOf: step) == expected)
        judged()
      }
    }
  }
}
