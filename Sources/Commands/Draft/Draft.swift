// SPDX-License-Identifier: GPL-3.0-or-later

import Drafts
import Meetings
import Planning
import PlanningProblems
import Rules
import Synchronization
import Tables
import Threads

/// A search's answer, with everything that is printed and written about it.
struct Draft {
  let scenario: Scenario
  let problem: PlanningProblem
  let result: DraftResult
  var trace: [DraftStep] = []
  let seed: Int
  var seconds: Double
  let digest: String
  /// The fewest units that any schedule can have, where that was worked out.
  var fewest: [SoftRule: Int] = [:]
  /// Sessions that must be placed and are not, where the user allowed it and some are.
  var unplaced: Unplaced?
  /// Why there can be no schedule, where that was found without a search.
  var facts: [Finding] = []
  /// What to do where there is no schedule.
  var nextStep: NextStep?
  /// Whether moves from a baseline count or are limited, or sessions stay where they are pinned, so
  /// that its bound is not the tables' own.
  var isReplan = false
  /// Whether it answers a question of the board: moves count for nothing.
  var isAsked = false
  /// What was found out before the search, and about how it ended.
  var notes: [DraftNote] = []

  /// Where the search and the referee disagree about a schedule, which is a fault of the program;
  /// `nil` where they agree.
  func disagreement(with review: Review, of schedule: Schedule) -> Disagreement? {
    let broken = review.violations.filter { unplaced?.explains($0) != true }
    var points = broken.map { Disagreement.Point.broken($0.rule, $0.message) }
    let surcharge = unplaced?.surcharge(scenario) ?? 0
    if let objective, review.objective + surcharge != objective {
      points.append(.objective(search: objective, review: review.objective))
    }
    let counted = Mutex([Int: Int]())
    Parallel.forEach(review.costs.count) { i in
      let units = problem.units(of: review.costs[i].rule, in: schedule)
      counted.withLock { $0[i] = units }
    }
    let units = counted.withLock { $0 }
    for (i, cost) in review.costs.enumerated() {
      guard let own = units[i], own != cost.units else { continue }
      points.append(.units(cost.rule, search: own, review: cost.units))
    }
    return points.isEmpty ? nil : Disagreement(points: points)
  }

  var objective: Int? {
    switch result {
    case .optimal(_, let objective), .feasible(_, let objective, _): objective
    case .infeasible, .unknown: nil
    }
  }

  var bound: Int? {
    switch result {
    case .optimal(_, let objective): objective
    case .feasible(_, _, let bound), .unknown(let bound): bound
    case .infeasible: nil
    }
  }

  private var status: DraftSummary.Status {
    // A partial draft does not keep the hard rules: at most it is proven that no schedule does.
    if let unplaced { return unplaced.atLeast > 0 ? .infeasible : .unknown }
    return switch result {
    case .optimal: .optimal
    case .feasible: .feasible
    case .infeasible: .infeasible
    case .unknown: .unknown
    }
  }

  func summary(_ review: Review?, _ schedule: Schedule?) -> DraftSummary {
    let rows = schedule?.rows ?? []
    var summary = DraftSummary(
      scenario: scenario.meeting.id, status: status,
      objective: unplaced == nil ? objective : review?.objective,
      bound: unplaced == nil ? bound : nil,
      costs: (review?.costs ?? []).map {
        DraftSummary.Cost(
          rule: $0.rule.rawValue, units: $0.units, weight: $0.weight, cost: $0.cost)
      },
      placed: rows.count { $0.status == .placed }, unplaced: rows.count { $0.status == .unplaced },
      held: rows.count { $0.status == .held }, seed: seed, seconds: seconds, inputSHA256: digest,
      program: Tool.name)
    summary.boundFor = isReplan ? .replan : .tables
    summary.fewest = Dictionary(
      uniqueKeysWithValues: fewest.map { ($0.key.rawValue, $0.value) })
    summary.leftOut = unplaced.map { ($0.sessions, $0.atLeast) }
    summary.trace =
      unplaced != nil
      ? []
      : trace.map {
        DraftSummary.Step(
          seconds: $0.seconds, work: $0.work, incumbent: $0.incumbent, bound: $0.bound)
      }
    return summary
  }
}
