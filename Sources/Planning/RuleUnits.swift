// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension PlanningProblem {
  /// Units of one soft rule in a schedule, as the search's own terms count them: the same problem
  /// with that rule alone, at a weight of one. To be held against the referee's count.
  public func units(of rule: SoftRule, in schedule: Schedule) -> Int {
    var scenario = scenario
    for other in SoftRule.allCases { scenario.meeting.weights[other] = other == rule ? 1 : 0 }
    let alone = PlanningProblem(scenario, baseline: baseline, maxMoves: nil)
    return WorkingSchedule(alone, alone.assignment(schedule)).standing.cost
  }
}
