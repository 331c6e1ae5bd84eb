// SPDX-License-Identifier: GPL-3.0-or-later

import Comparing
import Foundation
import IntegerPrograms
import Meetings
import Rules
import ScenarioFiles
import Tables
import Texts

/// The runs of a study, each in a process of its own, and what comes of them.
struct WhatIfRuns {
  private let options: WhatIfCommand.Options
  private let world: World
  /// Runs at once.
  private let jobs: Int

  init(_ options: WhatIfCommand.Options, in world: World) {
    self.options = options
    self.world = world
    jobs = options.jobs ?? world.processors
  }

  /// Runs the base first, then all others from its schedule.
  ///
  /// - Throws: where the system has no process for any of them.
  func study(
    _ questions: [WhatIfQuestion], _ loaded: Loading, _ scenario: Scenario, _ chosen: WhatIfBase,
    _ cancellation: Cancellation
  ) throws(CommandFailure) -> WhatIfStudy {
    let askable = questions.filter { $0.grave.isEmpty && $0.reading.scenario != nil }
    let isMade = chosen.schedule == nil
    let progress = RunsProgress(total: askable.count + (isMade ? 1 : 0), in: world)
    let pool = WorkerPool(
      atOnce: jobs, workers: world.workers, cancellation: cancellation, progress: progress)
    let faults = impossible(scenario, loaded.places)
    var base = chosen.answer(Self.baseName(questions), of: scenario, notes: faults)
    if isMade {
      if let words = chosen.origin.announcement { world.console.note("\(base.name): \(words)\n") }
      let alone = faults.isEmpty ? job(nil, loaded.digest, nil, isAlone: true) : nil
      let outcomes = pool.run([(base.name, alone)])
      try Self.refuse(outcomes)
      take(outcomes.first ?? .notRun, into: &base, baseline: nil)
    } else {
      let cost = base.schedule.map { Review(scenario: scenario, schedule: $0).objective }
      world.console.note("\(base.name): \(chosen.origin.words(cost: cost, bound: base.bound))\n")
    }
    let start = base.schedule
    // A run takes two cores where its neighbours leave them.
    let atOnce = min(jobs, askable.count)
    let isAlone = 2 * atOnce <= world.processors
    let impossible = Dictionary(
      uniqueKeysWithValues: askable.map { ($0.name, self.impossible($0)) })
    let outcomes = pool.run(
      askable.map { question in
        let isPossible = impossible[question.name, default: []].isEmpty
        let job = job(question.source, question.reading.digest, start?.wire, isAlone: isAlone)
        return (question.name, isPossible ? job : nil)
      })
    progress.clear()
    try Self.refuse(outcomes)
    let found = Dictionary(
      uniqueKeysWithValues: zip(askable.map(\.name), outcomes).map { ($0, $1) })
    let answers = questions.map { question -> WhatIfAnswer in
      var answer = WhatIfAnswer(
        name: question.name, question: question.reading.question ?? "",
        changes: question.reading.changes, state: .refused)
      guard let outcome = found[question.name], let own = question.reading.scenario else {
        answer.notes = question.grave.map(Self.words)
        return answer
      }
      answer.scenario = own
      answer.notes = impossible[question.name, default: []]
      take(outcome, into: &answer, baseline: options.movesAreFree ? nil : start)
      // Time that is taken away makes nothing cheaper.
      if let least = base.bound, question.reading.isAboutAvailability,
        own.isAvailable(onlyWithin: scenario)
      {
        answer.learn(atLeast: least)
      }
      return answer
    }
    return WhatIfStudy(
      scenario, base: base, from: chosen.origin, answers: answers,
      pricesMoves: !options.movesAreFree)
  }

  /// Throws if none of the runs could begin.
  private static func refuse(_ outcomes: [WorkerPool.Outcome]) throws(CommandFailure) {
    let failures = outcomes.compactMap { outcome in
      if case .notStarted(let failure) = outcome { failure } else { nil }
    }
    if let failure = failures.first, failures.count == outcomes.count {
      throw .noProcess(failure)
    }
  }

  static func baseName(_ questions: [WhatIfQuestion]) -> String {
    questions.contains { $0.name == "base" } ? "base-as-it-is" : "base"
  }

  private func job(
    _ source: WhatIfSource?, _ digest: String, _ start: [ScheduleRow]?, isAlone: Bool
  ) -> WorkerJob {
    WorkerJob(
      scenario: options.scenario, whatIf: source, digest: digest, start: start,
      pricesMoves: !options.movesAreFree, isCold: options.isCold, seed: options.seed,
      seconds: options.seconds, gap: options.gap, work: options.work, isAlone: isAlone)
  }

  private func impossible(_ question: WhatIfQuestion) -> [String] {
    question.reading.scenario.map { impossible($0, question.reading.places) } ?? []
  }

  /// What is impossible in itself, whatever a search would find.
  private func impossible(_ scenario: Scenario, _ places: RowPlaces) -> [String] {
    ImpossibilityCheck.findings(scenario, places).filter { $0.severity == .error }
      .map { Self.words(places.placed($0)) }
  }

  /// Trusts a worker's schedule only as far as the referee does.
  private func take(
    _ outcome: WorkerPool.Outcome, into answer: inout WhatIfAnswer, baseline: Schedule?
  ) {
    switch outcome {
    case .notRun: answer.state = .notRun
    case .notStarted(let failure):
      take(.failed(.notStarted(failure)), into: &answer, baseline: nil)
    case .failed(let failure):
      answer.state = .failed
      let sentence = failure.words.capitalizedFirst
      answer.notes.insert(sentence + ".", at: 0)
    case .answer(let state, let objective, let bound, let schedule, let isStopped):
      answer.state = state
      answer.isStopped = isStopped
      answer.objective = objective
      answer.bound = bound
      guard let schedule, let scenario = answer.scenario else { return }
      let review = Review(scenario: scenario, schedule: schedule, baseline: baseline)
      if review.violations.isEmpty && review.objective == objective {
        answer.schedule = schedule
      } else {
        answer.state = .failed
        answer.objective = nil
        answer.bound = nil
        answer.notes.insert(
          "The search and the review disagree; please report this with your tables.", at: 0)
      }
    }
  }

  private static func words(_ finding: Finding) -> String {
    DraftWords.fact(finding) + (finding.suggestion.map { " (\($0))" } ?? "")
  }
}
