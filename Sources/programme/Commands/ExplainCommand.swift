// SPDX-License-Identifier: GPL-3.0-or-later

import Explaining
import Foundation
import GLPKSolver
import IntegerPrograms
import Meetings
import Planning
import Reports
import Results
import ScenarioFiles
import Tables
import Texts

extension Command {
  /// `programme explain SCENARIO [DRAFT]`: why not, and what it would take.
  static let explain = Command(
    name: "explain", arguments: ["SCENARIO", "[DRAFT]"],
    summary:
      "says why there is no schedule, why a session cannot be elsewhere, what more would buy",
    options: [
      Option(
        name: "session", value: "ID", help: "every day, start and class of rooms for one session"),
      Option(
        name: "at", value: "'DATE HH:MM'", help: "with --session: that one start, in full"),
      Option(name: "room", value: "ROOM", help: "with --at: in that room"),
      Option(
        name: "prices", value: nil,
        help: "what one more room, hour, team or dropping each must link would buy"),
      Option(
        name: "fragile", value: nil,
        help: "sessions with one place left, and single losses with their repair"),
      Option(
        name: "out", value: "DIR",
        help: "also write explain.html, .md and .json there"),
      Option(name: "force", value: nil, help: "replace files that are not from this command"),
      Loading.whatIf, DraftReference.option, Command.json,
    ],
    notes: """
      DRAFT is a schedule.csv, the folder of a draft or its number in 'programme drafts'; --session, --prices and --fragile need one.
      Without DRAFT: a smallest set of requests that contradict each other, with file and line, and
      the cheapest ways out. Exit status 1 where there is no schedule, or the session cannot be there;
      130 (Ctrl-C) or 143 (SIGTERM) where it was interrupted: what was found is told, and what was not
      got to.

      """
  ) { typed throws(UsageError) in
    try ExplainRun(typed).run()
  }
}

/// One question about a scenario or a draft, from tables to words.
struct ExplainRun {
  private enum Question {
    case contradiction
    case session(String)
    case place(String, WallTime, String?)
    case prices, fragile
  }

  private let typed: Invocation
  private let question: Question
  private let draftPath: String?

  init(_ typed: Invocation) throws(UsageError) {
    self.typed = typed
    draftPath = typed.arguments.count > 1 ? typed.arguments[1] : nil
    let chosen = ["session", "prices", "fragile"].filter { typed.has($0) }
    if chosen.count > 1 {
      throw UsageError("--\(chosen[0]) and --\(chosen[1]) are two questions; ask one at a time")
    }
    if typed.has("at") && !typed.has("session") { throw UsageError("--at needs --session ID") }
    if typed.has("room") && !typed.has("at") {
      throw UsageError("--room needs --session ID and --at 'DATE HH:MM'")
    }
    if let option = chosen.first, draftPath == nil {
      throw UsageError(
        "--\(option) is about a draft: programme explain \(ShellWord.quoted(typed.arguments[0])) DRAFT --\(option)"
      )
    }
    if chosen.isEmpty && draftPath != nil {
      throw UsageError("what about the draft? --session ID, --prices or --fragile")
    }
    switch chosen.first {
    case "session":
      let id = typed.text("session") ?? ""
      if let text = typed.text("at") {
        question = .place(id, try Self.time(text), typed.text("room"))
      } else {
        question = .session(id)
      }
    case "prices": question = .prices
    case "fragile": question = .fragile
    default: question = .contradiction
    }
  }

  private static func time(_ text: String) throws(UsageError) -> WallTime {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let date = CalendarDate(parts[0]),
      let minute = ClockTime.minutes(parts[1]), minute < 1440
    else {
      throw UsageError("--at '\(text)' is no start; such as --at '2023-10-10 09:00'")
    }
    return WallTime(date, minuteOfDay: minute)
  }

