// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IntegerPrograms

/// What a search has found and proved, and when it has to end.
final class SearchState {
  private(set) var incumbent: Assignment?
  private(set) var objective = Int.max
  private(set) var bound: Int
  let cancellation: Cancellation
  let deadline: Date?
  private let problem: PlanningProblem
  private let gap: Double
  private let tell: (DraftNews) -> Void
  var phase = ""

  init(
    _ problem: PlanningProblem, seconds: Double?, gap: Double, cancellation: Cancellation,
    tell: @escaping (DraftNews) -> Void
  ) {
    self.problem = problem
    self.gap = gap
    self.cancellation = cancellation
    self.tell = tell
    deadline = seconds.map { Date(timeIntervalSinceNow: $0) }
    bound = problem.unavoidableCost
  }

  var sessionCount: Int { problem.sessions.count }
  var isStopped: Bool { cancellation.isCancelled || deadline.map { $0 <= Date() } ?? false }
  var isProven: Bool { incumbent != nil && objective <= bound }
  /// Proven the best, or as near as was asked for.
  var isDone: Bool {
    isProven
      || (incumbent != nil && Double(objective - bound) <= gap * Double(max(1, objective)))
  }
  var secondsLeft: Double? { deadline.map { max(0, $0.timeIntervalSinceNow) } }

  /// Keeps a schedule if it keeps the hard rules and is better than the one known.
  func offer(_ assignment: Assignment) {
    let standing = WorkingSchedule(problem, assignment).standing
    guard standing.violations == 0, standing.cost < objective else { return }
    incumbent = assignment
    objective = standing.cost
    report()
  }

  /// Takes note that no schedule costs less.
  func prove(_ lower: Int) {
    guard lower > bound else { return }
    bound = min(lower, objective)
    report()
  }

  func report(incumbent better: Int? = nil) {
    let known = objective == .max ? better : min(objective, better ?? objective)
    tell(DraftNews(phase: phase, incumbent: known, bound: bound))
  }
}

extension PlanningProblem {
  /// What each session costs at its cheapest place, added up: a bound that needs no search.
  var unavoidableCost: Int {
    sessions.indices.reduce(0) { sum, p in
      let cheapest = places[p].prices.filter { $0 >= 0 }.min()
      return sum + ([cheapest, unplacedCost[p]].compactMap(\.self).min() ?? 0)
    }
  }
}
