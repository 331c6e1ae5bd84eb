// SPDX-License-Identifier: GPL-3.0-or-later

import Explaining
import GLPKSolver
import IntegerPrograms
import Meetings
import Planning
import PlanningProblems
import Rules

/// What `draft` is asked about a baseline and about sessions that do not fit, worked out before the
/// search for the best schedule.
struct Replan {
  /// A problem ready for the search.
  struct Plan {
    var problem: PlanningProblem
    var maxMoves: Int?
    var start: Schedule?
    /// Where sessions that must be placed may be left out.
    var unplaced: Unplaced?
    /// How few moves are enough, if that was asked.
    var fewest: FewestMoves?
    /// What has been found out already.
    var notes: [DraftNote] = []
  }

  private let options: DraftCommand.Options
  private let keeping: Keeping
  private let cancellation: Cancellation
  private let planner = Planner(solver: GLPK())

  init(_ options: DraftCommand.Options, cancellation: Cancellation) {
    self.options = options
    self.cancellation = cancellation
    keeping = Keeping(wishes: options.keeping)
  }

  /// The user's seconds are for the draft; a quarter of them goes to what has to be known first.
  private var effort: Planner.Effort {
    var effort = options.effort
    effort.seconds = effort.seconds.map { $0 / 4 }
    return effort
  }

  /// Works out what has to be known before the search.
  ///
  /// - Throws: a wish about something that the scenario does not have.
  func plan(_ scenario: Scenario, _ baseline: Schedule?) throws(CommandFailure) -> Plan {
    var kept: Set<Int> = []
    if let baseline { kept = try keeping.sessions(scenario, baseline) }
    var plan = Plan(
      problem: PlanningProblem(scenario, baseline: baseline, maxMoves: options.maxMoves),
      maxMoves: options.maxMoves, start: baseline)
    if options.asksFewestMoves, let baseline {
      findFewestMoves(&plan, scenario, baseline, keeping: kept)
    }
    var homeless: Set<Int> = []
    if let baseline, !keeping.isEmpty {
      let held = plan.problem.keeping(kept, in: baseline)
      plan.problem = held.problem
      homeless = Set(held.homeless)
      plan.notes.append(.kept(kept.count))
      plan.notes += held.homeless.map { Self.cannotStay($0, scenario, baseline) }
    }
    if options.allowsUnplaced {
      leaveOut(&plan, scenario, baseline, keeping: kept, homeless: homeless)
    }
    return plan
  }

  /// What the board asks of a draft: moves count for nothing, and what is pinned stays.
  ///
  /// - Throws: a wish about something that the scenario does not have.
  func plan(_ scenario: Scenario, standing: Schedule) throws(CommandFailure) -> Plan {
    let kept = try keeping.sessions(scenario, standing)
    let held = PlanningProblem(scenario).keeping(kept, in: standing)
    var plan = Plan(
      problem: held.problem, maxMoves: nil, start: options.asks == .improve ? standing : nil)
    if !keeping.isEmpty { plan.notes.append(.kept(kept.count)) }
    plan.notes += held.homeless.map { Self.cannotStay($0, scenario, standing) }
    return plan
  }

  /// Finds how few sessions have to be moved, and limits the draft to that.
  private func findFewestMoves(
    _ plan: inout Plan, _ scenario: Scenario, _ baseline: Schedule, keeping kept: Set<Int>
  ) {
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
    case .undecided: plan.notes.append(.fewestMovesUnknown)
    }
  }

  /// Finds how few sessions have to be left out, and lets the search leave out that many.
  ///
  /// - Parameter homeless: kept sessions that have no place where they are.
  private func leaveOut(
    _ plan: inout Plan, _ scenario: Scenario, _ baseline: Schedule?, keeping kept: Set<Int>,
    homeless: Set<Int>
  ) {
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

  /// Why a kept session has no place: what the baseline's place breaks now.
  private static func cannotStay(
    _ session: Int, _ scenario: Scenario, _ baseline: Schedule
  ) -> DraftNote {
    let id = scenario.sessions[session].id
    guard let row = baseline.firstRows[id] else {
      return .cannotStay(session: id, .notInBaseline)
    }
    if row.status != .placed { return .cannotStay(session: id, .leftOut) }
    let review = Review(scenario: scenario, schedule: Schedule(rows: [row]))
    return .cannotStay(
      session: id,
      .breaks(review.violations.filter { $0.sessions == [id] && $0.rule != .placedOnce }))
  }
}
