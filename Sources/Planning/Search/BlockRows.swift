// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

/// What the blocks cost at best by themselves, as rows for the whole.
struct BlockRows {
  struct Bound: Sendable {
    let sessions: Set<Int>
    let atLeast: Int
  }

  let problem: PlanningProblem
  let solver: any ProgramSolver

  /// Bounds of the blocks of some sizes that a point of the program breaks, each proven by a small
  /// search of its own.
  ///
  /// The gap that the user is content with is not handed on: a block's search is short, and a bound
  /// short of what it could prove would only put off the bound of the whole that ends the search.
  func bounds(
    _ draft: DraftProgram, brokenBy relaxation: Relaxation, sizes: ClosedRange<Int>, nodes: Int,
    _ state: SearchState
  ) -> [Bound] {
    var found: [Bound] = []
    for block in Blocks(problem: problem).sets
    where sizes.contains(block.count) && !state.isStopped {
      let sessions = Set(block)
      let here = draft.cost(of: sessions).value(at: relaxation.values)
      let least = least(problem.restricted(to: block), nodes: nodes, state)
      if Double(least) > here + 1e-6 {
        found.append(Bound(sessions: sessions, atLeast: least))
      }
    }
    return found
  }

  private func least(
    _ part: PlanningProblem, nodes: Int, _ state: SearchState
  ) -> Int {
    let planner = Planner(solver: solver)
    var effort = Planner.Effort(
      seed: 1, seconds: state.secondsLeft, movesPerSession: 3_000, nodes: nodes, mostPlaces: 10_000,
      isSideBySide: false)
    effort.usesBlocks = false
    switch planner.draft(part, effort: effort, cancellation: state.cancellation) {
    case .optimal(_, let objective): return objective
    case .feasible(_, _, let bound), .unknown(let bound): return bound
    case .infeasible: return 0
    }
  }
}
