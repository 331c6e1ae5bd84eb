// SPDX-License-Identifier: GPL-3.0-or-later

import Comparing
import Foundation
import GLPKSolver
import IntegerPrograms
import Meetings
import Planning
import PlanningProblems
import Rules
import ScenarioFiles

/// The search for one what-if's answer, as a worker does it.
struct WhatIfSearch {
  let job: WorkerJob
  let cancellation: Cancellation
  /// Reports news on the way, and at last an answer.
  let say: (WorkerWord) -> Void

  /// - Returns: `no` if there is no answer; the reason has then been reported.
  func run() -> ExitStatus {
    let reading = ScenarioFolder.read(URL(filePath: job.scenario), asking: job.whatIf)
    // What is impossible by itself is not asked for (`WhatIfRuns`).
    guard let scenario = reading.scenario, reading.digest == job.digest else {
      say(.refusal(.tablesChanged))
      return .no
    }
    // What is impossible by itself is not asked for (`WhatIfRuns`).
    let start = job.start.map { Schedule($0) }
    let baseline = job.pricesMoves ? start : nil
    let problem = PlanningProblem(scenario, baseline: baseline)
    let result = result(problem, from: start, baseline: baseline)
    let draft = Draft(
      scenario: scenario, problem: problem, result: result, seed: job.seed, seconds: 0,
      digest: reading.digest)
    guard let assignment = result.assignment else {
      say(.answer(state: state(result), objective: nil, bound: draft.bound, rows: nil))
      return .yes
    }
    let schedule = problem.schedule(assignment)
    // The parent reviews every answer itself, so a worker that was asked to end skips its own
    // review.
    if !cancellation.isCancelled {
      let review = Review(scenario: scenario, schedule: schedule, baseline: baseline)
      if let disagreement = draft.disagreement(with: review, of: schedule) {
        say(.refusal(.disagreement(disagreement.words)))
        return .no
      }
    }
    say(
      .answer(
        state: state(result), objective: draft.objective, bound: draft.bound, rows: schedule.wire))
    return .yes
  }

  private func result(
    _ problem: PlanningProblem, from start: Schedule?, baseline: Schedule?
  ) -> DraftResult {
    let judge = Referee.judge(problem, baseline: baseline, maxMoves: nil)
    var pace = ProgressPace()
    return Planner(solver: GLPK(), judge: judge).draft(
      problem, effort: effort, from: job.isCold ? nil : start.map { problem.assignment($0) },
      cancellation: cancellation
    ) { news in
      guard pace.isDue(ProgressLine.words(news), atLeastEvery: .infinity, onNews: 0.1) else {
        return
      }
      say(.news(phase: news.phase, incumbent: news.incumbent, bound: news.bound))
    }
  }

  private func state(_ result: DraftResult) -> WhatIfAnswer.State {
    switch result {
    case .optimal: .optimal
    case .feasible: .feasible
    case .infeasible: .infeasible
    case .unknown: .unknown
    }
  }

  private var effort: Planner.Effort {
    var effort = Planner.Effort(
      seed: UInt64(job.seed), seconds: job.seconds, gap: job.gap, work: job.work,
      isSideBySide: job.isAlone)
    // The answer does not depend on what runs beside it.
    effort.isWhole = true
    if job.start != nil && !job.isCold { effort.beginFromGood() }
    return effort
  }
}
