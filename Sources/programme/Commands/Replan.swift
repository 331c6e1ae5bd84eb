// SPDX-License-Identifier: GPL-3.0-or-later

import Explaining
import GLPKSolver
import IntegerPrograms
import Meetings
import Planning
import PlanningProblems
import Rules

/// What `draft` is told about a baseline and about sessions that do not fit: worked out before the
/// search for the best schedule.
struct Replan {
  /// A problem ready for the search.
  struct Plan {
    var problem: PlanningProblem
    var maxMoves: Int?
    var start: Schedule?
    /// Where sessions that must be placed may be left out.
    var unplaced: Unplaced?
    /// How few moves do, where that was asked.
    var fewest: FewestMoves?
    /// What has been found out already, in sentences.
    var notes: [String] = []
  }

  private let keeping: Keeping
  private let asksFewest: Bool
  let allowsUnplaced: Bool

  init(_ typed: Invocation) throws(UsageError) {
    keeping = try Keeping(typed)
    asksFewest = typed.has(FewestMoves.option.name)
    allowsUnplaced = typed.has(Unplaced.option.name)
    if asksFewest && !typed.has("baseline") {
      throw UsageError("--fewest-moves needs --baseline SCHEDULE.csv")
    }
    if asksFewest && typed.has("max-moves") {
      throw UsageError("--fewest-moves finds the number that --max-moves sets; give one of the two")
    }
    if asksFewest && allowsUnplaced {
      throw UsageError("--fewest-moves and --allow-unplaced are two aims; give one of the two")
    }
  }

  func plan(
    _ scenario: Scenario, _ baseline: Schedule?, maxMoves: Int?, effort: Planner.Effort,
    cancellation: Cancellation
  ) throws(UsageError) -> Plan {
    let planner = Planner(solver: GLPK())
    var effort = effort
    // A user's seconds are for the draft; a quarter of them for what has to be known first.
    effort.seconds = effort.seconds.map { $0 / 4 }
    var kept: Set<Int> = []
    if let baseline { kept = try keeping.sessions(scenario, baseline) }
    var plan = Plan(
      problem: PlanningProblem(scenario, baseline: baseline, maxMoves: maxMoves),
      maxMoves: maxMoves, start: baseline)
    if asksFewest, let baseline {
      let answer = FewestMoves.answer(
        scenario, from: baseline, keeping: kept, planner: planner, effort: effort,
        cancellation: cancellation)
      switch answer {
      case .found(let schedule, let fewest):
        plan.maxMoves = fewest.moves
        plan.problem = PlanningProblem(scenario, baseline: baseline, maxMoves: fewest.moves)
        plan.start = schedule
        plan.fewest = fewest
      case .impossible: break
      case .undecided: plan.notes.append("How few moves are needed was not found out.")
      }
    }
    var homeless: Set<Int> = []
    if let baseline, !keeping.isEmpty {
      let held = plan.problem.keeping(kept, in: baseline)
      plan.problem = held.problem
      homeless = Set(held.homeless)
      plan.notes.append(
        "\(kept.count) \(kept.count == 1 ? "session is" : "sessions are") kept where the baseline"
          + " has them.")
      plan.notes += held.homeless.map { Self.cannotStay($0, scenario, baseline) }
    }
    if allowsUnplaced {
      let staying = kept.subtracting(homeless)
      var counting = PlanningProblem(
        scenario.withoutSoftRules, baseline: baseline, maxMoves: plan.maxMoves)
      if let baseline { counting = counting.keeping(kept, in: baseline).problem }
      let least = planner.leastLeftOut(
        counting, staying: staying, effort: effort, cancellation: cancellation)
      let prices = UnplacedPrices(scenario, most: least.most)
      plan.unplaced = Unplaced(atLeast: least.atLeast, prices: prices)
      plan.start = least.schedule ?? plan.start
      plan.problem = plan.problem.leavingOut(
        staying: staying, most: least.most, price: prices.price)
    }
    return plan
  }

  /// Why a kept session has no place: what the baseline's place breaks now.
  private static func cannotStay(
    _ session: Int, _ scenario: Scenario, _ baseline: Schedule
  ) -> String {
    let id = scenario.sessions[session].id
    guard let row = baseline.firstRows[id] else { return "\(id) is kept and cannot stay." }
    if row.status != .placed { return "\(id) is kept left out, and must be placed." }
    let review = Review(scenario: scenario, schedule: Schedule(rows: [row]))
    let reasons = review.violations.filter { $0.sessions == [id] && $0.rule != .placedOnce }
      .map { "\($0.rule.rawValue): \($0.message)" }
    return "\(id) is kept and cannot stay: \(reasons.joined(separator: " "))"
  }
}
