// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import Meetings
import Planning
import PlanningProblems
import Reports
import Rules
import Tables
import Threads

/// One drafting, from tables to files.
struct DraftRun {
  private let options: DraftCommand.Options
  private let world: World
  private let loaded: Loading
  private let scenario: Scenario
  /// What moves are counted against.
  private let baseline: Schedule?
  /// Where sessions stand, for a question in which moves cost nothing.
  private let standing: Schedule?
  private let output: DraftFolder

  /// Reads what is needed, and checks that a draft can be written.
  ///
  /// - Throws: what stands in the way.
  init(_ options: DraftCommand.Options, in world: World) throws(CommandFailure) {
    self.world = world
    loaded = Loading(options.scenario, whatIf: options.whatIf)
    scenario = try loaded.usable(world.console)
    // The draft goes into the folder whose drafts numbers refer to.
    let drafts = DraftLookup(
      options.drafts ?? options.out, of: scenario, loaded.digest, in: world)
    if let name = options.board {
      let board = try drafts.board(name, for: .draft)
      var options = options
      options.keeping += board.pins
      self.options = options
      (baseline, standing) =
        options.asks == nil ? (board.schedule, nil) : (nil, board.schedule)
    } else {
      self.options = options
      standing = nil
      baseline = try ScheduleReading.baseline(options.baseline, for: .draft, in: drafts)
    }
    output = DraftFolder(
      options.out ?? world.results(of: scenario.meeting), isForced: options.isForced, in: world)
    try output.check()
  }

  /// Searches, and writes what was found.
  ///
  /// - Throws: a value that the scenario does not have, or a fault of the program.
  func answer() throws(CommandFailure) -> DraftAnswer {
    let impossible = loaded.impossible(scenario)
    if !impossible.isEmpty && !options.allowsUnplaced { return infeasible(impossible) }
    for finding in impossible { world.console.note(DraftWords.fact(finding) + "\n") }

    // Reviewing and writing take about twice as long as reading did.
    let read = world.sinceStart.seconds
    let end = options.seconds.map { Deadline(seconds: $0 - 3 * read) }
    let cancellation = Cancellation()
    let progress = ProgressLine(in: world, isJSON: options.progress == .json)
    let watch = world.signals.watch(cancellation, tick: progress.tick)
    defer { withExtendedLifetime(watch) {} }
    let replan = Replan(options, cancellation: cancellation)
    let plan: Replan.Plan
    if let standing {
      plan = try replan.plan(scenario, standing: standing)
    } else {
      plan = try replan.plan(scenario, baseline)
    }
    let search = DraftSearch(
      options: options, scenario: scenario, baseline: baseline, plan: plan, end: end,
      cancellation: cancellation, progress: progress)
    let found = search.draft(digest: loaded.digest)
    var draft = found.draft
    draft.nextStep = nextStep
    guard let schedule = found.schedule else {
      progress.clear()
      return write(draft, nil)
    }
    let review = Review(
      scenario: scenario, schedule: schedule, baseline: baseline, maxMoves: plan.maxMoves)
    if let disagreement = draft.disagreement(with: review, of: schedule) {
      progress.clear()
      throw .disagreement(disagreement)
    }
    if draft.unplaced == nil { draft.fewest = search.fewest(review, draft) }
    progress.clear()
    draft.seconds = progress.seconds
    return write(draft, (schedule, review))
  }

  /// What is impossible in itself needs no search.
  private func infeasible(_ facts: [Finding]) -> DraftAnswer {
    var draft = Draft(
      scenario: scenario, problem: PlanningProblem(scenario), result: .infeasible,
      seed: options.seed, seconds: 0, digest: loaded.digest)
    draft.facts = facts
    draft.nextStep = nextStep
    if options.isJSON {
      for fact in facts { world.console.note(DraftWords.fact(fact) + "\n") }
    }
    return write(draft, nil)
  }

  /// What a user may do next where there is no schedule.
  private var nextStep: NextStep {
    NextStep(
      scenario: options.scenario, whatIf: options.whatIf,
      allowsUnplaced: options.allowsUnplaced, ties: options.ties)
  }

  /// Writes what was found, in the next best place if it cannot go where it was meant to.
  private func write(_ draft: Draft, _ made: DraftAnswer.Made?) -> DraftAnswer {
    let summary = draft.summary(made?.review, made?.schedule)
    var answer = DraftAnswer(draft: draft, summary: summary, made: made)
    do {
      answer.written = try write(draft, answer, to: output)
    } catch {
      if made != nil {
        answer.written = NextBestPlace.write(
          insteadOf: output.path, named: scenario.meeting.id
        ) { try write(draft, answer, to: DraftFolder($0, isForced: false, in: world)) }
      }
      answer.failure = .draftElsewhere(error, folder: answer.written?.folder)
    }
    return answer
  }

  private func write(
    _ draft: Draft, _ answer: DraftAnswer, to folder: DraftFolder
  ) throws -> DraftFolder.Written {
    guard let made = answer.made else { return try folder.writeFailure(answer.summary) }
    let page = Report(
      scenario, made.schedule, made.review, bound: draft.unplaced == nil ? draft.bound : nil)
    return try folder.write(
      answer.summary, made.schedule, page, of: scenario,
      command: TypedCommand.line(world.words))
  }
}
