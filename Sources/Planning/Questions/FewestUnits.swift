// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import Meetings
import PlanningProblems

extension Planner {
  /// A number of units that every schedule which keeps the hard rules has at least, proven by a
  /// short search for the fewest; 0 where it proves nothing.
  ///
  /// - Parameter work: units of work to end after; `nil` for as many as it takes.
  public func fewestUnits(
    of rule: SoftRule, in problem: PlanningProblem, from known: Assignment, seconds: Double?,
    work: Int? = nil, cancellation: Cancellation
  ) -> Int {
    let alone = problem.alone(rule, keepsMoveCap: true)
    let effort = Effort(
      seconds: seconds, work: work, movesPerSession: 1_000, nodes: 200, mostPlaces: 12_000,
      isSideBySide: false)
    // A judge knows the meeting's own weights, and one rule alone has others.
    switch Planner(solver: solver).draft(
      alone, effort: effort, from: known, cancellation: cancellation)
    {
    case .optimal(_, let objective): return objective
    case .feasible(_, _, let bound), .unknown(let bound): return bound
    case .infeasible: return 0
    }
  }
}