  func run() throws(UsageError) -> ExitStatus {
    let loaded = Loading(typed.arguments[0], whatIf: typed.text("what-if"))
    guard let scenario = loaded.usable() else { return .unusable }
    if let output, let refusal = WritePlace.refusal(output, Self.names) {
      Terminal.complain(refusal)
      return .unusable
    }
    let cancellation = Cancellation()
    let progress = ProgressLine()
    let interruption = Interruption(cancellation, tick: progress.tick)
    defer { withExtendedLifetime(interruption) {} }
    defer { progress.clear() }
    let tell: @Sendable (ExplainStep) -> Void = { progress.show($0.progress) }
    let planner = Planner(solver: GLPK())
    let outcome: Answered
    if let draftPath {
      let path = try DraftReference.schedule(draftPath, typed, of: scenario.meeting.id).path
      guard let draft = Loading.schedule(path, against: scenario) else { return .unusable }
      let study = Study(
        scenario, draft, planner, known: .beside(path, tables: loaded.digest),
        cancellation: cancellation, tell: tell)
      outcome = try answered(study, loaded.places)
    } else {
      let explanation = Explanation(
        scenario, loaded.places, planner, cancellation: cancellation, tell: tell)
      var isPossible = false
      if case .possible = explanation.verdict { isPossible = true }
      outcome = Answered(
        report: Report(explanation, of: scenario), data: explanation.data(of: scenario),
        status: isPossible ? .yes : .no, isWhole: explanation.notReached.isEmpty)
    }
    progress.clear()
    let written = try answer(outcome)
    // An answer that was whole before the signal is one; what could not be written has its own status.
    return written == .unusable || outcome.isWhole ? written : interruption.status ?? written
  }

  /// An answer, with the same facts as data.
  private struct Answered {
    let report: Report
    let data: [String: Any]
    let status: ExitStatus
    /// Whether everything that was asked was got to.
    let isWhole: Bool
  }

  /// Everything that is asked about a draft.
  private func answered(_ study: Study, _ places: RowPlaces) throws(UsageError) -> Answered {
    let scenario = study.scenario
    switch question {
    case .session(let id):
      let places = SessionPlaces(study, session: try session(id, scenario))
      return Answered(
        report: Report(places), data: study.data(notReached: places.notReached),
        status: places.best.isEmpty ? .no : .yes, isWhole: places.notReached.isEmpty)
    case .place(let id, let start, let room):
      let index = try session(id, scenario)
      let at = try room.map { name throws(UsageError) in try self.room(name, scenario) }
      guard scenario.meeting.day(start.date) != nil else {
        let days = scenario.meeting.days.map { "\($0.date)" }.joined(separator: ", ")
        throw UsageError("--at: \(start.date) is no day of the meeting; its days are \(days)")
      }
      let place = PlaceAnswer(study, session: index, at: start, room: at)
      return Answered(
        report: Report(place), data: study.data(notReached: place.notReached),
        status: place.canBeThere ? .yes : .no, isWhole: place.notReached.isEmpty)
    case .prices:
      let prices = Prices(study, Request.all(of: scenario, places), places)
      return Answered(
        report: Report(prices), data: prices.data, status: .yes,
        isWhole: prices.notReached.isEmpty)
    case .fragile, .contradiction:
      let fragility = Fragility(study)
      return Answered(
        report: Report(fragility), data: fragility.data,
        status: .yes, isWhole: fragility.notReached.isEmpty)
    }
  }

  private func session(_ id: String, _ scenario: Scenario) throws(UsageError) -> Int {
    if let index = scenario.sessions.firstIndex(where: { $0.id == id }) { return index }
    throw UsageError("--session '\(id)' is no session" + near(id, scenario.sessions.map(\.id)))
  }

  private func room(_ id: String, _ scenario: Scenario) throws(UsageError) -> Int {
    if let index = scenario.rooms.firstIndex(where: { $0.id == id }) { return index }
    throw UsageError("--room '\(id)' is no room" + near(id, scenario.rooms.map(\.id)))
  }

  private func near(_ word: String, _ known: [String]) -> String {
    Nearest.to(word, among: known).map { "; did you mean '\($0)'?" } ?? ""
  }

  private static let names = ["explain.html", "explain.md", "explain.json"]

  private var output: ResultFolder? {
    typed.text("out").map {
      ResultFolder(
        $0, set: "explain", isForced: typed.has("force"), olderRecord: "explain.json")
    }
  }

  private func answer(_ answered: Answered) throws(UsageError) -> ExitStatus {
    let report = answered.report
    let isJSON = typed.has("json")
    return Answer(
      pages: [
        ("explain.html", ReportHTML.text(report)), ("explain.md", ReportMarkdown.text(report)),
      ],
      data: ("explain.json", ReportJSON.object(report).merging(answered.data) { own, _ in own }),
      text: { ReportText.text(report, width: Terminal.width) }
    ).give(into: output, isJSON: isJSON, status: answered.status)
  }
}
