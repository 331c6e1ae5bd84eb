// SPDX-License-Identifier: GPL-3.0-or-later

import Judging
import Testing

@testable import PlanningProblems
@testable import Searching

@Suite("Starts at which a relation holds")
struct RelationStartsTests {
  @Test(
    "The runs of starts are those at which the relation holds, or all others",
    .judges(atLeast: 1_000), arguments: 0..<60)
  func runs(seed: UInt64) throws {
    let problem = try RandomScenario(seed: seed, sessions: 8).problem
    let board = PriceBoard(problem)
    let schedule = PricedSchedule(board, problem.nothingPlaced)
    for p in board.sessions {
      for i in board.firstRelation[p]..<board.firstRelation[p.next] {
        let relation = board.relations[i]
        for s in board.starts(of: p) {
          let row = board.rows[relation.firstRow + s.index]
          let runs = (Int(row.x)..<Int(row.y)).map {
            Int(board.runs[$0].x)..<Int(board.runs[$0].y)
          }
          for t in board.starts(of: relation.partner.position) {
            let isIn = runs.contains { $0.contains(t.index) }
            judged()
            #expect(isIn == (schedule.holds(relation, p, s, t) == relation.areHeld))
          }
        }
      }
    }
  }
}
