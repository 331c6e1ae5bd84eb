// SPDX-License-Identifier: GPL-3.0-or-later

import Explaining
import Foundation
import GLPKSolver
import IntegerPrograms
import Meetings
import Planning
import PlanningProblems
import Publishing
import Reports
import Rules
import Tables
import Threads

extension Command {
  /// `programme draft SCENARIO`: the main job.
  static let draft = Command(
    name: "draft", arguments: ["SCENARIO"],
    summary: "places every session, proves how good the draft is, and writes it",
    options: [
      Option(name: "out", value: "DIR", help: "where to write (Output/<scenario id>)"),
      Option(
        name: "time", value: "SECONDS",
        help: "end by the clock; without it the search counts its work and is reproducible"),
      Option(
        name: "work", value: "N",
        help: "end after so many units of work: simplex iterations, or thousands of moves"),
      Option(name: "gap", value: "PERCENT", help: "end when the gap is proven to be no more (0)"),
      Option(
        name: "progress", value: "FORM",
        help: "text, or json: a line for each step on standard error"),
      Option(
        name: "seed", value: "N", help: "another seed, perhaps another equally good draft (1)"),
      Loading.baseline, Loading.maxMoves, FewestMoves.option, Keeping.option, Unplaced.option,
      Loading.whatIf, DraftReference.option,
      Option(name: "force", value: nil, help: "replace files that were edited since their draft"),
      Command.json,
    ]
  ) { typed throws(UsageError) in
    try DraftRun(typed).run()
  }
}

/// One drafting, from tables to files.
struct DraftRun {
  private let typed: Invocation
  private let effort: Planner.Effort
  private let maxMoves: Int?
  private let seed: Int
  private let progressIsJSON: Bool
  private let replan: Replan

  init(_ typed: Invocation) throws(UsageError) {
    self.typed = typed
    seed = try typed.number("seed", in: 0...Int(Int32.max)) ?? 1
    maxMoves = try typed.number("max-moves", in: 0...100_000)
    if maxMoves != nil && !typed.has("baseline") {
      throw UsageError("--max-moves needs --baseline SCHEDULE.csv")
    }
    effort = Planner.Effort(
      seed: UInt64(seed), seconds: try typed.seconds("time"),
      gap: try typed.percent("gap") ?? 0, work: try typed.number("work", in: 1...1_000_000_000))
    let form = typed.text("progress") ?? "text"
    guard form == "text" || form == "json" else {
      throw UsageError("--progress '\(form)' is not known; text or json")
    }
    progressIsJSON = form == "json"
    replan = try Replan(typed)
  }

  func run() throws(UsageError) -> ExitStatus {
    let clock = Stopwatch()
    let loaded = Loading(typed.arguments[0], whatIf: typed.text("what-if"))
    guard let scenario = loaded.usable() else { return .unusable }
    var baseline: Schedule?
    if let word = typed.text("baseline") {
      let path = try DraftReference.schedule(
        word, typed, of: scenario.meeting.id, isOwn: true
      ).path
      baseline = Loading.schedule(path, against: nil)
      if baseline == nil { return .unusable }
    }
    let folder = typed.text("out") ?? "Output/\(scenario.meeting.id)"
    let output = DraftFolder(folder, isForced: typed.has("force"))
    if let refusal = output.refusal {
      Terminal.complain(refusal)
      return .unusable
    }
    let impossible = StandingCheck.findings(scenario, loaded.places).map(loaded.places.placed)
      .filter { $0.severity == .error }
    if !impossible.isEmpty && !replan.allowsUnplaced {
      return infeasible(scenario, impossible, loaded.digest, output)
    }
    for finding in impossible { Terminal.note(DraftWords.fact(finding) + "\n") }

    // Reviewing and writing take about twice as long as reading did.
    let end = effort.seconds.map { Deadline(seconds: $0 - 3 * clock.seconds) }
    let cancellation = Cancellation()
    let progress = ProgressLine(isJSON: progressIsJSON)
    let interruption = Interruption(cancellation, tick: progress.tick)
    let plan = try replan.plan(
      scenario, baseline, maxMoves: maxMoves, effort: effort, cancellation: cancellation)
    let (problem, maxMoves) = (plan.problem, plan.maxMoves)
    let planner = Planner(
      solver: GLPK(),
      judge: plan.unplaced != nil
        ? nil : Referee.judge(problem, baseline: baseline, maxMoves: maxMoves))
    var effort = effort
    // The last tenth is for the fewest units of each rule.
    effort.seconds = end.map { max(0.1, $0.secondsLeft * 0.9) }
    let found = withExtendedLifetime(interruption) {
      planner.tracedDraft(
        problem, effort: effort, from: plan.start.map { problem.assignment($0) },
        cancellation: cancellation, tell: progress.show)
    }
    defer { withExtendedLifetime(interruption) {} }
    progress.show("counting what no schedule can do without")

    var draft = Draft(
      scenario: scenario, problem: problem, result: found.result, trace: found.trace, seed: seed,
      seconds: progress.seconds, digest: loaded.digest)
    draft.notes = plan.notes
    if cancellation.isCancelled { draft.notes.append(DraftWords.stopped) }
    draft.nextStep = nextStep
    draft.isReplan = baseline != nil
    guard let assignment = found.result.assignment else {
      progress.clear()
      return report(draft, nil, output)
    }
    let schedule = problem.schedule(assignment)
    if let fewest = plan.fewest, let baseline {
      let read = fewest.reading(schedule, from: baseline, of: scenario)
      draft.notes.insert(read.words, at: 0)
    }
    draft.unplaced = plan.unplaced?.reading(schedule, of: scenario)
    let review = Review(
      scenario: scenario, schedule: schedule, baseline: baseline, maxMoves: maxMoves)
    if let quarrel = draft.quarrel(with: review, of: schedule) {
      progress.clear()
      Terminal.complain(quarrel)
      return .unusable
    }
    if draft.unplaced == nil, !cancellation.isCancelled {
      // A search that ended early by its gap is not followed by a long count.
      let work = effort.gap > 0 ? max(50, (found.trace.last?.work ?? 0) / 20) : nil
      draft.fewest = fewest(review, problem, assignment, planner, end, work, cancellation)
    }
    progress.clear()
    draft.seconds = progress.seconds
    return report(draft, (schedule, review), output)
  }

