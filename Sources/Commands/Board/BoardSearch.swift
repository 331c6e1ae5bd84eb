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
    if start != nil { effort.beginFromGood() }
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
    case .found(let found, let fewest):
      let schedule = cheapest(scenario, standing, found, fewest.moves)
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

  /// The cheapest schedule with so few moves that was found, as `draft --fewest-moves` looks for it.
  private func cheapest(
    _ scenario: Scenario, _ standing: Schedule, _ found: Schedule, _ moves: Int
  ) -> Schedule {
    guard moves > 0 else { return found }
    let (problem, _) = PlanningProblem(scenario, baseline: standing, maxMoves: moves)
      .keeping(kept(scenario), in: standing)
    let result = Planner(solver: GLPK(), judge: nil).draft(
      problem, effort: Planner.Effort(seed: UInt64(max(1, job.seed))),
      from: problem.assignment(found), cancellation: cancellation)
    return result.assignment.map { problem.schedule($0) } ?? found
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
    let sentences = AnswerSentences.of(report, isAboutOnePlace: job.place != nil)
    var ways: [String] = []
    if takes, outcome == nil {
      ways = HeldWays.sentences(for: session, scenario)
      if ways.isEmpty {
        ways = BoardWays(folder, cancellation).sentences(
          to: job.place, for: scenario.sessions[session].id)
      }
    }
    say(
      .answer(
        status: outcome == nil ? "infeasible" : "feasible",
        places: takes ? outcome.map { places($0.schedule) } : nil, bound: nil,
        sentences: ways + sentences))
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
