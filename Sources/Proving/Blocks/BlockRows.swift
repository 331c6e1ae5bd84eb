// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems

/// What the blocks cost at best by themselves, as rows for the whole.
struct BlockRows {
  struct Bound: Sendable {
    let sessions: Set<SessionPosition>
    let atLeast: Int
  }

  let problem: PlanningProblem
  let search: ExactSearch.BlockBound

  /// Bounds of the blocks of some sizes that a point of the program breaks, each proven by a small
  /// search of its own.
  ///
  /// The gap that the user is content with is not handed on: a block's search is short, and a bound
  /// short of what it could prove would only put off the bound of the whole that ends the search.
  func bounds(
    _ draft: DraftProgram, brokenBy relaxation: Relaxation, sizes: ClosedRange<Int>, nodes: Int,
    _ state: any ProofHost
  ) -> [Bound] {
    var found: [Bound] = []
    for block in Blocks(problem: problem).sets
    where sizes.contains(block.count) && !state.isStopped {
      let sessions = Set(block)
      let here = draft.cost(of: sessions).value(at: relaxation.values)
      let least = search(problem.restricted(to: block), nodes)
      if Double(least) > here + 1e-6 {
        found.append(Bound(sessions: sessions, atLeast: least))
      }
    }
    return found
  }
}
