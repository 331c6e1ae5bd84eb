// SPDX-License-Identifier: GPL-3.0-or-later

import Explaining
import Foundation
import GLPKSolver
import IntegerPrograms
import Meetings
import Planning
import PlanningProblems
import Reports
import Results
import Tables

/// One question about a scenario or a draft, from tables to an answer.
struct ExplainRun {
  private let options: ExplainCommand.Options
  private let world: World

  init(_ options: ExplainCommand.Options, in world: World) {
    self.options = options
    self.world = world
  }

  /// Asks the planner, and writes its answer if that was asked for.
  ///
  /// - Throws: tables that cannot be used, a name that they do not have, a folder that cannot be
  ///   written.
  func answer() throws(CommandFailure) -> ExplainAnswer {
    let loaded = Loading(options.scenario, whatIf: options.whatIf)
    let scenario = try loaded.usable(world.console)
    if let output { try WritePlace.check(output, [Self.pageName, Self.textName, Self.dataName]) }
    let cancellation = Cancellation()
    let progress = ProgressLine(in: world)
    let watch = world.signals.watch(cancellation, tick: progress.tick)
    defer { withExtendedLifetime(watch) {} }
    defer { progress.clear() }
    let tell: @Sendable (ExplainStep) -> Void = { step in
      progress.show(step.progress + (step.news.map { ": " + ProgressLine.words($0) } ?? ""))
    }
    let planner = Planner(solver: GLPK())
    let found: Found
    if options.hasDraft {
      let drafts = DraftLookup(options.drafts, of: scenario, loaded.digest, in: world)
      let path = try drafts.schedule(options.draft, board: options.board).path
      let draft = try ScheduleReading.file(path, against: scenario)
      let study = DraftAnalysis(
        scenario, draft, planner, known: .beside(path, tables: loaded.digest),
        cancellation: cancellation, tell: tell)
      found = try self.found(study, loaded.places)
    } else {
      let explanation = Explanation(
        scenario, loaded.places, planner, cancellation: cancellation, tell: tell)
      found = Self.found(explanation, of: scenario)
    }
    progress.clear()
    return ExplainAnswer(
      pages: pages(found), isWhole: found.isWhole, interrupted: world.signals.status)
  }

  /// An answer, with the same facts as data.
  private struct Found {
    let report: Report
    let data: [String: Any]
    let status: ExitStatus
    /// Whether every question was reached.
    let isWhole: Bool
  }

  private static func found(_ explanation: Explanation, of scenario: Scenario) -> Found {
    let isPossible = if case .possible = explanation.verdict { true } else { false }
    return Found(
      report: Report(explanation, of: scenario), data: explanation.data(of: scenario),
      status: isPossible ? .yes : .no, isWhole: explanation.notReached.isEmpty)
  }

  /// Everything that is asked about a draft.
  private func found(
    _ study: DraftAnalysis, _ places: RowPlaces
  ) throws(CommandFailure) -> Found {
    let scenario = study.scenario
    if let id = options.session {
      let session = try session(id, scenario)
      if let start = options.at { return try place(study, session, start) }
      return Self.places(study, session)
    }
    if options.asksPrices {
      let prices = Prices(study, Request.all(of: scenario, places), places)
      return Found(
        report: Report(prices), data: prices.data, status: .yes,
        isWhole: prices.notReached.isEmpty)
    }
    let fragility = Fragility(study)
    return Found(
      report: Report(fragility), data: fragility.data, status: .yes,
      isWhole: fragility.notReached.isEmpty)
  }

  private static func places(_ study: DraftAnalysis, _ session: Int) -> Found {
    let places = SessionPlaces(study, session: session)
    return Found(
      report: Report(places), data: study.data(notReached: places.notReached),
      status: places.best.isEmpty ? .no : .yes, isWhole: places.notReached.isEmpty)
  }

  private func place(
    _ study: DraftAnalysis, _ session: Int, _ start: WallTime
  ) throws(CommandFailure) -> Found {
    let scenario = study.scenario
    let room = try options.room.map { id throws(CommandFailure) in try self.room(id, scenario) }
    guard scenario.meeting.day(start.date) != nil else {
      let days = scenario.meeting.days.map(\.date)
      throw .usage([.name(.day(start.date, known: days))])
    }
    // Without any room there is no place to look at by itself; the answer about all says so.
    guard !scenario.rooms.isEmpty else { return Self.places(study, session) }
    let place = PlaceAnswer(study, session: session, at: start, room: room)
    return Found(
      report: Report(place), data: study.data(notReached: place.notReached),
      status: place.canBeThere ? .yes : .no, isWhole: place.notReached.isEmpty)
  }

  private func session(_ id: String, _ scenario: Scenario) throws(CommandFailure) -> Int {
    if let index = scenario.sessions.firstIndex(where: { $0.id == id }) { return index }
    if let cancelled = scenario.cancellations.first(where: { $0.session == id }) {
      throw .usage([.name(.cancelled(cancelled))])
    }
    let near = Nearest.to(id, among: scenario.sessions.map(\.id))
    throw .usage([.name(.session(id, near: near))])
  }

  private func room(_ id: String, _ scenario: Scenario) throws(CommandFailure) -> Int {
    if let index = scenario.rooms.firstIndex(where: { $0.id == id }) { return index }
    let near = Nearest.to(id, among: scenario.rooms.map(\.id))
    throw .usage([.name(.room(id, near: near))])
  }

  private static let pageName = "explain.html"
  private static let textName = "explain.md"
  private static let dataName = "explain.json"

  private var output: ResultFolder? {
    options.out.map {
      ResultFolder($0, set: "explain", isForced: options.isForced, olderRecord: Self.dataName)
    }
  }

  private func pages(_ found: Found) -> PagesAnswer {
    let report = found.report
    return PagesAnswer(
      pages: [
        (Self.pageName, ReportHTML.text(report)), (Self.textName, ReportMarkdown.text(report)),
      ],
      data: (Self.dataName, ReportJSON.object(report).merging(found.data) { own, _ in own }),
      into: output, in: world, status: found.status
    ) { ReportText.text(report, width: $0) }
  }
}

/// An explanation, perhaps one that was interrupted.
struct ExplainAnswer: CommandAnswer {
  /// What is said and written.
  let pages: PagesAnswer
  /// Whether every question was reached.
  let isWhole: Bool
  /// How the program ends where it was interrupted.
  let interrupted: ExitStatus?

  /// An answer that was complete before the signal counts; one that could not be written has its
  /// own status.
  var status: ExitStatus {
    pages.failure != nil || isWhole ? pages.status : interrupted ?? pages.status
  }

  var notes: [String] { pages.notes }
  var failure: CommandFailure? { pages.failure }
  func text(width: Int) -> String { pages.text(width: width) }
  func json() throws(CommandFailure) -> String { try pages.json() }
}
