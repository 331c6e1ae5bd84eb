// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems

/// Whether there is any schedule at all. Only `undecided` is no proof.
public enum Decision: Sendable {
  case possible(Assignment)
  case impossible
  case undecided
}

extension Planner {
  /// Decides whether a problem has a schedule, with counted work: a greedy start and a short local
  /// search find most that there are, the integer program proves that there is none.
  public func decide(
    _ problem: PlanningProblem, from start: Assignment? = nil, nodes: Int = 2_000,
    cancellation: Cancellation = Cancellation()
  ) -> Decision {
    var effort = Effort(
      seed: 1, movesPerSession: 300, nodes: nodes, mostPlaces: 60_000, isSideBySide: false)
    effort.usesBlocks = false
    switch draft(problem, effort: effort, from: start, cancellation: cancellation) {
    case .optimal(let assignment, _), .feasible(let assignment, _, _): return .possible(assignment)
    case .infeasible: return .impossible
    case .unknown: return .undecided
    }
  }
}