  /// What is impossible by itself needs no search.
  private func infeasible(
    _ scenario: Scenario, _ facts: [Finding], _ digest: String, _ output: DraftFolder
  ) -> ExitStatus {
    var draft = Draft(
      scenario: scenario, problem: PlanningProblem(scenario), result: .infeasible, seed: seed,
      seconds: 0, digest: digest)
    draft.facts = facts.map(DraftWords.fact)
    draft.nextStep = nextStep
    if typed.has("json") { for fact in draft.facts { Terminal.note(fact + "\n") } }
    return report(draft, nil, output)
  }

  /// What a user may do next where there is no schedule.
  private var nextStep: NextStep {
    NextStep(
      scenario: typed.arguments[0], whatIf: typed.text("what-if"),
      allowsUnplaced: replan.allowsUnplaced,
      ties: ["max-moves", "fewest-moves", "keep"].filter { typed.has($0) })
  }

  /// For each rule that costs something, what no schedule can do without.
  private func fewest(
    _ review: Review, _ problem: PlanningProblem, _ known: Assignment, _ planner: Planner,
    _ end: Deadline?, _ work: Int?, _ cancellation: Cancellation
  ) -> [SoftRule: Int] {
    let paid = review.costs.filter { $0.cost > 0 }
    var fewest: [SoftRule: Int] = [:]
    for (index, cost) in paid.enumerated() {
      // Each begins with reading the whole meeting once more, for which there may be no time left.
      if cancellation.isCancelled || end?.isOver ?? false { break }
      let seconds = end.map { $0.secondsLeft / Double(paid.count - index) }
      fewest[cost.rule] = planner.fewestUnits(
        of: cost.rule, in: problem, from: known, seconds: seconds, work: work,
        cancellation: cancellation)
    }
    return fewest
  }

  /// Writes what was found and says it. What cannot be written is said all the same.
  private func report(
    _ draft: Draft, _ made: (schedule: Schedule, review: Review)?, _ output: DraftFolder
  ) -> ExitStatus {
    let summary = draft.summary(made?.review, made?.schedule)
    let (written, failure) = write(draft, summary, made, output)
    if typed.has("json") {
      Terminal.say(DraftJSON.text(summary, written: written?.files ?? []))
    } else {
      if let made {
        Terminal.say(
          Timetable.text(made.schedule, of: draft.scenario, width: Terminal.width))
        Terminal.say(ReviewText.costs(made.review))
        Terminal.say(DraftWords.fewest(draft, made.review))
      }
      Terminal.say("\n" + DraftWords.verdict(draft) + "\n")
      if failure == nil, let written { Terminal.say(DraftWords.written(written)) }
    }
    if let failure {
      Terminal.complain(DraftWords.elsewhere(failure, written))
      return .unusable
    }
    return made == nil || draft.unplaced != nil ? .no : .yes
  }

  /// - Returns: where it was written, perhaps the next best place; and why it is not where it was meant
  ///   to be.
  private func write(
    _ draft: Draft, _ summary: DraftSummary, _ made: (schedule: Schedule, review: Review)?,
    _ output: DraftFolder
  ) -> (written: DraftFolder.Written?, failure: String?) {
    func write(_ folder: DraftFolder) throws -> DraftFolder.Written {
      guard let made else { return try folder.writeFailure(summary) }
      let page = Report(
        draft.scenario, made.schedule, made.review,
        bound: draft.unplaced == nil ? draft.bound : nil)
      return try folder.write(
        summary, made.schedule, page, of: draft.scenario, command: TypedCommand.line)
    }
    do {
      return (try write(output), nil)
    } catch {
      guard made != nil else { return (nil, "\(error)") }
      let place = NextBestPlace.write(
        insteadOf: output.path, named: draft.scenario.meeting.id
      ) { try write(DraftFolder($0, isForced: false)) }
      return (place, "\(error)")
    }
  }
}
