// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems

extension Planner {
  /// What every schedule of a block by itself costs at least, as far as a short search proves it; 0
  /// where there is none.
  func leastCost(
    of block: PlanningProblem, nodes: Int, seconds: Double?, cancellation: Cancellation
  ) -> Int {
    var effort = Effort(
      seed: 1, seconds: seconds, movesPerSession: 3_000, nodes: nodes, mostPlaces: 10_000,
      isSideBySide: false)
    effort.usesBlocks = false
    switch draft(block, effort: effort, cancellation: cancellation) {
    case .optimal(_, let objective): return objective
    case .feasible(_, _, let bound), .unknown(let bound): return bound
    case .infeasible: return 0
    }
  }
}
