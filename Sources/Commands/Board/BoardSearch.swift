// SPDX-License-Identifier: GPL-3.0-or-later

import BoardRoutes
import Boards
import Explaining
import Foundation
import GLPKSolver
import IntegerPrograms
import Meetings
import Planning
import PlanningProblems
import Reports
import ScenarioFiles

/// The search for one answer, as a worker of the board does it.
struct BoardSearch {
  let job: SolveJob
  let folder: String
  /// What every schedule of the tables is known to cost. Pinned sessions only make it more.
  let floor: Int?
  let cancellation: Cancellation
  /// Reports news on the way, and at last an answer.
  let say: @Sendable (SolveWord) -> Void

  init(
    _ job: BoardWorkerJob, _ cancellation: Cancellation,
    say: @escaping @Sendable (SolveWord) -> Void
  ) {
    self.job = job.job
    folder = job.scenario
    floor = job.floor
    self.cancellation = cancellation
    self.say = say
  }

  func run() {
    let loaded = Loading(folder)
    guard let scenario = loaded.scenario, loaded.digest == job.digest else {
      return say(.failed("The tables have changed since this was asked."))
    }
    if job.question == .whatIf { return whatIf(job.whatIf ?? "") }
    let impossible = loaded.impossible(scenario)
    guard impossible.isEmpty else {
      return say(
        .answer(
          status: "infeasible", places: nil, bound: nil,
          sentences: impossible.map(\.sentence)))
    }
    let start = standing(scenario)
    switch job.question {
    case .improve: draft(scenario, start, from: start)
    case .replan: draft(scenario, start, from: nil)
    case .fewestMoves: fewestMoves(scenario, start)
    case .whyNot: place(scenario, start, takes: false)
    case .whatWouldItTake: place(scenario, start, takes: true)
    case .whatIf: break  // answered above: what is impossible now may be possible then
    }
  }

  /// Where everything stands, for the sessions of some tables.
  func standing(_ scenario: Scenario) -> Schedule {
    Schedule(
      rows: scenario.sessions.map { session in
        job.places[session.id].map { .placed(session.id, $0.start, $0.room) }
          ?? Schedule.Row(session: session.id, status: .unplaced)
      })
  }

  /// Sessions that stay where they are.
  func kept(_ scenario: Scenario) -> Set<Int> {
    let pins = Set(job.pins).intersection(job.places.keys)
    return Set(scenario.sessions.indices.filter { pins.contains(scenario.sessions[$0].id) })
  }

  private func draft(_ scenario: Scenario, _ standing: Schedule, from start: Schedule?) {
    let (problem, homeless) = PlanningProblem(scenario).keeping(kept(scenario), in: standing)
    var effort = Planner.Effort(seed: UInt64(max(1, job.seed)))
    effort.isWhole = true
    // The local search gets near a good schedule soon from one that stands.
    if start != nil { effort.movesPerSession /= 10 }
    var pace = ProgressPace()
    let say = say
    let result = Planner(solver: GLPK(), judge: nil).draft(
      problem, effort: effort, from: start.map { problem.assignment($0) },
      cancellation: cancellation
    ) { news in
      guard pace.isDue(ProgressLine.words(news), atLeastEvery: .infinity, onNews: 0.4) else {
        return
      }
      say(.news(incumbent: news.incumbent, bound: known(news.bound, news.incumbent)))
    }
    let stuck = homeless.map {
      "\(scenario.sessions[$0].id) cannot stay where it is pinned: the tables bar it there."
    }
    switch result {
    case .optimal(let assignment, let objective):
      say(
        .answer(
          status: "optimal", places: places(problem.schedule(assignment)), bound: objective,
          sentences: ["No schedule with these pins costs less; that is proven."] + stuck))
    case .feasible(let assignment, let objective, let proven):
      let bound = known(proven, objective)
      say(
        .answer(
          status: bound == objective ? "optimal" : "feasible",
          places: places(problem.schedule(assignment)), bound: bound, sentences: stuck))
    case .infeasible:
      say(
        .answer(
          status: "infeasible", places: nil, bound: nil,
          sentences: ["No schedule keeps all hard rules with these pins; that is proven."] + stuck))
    case .unknown:
      say(
        .answer(
          status: "unknown", places: nil, bound: nil,
          sentences: ["No schedule was found that keeps all hard rules."] + stuck))
    }
  }

  /// A search's bound, or the one that was known before it began where that is higher.
  private func known(_ bound: Int?, _ cost: Int?) -> Int? {
    [bound, floor.map { min($0, cost ?? .max) }].compactMap(\.self).max()
  }

  private func fewestMoves(_ scenario: Scenario, _ standing: Schedule) {
    let effort = Planner.Effort(seed: UInt64(max(1, job.seed)))
    let answer = FewestMoves.answer(
      scenario, from: standing, keeping: kept(scenario), planner: Planner(solver: GLPK()),
      effort: effort, cancellation: cancellation)
    switch answer {
    case .found(let schedule, let fewest):
      let words =
        fewest.isProven
        ? "\(fewest.moves) moves are needed and enough; that is proven."
        : "\(fewest.moves) moves are enough; at least \(fewest.atLeast) are needed."
      say(
        .answer(
          status: fewest.isProven ? "optimal" : "feasible", places: places(schedule), bound: nil,
          sentences: [words]))
    case .impossible:
      say(
        .answer(
          status: "infeasible", places: nil, bound: nil,
          sentences: ["No schedule keeps all hard rules with these pins; that is proven."]))
    case .undecided:
      say(
        .answer(
          status: "unknown", places: nil, bound: nil,
          sentences: ["The search ended before it knew."]))
    }
  }

  private func place(_ scenario: Scenario, _ standing: Schedule, takes: Bool) {
    guard let session = scenario.sessions.firstIndex(where: { $0.id == job.session }) else {
      return say(.failed("The tables have no such session."))
    }
    let analysis = DraftAnalysis(
      scenario, standing, Planner(solver: GLPK()),
      known: floor.map(KnownBound.proven) ?? KnownBound.none,
      cancellation: cancellation)
    let report: Report
    let outcome: DraftAnalysis.Outcome?
    if let place = job.place {
      let room = scenario.rooms.firstIndex { $0.id == place.room }
      let answer = PlaceAnswer(analysis, session: session, at: place.start, room: room)
      (report, outcome) = (Report(answer), answer.outcome)
    } else {
      let answer = SessionPlaces(analysis, session: session)
      let best = answer.best.first?.solved
      report = Report(answer)
      if case .found(let found)? = best { outcome = found } else { outcome = nil }
    }
    let sentences = ReportText.text(report, width: 1_000).split(separator: "\n").dropFirst()
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    var ways: [String] = []
    if takes, outcome == nil, let place = job.place {
      ways = BoardWays(folder, cancellation).sentences(
        to: place, for: scenario.sessions[session].id)
    }
    say(
      .answer(
        status: outcome == nil ? "infeasible" : "feasible",
        places: takes ? outcome.map { places($0.schedule) } : nil, bound: nil,
        sentences: ways + sentences.prefix(40)))
  }

  func places(_ schedule: Schedule) -> [String: BoardPlace] {
    var places: [String: BoardPlace] = [:]
    for row in schedule.rows where row.status == .placed {
      guard let start = row.start, let room = row.room else { continue }
      places[row.session] = BoardPlace(start: start, room: room)
    }
    return places
  }
}
