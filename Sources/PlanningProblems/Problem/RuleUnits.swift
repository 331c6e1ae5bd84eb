// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension PlanningProblem {
  /// The same problem with one soft rule alone, at a weight of one: it costs that rule's units.
  package func alone(_ rule: SoftRule, keepsMoveCap: Bool) -> PlanningProblem {
    var scenario = scenario
    for other in SoftRule.allCases { scenario.meeting.weights[other] = other == rule ? 1 : 0 }
    return PlanningProblem(
      scenario, baseline: baseline, maxMoves: keepsMoveCap ? maxMoveCount : nil,
      places: unpricedPlaces)
  }

  /// Units of one soft rule in a schedule, as the search's own terms count them. To be compared
  /// with the referee's count.
  public func units(of rule: SoftRule, in schedule: Schedule) -> Int {
    let alone = alone(rule, keepsMoveCap: false)
    return WorkingSchedule(alone, alone.assignment(schedule)).score.cost
  }
}
