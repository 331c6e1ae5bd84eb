// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import Meetings
import PlanningProblems

/// What a meeting that is too full leaves out, worked out from the highest priority down before any
/// soft rule is looked at (`rules.md`, sessions left out).
public struct LeastLeftOut: Sendable {
  /// Any schedule leaves out at least this many sessions that must be placed, whatever their
  /// priorities; proven.
  public let atLeast: Int
  /// A schedule that leaves out no more than `most`; `nil` where none was found.
  public internal(set) var schedule: Schedule?
  /// How many of each priority are left out of it: with no more of the higher ones, no fewer, as far as
  /// that was found out. No entries without a schedule.
  public internal(set) var most: [Int: Int] = [:]
}

extension Planner {
  /// Finds how many sessions of each priority a meeting has to leave out: as few as possible of the
  /// highest, then, without more of those, as few as possible of the next, and so on.
  ///
  /// Prices for the priorities could say the same in one search, but they would have to grow with
  /// the product of how many there are of each, beyond what the solver's numbers can distinguish.
  ///
  /// - Parameters:
  ///   - problem: without soft rules (`Scenario.withoutSoftRules`).
  ///   - staying: sessions that must be placed even so, by index into `Scenario.sessions`.
  ///   - effort: its seconds are for all searches together.
  public func leastLeftOut(
    _ problem: PlanningProblem, staying: Set<Int> = [], effort: Effort = Effort(),
    cancellation: Cancellation = Cancellation()
  ) -> LeastLeftOut {
    let priorities = Set(problem.leavable(staying).map { problem.session($0).priority }).sorted(
      by: >)
    var effort = effort
    effort.seconds = effort.seconds.map { $0 / Double(priorities.count + 1) }
    let all = problem.leavingOut(staying: staying) { _ in 1 }
    let fewest = draft(all, effort: effort, cancellation: cancellation)
    var least = LeastLeftOut(atLeast: max(0, fewest.leastCost))
    guard var known = fewest.assignment else { return least }
    for priority in priorities {
      func count(_ assignment: Assignment) -> Int {
        problem.leavable(staying).count {
          assignment.places[$0] == nil && problem.session($0).priority == priority
        }
      }
      // With one priority the first search has counted it, and none is the fewest.
      if priorities.count > 1 && count(known) > 0 {
        let next = problem.leavingOut(staying: staying, most: least.most) {
          $0.priority == priority ? 1 : 0
        }
        // The lower ones make room first: some sessions need more of it than a search would clear.
        var start = known
        for p in problem.leavable(staying) where problem.session(p).priority < priority {
          start.places[p] = nil
        }
        known =
          draft(next, effort: effort, from: start, cancellation: cancellation).assignment ?? known
      }
      least.most[priority] = count(known)
    }
    least.schedule = problem.schedule(known)
    return least
  }
}

extension DraftResult {
  /// What every schedule costs at least, as far as was proven; 0 where there is none.
  fileprivate var leastCost: Int {
    switch self {
    case .optimal(_, let objective): objective
    case .feasible(_, _, let bound), .unknown(let bound): bound
    case .infeasible: 0
    }
  }
}
