// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import IntegerPrograms
import Meetings
import Planning
import PlanningProblems
import Rules
import Threads

/// The search behind one draft: for the best schedule, then for what no schedule can do without.
struct DraftSearch {
  let options: DraftCommand.Options
  let scenario: Scenario
  let baseline: Schedule?
  let plan: Replan.Plan
  /// When a draft that ends by the clock is to be found.
  let end: Deadline?
  let cancellation: Cancellation
  let progress: ProgressLine

  private var planner: Planner {
    Planner(
      solver: GLPK(),
      judge: plan.unplaced != nil
        ? nil : Referee.judge(plan.problem, baseline: baseline, maxMoves: plan.maxMoves))
  }

  /// The best schedule that was found, and what is known about it.
  ///
  /// - Parameter digest: of the tables.
  func draft(digest: String) -> (draft: Draft, schedule: Schedule?) {
    var effort = options.effort
    // The last tenth is for the fewest units of each rule.
    effort.seconds = end.map { max(0.1, $0.secondsLeft * 0.9) }
    if options.asks == .improve { effort.beginFromGood() }
    let found = planner.tracedDraft(
      plan.problem, effort: effort, from: plan.start.map { plan.problem.assignment($0) },
      cancellation: cancellation, tell: progress.show)
    progress.show("counting what no schedule can do without")
    var draft = Draft(
      scenario: scenario, problem: plan.problem, result: found.result, trace: found.trace,
      seed: options.seed, seconds: progress.seconds, digest: digest)
    draft.notes = plan.notes
    if cancellation.isCancelled { draft.notes.append(.stopped) }
    // Pins bar schedules, so that the bound is not the tables'.
    draft.isReplan = baseline != nil || options.asks != nil
    draft.isAsked = options.asks != nil
    guard let assignment = found.result.assignment else { return (draft, nil) }
    let schedule = plan.problem.schedule(assignment)
    if let fewest = plan.fewest, let baseline {
      let read = fewest.reading(schedule, from: baseline, of: scenario)
      draft.notes.insert(.fewestMoves(read), at: 0)
    }
    draft.unplaced = plan.unplaced?.reading(schedule, of: scenario)
    return (draft, schedule)
  }

  /// For each rule that costs something, what no schedule can do without.
  ///
  /// - Parameter draft: found by this search.
  func fewest(_ review: Review, _ draft: Draft) -> [SoftRule: Int] {
    guard let known = draft.result.assignment else { return [:] }
    // A search that ended early because of its gap is not followed by a long count.
    let work = options.gap > 0 ? max(50, (draft.trace.last?.work ?? 0) / 20) : nil
    let paid = review.costs.filter { $0.cost > 0 }
    var fewest: [SoftRule: Int] = [:]
    for (index, cost) in paid.enumerated() {
      // Each begins by reading the whole meeting again, and there may be no time left for that.
      if cancellation.isCancelled || end?.isOver ?? false { break }
      let seconds = end.map { $0.secondsLeft / Double(paid.count - index) }
      fewest[cost.rule] = planner.fewestUnits(
        of: cost.rule, in: plan.problem, from: known, seconds: seconds, work: work,
        cancellation: cancellation)
    }
    return fewest
  }
}
