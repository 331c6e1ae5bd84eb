// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import Meetings

extension PlanningProblem {
  /// The same problem with one soft rule alone, at a weight of one: it costs that rule's units.
  func alone(_ rule: SoftRule, keepsMoveCap: Bool) -> PlanningProblem {
    var scenario = scenario
    for other in SoftRule.allCases { scenario.meeting.weights[other] = other == rule ? 1 : 0 }
    return PlanningProblem(
      scenario, baseline: baseline, maxMoves: keepsMoveCap ? maxMoveCount : nil,
      places: unpricedPlaces)
  }

  /// Units of one soft rule in a schedule, as the search's own terms count them. To be held against
  /// the referee's count.
  public func units(of rule: SoftRule, in schedule: Schedule) -> Int {
    let alone = alone(rule, keepsMoveCap: false)
    return WorkingSchedule(alone, alone.assignment(schedule)).standing.cost
  }
}

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
