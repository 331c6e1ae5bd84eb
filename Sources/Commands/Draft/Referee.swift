// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Planning
import PlanningProblems
import Rules

/// In debug builds, the referee's review of every schedule that a search keeps, so a fault shows
/// where it happens. What is written is reviewed in every build (`Draft.disagreement`).
enum Referee {
  static func judge(_ problem: PlanningProblem, baseline: Schedule?, maxMoves: Int?)
    -> Planner.Judge?
  {
    #if DEBUG
      return { assignment, cost in
        let review = Review(
          scenario: problem.scenario, schedule: problem.schedule(assignment), baseline: baseline,
          maxMoves: maxMoves)
        if let violation = review.violations.first {
          return "the search keeps a schedule that breaks \(violation.rule.rawValue): "
            + violation.message
        }
        guard review.objective != cost else { return nil }
        return "the search prices a schedule at \(cost), the review at \(review.objective)"
      }
    #else
      return nil
    #endif
  }
}
