// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems

extension Planner {
  /// The best schedule of a changed problem, each session free to go anywhere, and what every schedule
  /// costs at least: as a draft that begins with a known schedule, in so many units of work.
  ///
  /// A small meeting is searched until it is proven or its nodes are spent, which `repair` does in a
  /// moment. In a larger one the exact program alone takes seconds for a bound that counting
  /// (`AggregateBound`) passes in a tenth of a second, so both are asked as for a draft, and the work
  /// is counted.
  ///
  /// - Parameter work: units for each side of the search (`WorkMeter`).
  public func redraft(
    _ problem: PlanningProblem, from start: Assignment, work: Int = 1_000,
    cancellation: Cancellation = Cancellation()
  ) -> DraftResult {
    problem.sessions.count > Self.fewSessions
      ? shortDraft(problem, from: start, work: work, cancellation: cancellation)
      : repair(problem, from: start, cancellation: cancellation)
  }

  /// A draft of so many units of work, on one thread: questions are asked beside each other.
  func shortDraft(
    _ problem: PlanningProblem, from start: Assignment, work: Int,
    cancellation: Cancellation = Cancellation()
  ) -> DraftResult {
    var effort = Effort(seed: 1, work: work, isSideBySide: false)
    effort.isWhole = true
    return draft(problem, effort: effort, from: start, cancellation: cancellation)
  }

  /// Meetings of so many sessions are solved by `repair`.
  private static let fewSessions = 40
}
