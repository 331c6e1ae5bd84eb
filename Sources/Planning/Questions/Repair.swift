// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import Meetings
import PlanningProblems

extension Planner {
  /// The best schedule near a known one, with little counted work: for answers while people wait.
  ///
  /// - Parameters:
  ///   - moves: moves of the local search for each session.
  ///   - tell: called on the way, on this thread.
  public func repair(
    _ problem: PlanningProblem, from start: Assignment, moves: Int = 600, nodes: Int = 100,
    cancellation: Cancellation = Cancellation(), tell: @escaping (DraftNews) -> Void = { _ in }
  ) -> DraftResult {
    let effort = Effort(
      seed: 1, movesPerSession: moves, nodes: nodes, mostPlaces: 15_000, isSideBySide: false)
    return draft(
      problem, effort: effort, from: start, cancellation: cancellation, tell: tell)
  }
}
