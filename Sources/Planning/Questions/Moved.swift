// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems
import Searching

extension Planner {
  /// The best schedule near a known one with a session, which must be placed, at other places than it has
  /// there: those around it that it concerns give way by an integer program (`PlaceSearch`), the rest of
  /// the meeting in a short repair, and once more those around it.
  ///
  /// - Parameters:
  ///   - asked: lets the session stand only where it is wanted.
  ///   - session: index into `Scenario.sessions`.
  ///   - tell: called on the way, on this thread.
  public func moved(
    _ session: Int, in asked: PlanningProblem, from start: Assignment,
    cancellation: Cancellation = Cancellation(), tell: @escaping (DraftNews) -> Void = { _ in }
  ) -> DraftResult {
    // Leaving it out would be no answer to what a place costs.
    let problem = asked.placing(session)
    let around = PlaceSearch(problem, solver, of: session, cancellation: cancellation)
    let mended = around?.schedule(from: start)
    let repaired = repair(
      problem, from: mended ?? start, cancellation: cancellation, tell: tell)
    guard case .feasible(let found, let objective, let bound) = repaired,
      let better = around?.schedule(from: found)
    else { return repaired }
    let cost = WorkingSchedule(problem, better).score.cost
    guard cost < objective else { return repaired }
    return cost <= bound
      ? .optimal(better, objective: cost) : .feasible(better, objective: cost, bound: bound)
  }
}
