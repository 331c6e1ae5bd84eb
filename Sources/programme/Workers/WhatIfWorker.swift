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
import Threads

extension Command {
  /// The program's own worker: a job comes in on standard input, words go out on standard output.
  static let whatIfWorker = Command(
    name: WhatIfWorker.commandName, arguments: [],
    summary: "answers one what-if for 'programme what-if'", options: [], isHidden: true
  ) { _ throws(UsageError) in
    WhatIfWorker.run()
  }
}

enum WhatIfWorker {
  static let commandName = "what-if-worker"

  static func run() -> ExitStatus {
    let cancellation = Cancellation()
    let interruption = Interruption(cancellation)
    guard let line = readLine(),
      let job = try? JSONDecoder().decode(WorkerJob.self, from: Data(line.utf8))
    else {
      Terminal.complain(
        "'\(commandName)' is for the program itself; see 'programme what-if --help'")
      return .unusable
    }
    endWithParent()
    return withExtendedLifetime(interruption) { answer(job, cancellation) }
  }

  /// When the one who waits for the answer is gone, its end of the pipe closes.
  private static func endWithParent() {
    // Without a thread the worker ends with its work.
    try? SystemThread.start(stack: 512 << 10) {
      while readLine() != nil {}
      _exit(130)
    }
  }

  private static func answer(_ job: WorkerJob, _ cancellation: Cancellation) -> ExitStatus {
    let reading = ScenarioFolder.read(URL(filePath: job.scenario), asking: job.whatIf)
    guard let scenario = reading.scenario, reading.digest == job.digest else {
      say(.refusal("the tables were changed while the runs were under way"))
      return .no
    }
    if StandingCheck.findings(scenario).contains(where: { $0.severity == .error }) {
      say(.answer(state: .infeasible, objective: nil, bound: nil, rows: nil))
      return .yes
    }
    let start = job.start.map { Schedule($0) }
    let baseline = job.pricesMoves ? start : nil
    let problem = PlanningProblem(scenario, baseline: baseline)
    let judge = Referee.judge(problem, baseline: baseline, maxMoves: nil)
    var pace = ProgressPace()
    let result = Planner(solver: GLPK(), judge: judge).draft(
      problem,
      effort: effort(job), from: job.isCold ? nil : start.map { problem.assignment($0) },
      cancellation: cancellation
    ) { news in
      guard pace.isDue(ProgressLine.words(news), atLeastEvery: .infinity, onNews: 0.1) else {
        return
      }
      say(.news(phase: news.phase, incumbent: news.incumbent, bound: news.bound))
    }
    let draft = Draft(
      scenario: scenario, problem: problem, result: result, seed: job.seed, seconds: 0,
      digest: reading.digest)
    guard let assignment = result.assignment else {
      let isProven = if case .infeasible = result { true } else { false }
      say(
        .answer(
          state: isProven ? .infeasible : .unknown, objective: nil, bound: draft.bound, rows: nil))
      return .yes
    }
    let schedule = problem.schedule(assignment)
    // The parent reviews every answer itself; whoever was asked to end leaves it at that.
    if !cancellation.isCancelled {
      let review = Review(scenario: scenario, schedule: schedule, baseline: baseline)
      if let quarrel = draft.quarrel(with: review, of: schedule) {
        say(.refusal(quarrel))
        return .no
      }
    }
    let isOptimal = if case .optimal = result { true } else { false }
    say(
      .answer(
        state: isOptimal ? .optimal : .feasible, objective: draft.objective, bound: draft.bound,
        rows: schedule.wire))
    return .yes
  }

  /// Close to a good schedule the local search arrives soon.
  private static func effort(_ job: WorkerJob) -> Planner.Effort {
    var effort = Planner.Effort(
      seed: UInt64(job.seed), seconds: job.seconds, gap: job.gap, work: job.work,
      isSideBySide: job.isAlone)
    if job.start != nil && !job.isCold { effort.movesPerSession /= 10 }
    return effort
  }

  private static func say(_ word: WorkerWord) {
    guard let data = try? JSONEncoder().encode(word) else { return }
    Terminal.say(String(decoding: data, as: UTF8.self) + "\n")
  }
}
