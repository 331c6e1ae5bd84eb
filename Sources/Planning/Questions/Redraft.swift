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
  /// - Parameters:
  ///   - work: units for each side of the search (`WorkMeter`).
  ///   - tell: called on the way, on this thread.
  public func redraft(
    _ problem: PlanningProblem, from start: Assignment, work: Int = 2_000,
    cancellation: Cancellation = Cancellation(), tell: @escaping (DraftNews) -> Void = { _ in }
  ) -> DraftResult {
    problem.sessions.count > Self.fewSessions
      ? shortDraft(problem, from: start, work: work, cancellation: cancellation, tell: tell)
      : repair(problem, from: start, cancellation: cancellation, tell: tell)
  }

  /// A draft of so many units of work, on one thread: questions are asked beside each other.
  func shortDraft(
    _ problem: PlanningProblem, from start: Assignment, work: Int,
    cancellation: Cancellation = Cancellation(), tell: @escaping (DraftNews) -> Void = { _ in }
  ) -> DraftResult {
    var effort = Effort(seed: 1, work: work, isSideBySide: false)
    effort.isWhole = true
    effort.mendsTwice = false
    return draft(
      problem, effort: effort, from: start, cancellation: cancellation, tell: tell)
  }

  /// Meetings of so many sessions are solved by `repair`.
  private static let fewSessions = 40
}
