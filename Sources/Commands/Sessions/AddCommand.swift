// SPDX-License-Identifier: GPL-3.0-or-later

import Explaining
import Foundation
import GLPKSolver
import IntegerPrograms
import Meetings
import Planning
import PlanningProblems
import Reports
import ScenarioFiles
import Tables
import Texts
import Threads

/// `programme add SCENARIO id=… activity=… minutes=…`: a late session, placed around what is published.
enum AddCommand: Command {
  struct Options: CommandOptions {
    var scenario = ""
    var cells: [String] = []
    var roles: [Part] = []
    var baseline: String?
    var out: String?
    var drafts: String?
    var isForced = false
    var isJSON = false
  }

  /// `PERSON=ROLE`.
  struct Part: Equatable, Sendable {
    let person: String
    let role: String

    init(_ text: String) throws(UsageFault) {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { String($0).trimmed }
      guard parts.count == 2, !parts[0].isEmpty else { throw .word(.notARole(text)) }
      (person, role) = (parts[0], parts[1])
    }
  }

  static let declaration = Declaration<Options>(
    name: "add", summary: "adds a late session, placed around what stands, everything else kept",
    arguments: [.needed("SCENARIO", \.scenario), .rest("COLUMN=VALUE", \.cells)],
    options: [
      .values("role", "PERSON=ROLE", \.roles, "somebody who has to be in it (repeatable)") {
        text throws(UsageFault) in try Part(text)
      },
      .baseline(\.baseline),
      .place("out", "DIR", \.out, "where to write", usual: "Output/<scenario id>"),
      .drafts(\.drafts), .force(\.isForced, "replace files that were edited since their draft"),
      .json(\.isJSON),
    ],
    notes: """
      The cells are those of sessions.csv: programme add SCENARIO id=ws-late activity=ws.a minutes=60
      'title=A late session' --role ada=speaker. Without --baseline everything stays where the last
      publication has it, or else the draft in Output/<scenario id>. Where the session has a place, its
      rows are added to the tables and the draft is written; where it has none, nothing is written, and
      the answer says why.

      """,
    quarrels: { options in
      options.cells.filter { cell($0) == nil }.map { .word(.notACell($0)) }
    })

  static func cell(_ word: String) -> (column: String, value: String)? {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    return (String(parts[0]).trimmed, String(parts[1]).trimmed)
  }

  static func answer(_ options: Options, in world: World) throws(CommandFailure) -> AddAnswer {
    try AddRun(options, in: world).answer()
  }
}

/// One addition, from what was typed to tables and draft.
struct AddRun {
  private let options: AddCommand.Options
  private let world: World
  private let rows: [AddedRows.Row]
  private let id: String
  private let scenario: Scenario
  private let base: (path: String, schedule: Schedule)
  private let added: AddedRows

  /// Reads what is needed; nothing is written.
  init(_ options: AddCommand.Options, in world: World) throws(CommandFailure) {
    self.options = options
    self.world = world
    let cells = options.cells.compactMap(AddCommand.cell)
    let id = cells.first { $0.column == "id" }?.value ?? ""
    self.id = id
    rows =
      [AddedRows.Row(.sessions, cells)]
      + options.roles.map {
        .init(.roles, [("person", $0.person), ("subject", id), ("role", $0.role)])
      }
    let loaded = Loading(options.scenario, adding: rows)
    scenario = try loaded.usable(world.console)
    do {
      added = try AddedRows(rows, in: URL(filePath: options.scenario))
    } catch {
      throw .rowsNotAdded(error)
    }
    base = try Self.base(options, of: scenario, loaded.digest, in: world)
    // Rows are not written where the draft could not be.
    try DraftFolder(
      options.out ?? world.results(of: scenario.meeting), isForced: options.isForced, in: world
    ).check()
  }

  /// Where everything else stays.
  private static func base(
    _ options: AddCommand.Options, of scenario: Scenario, _ digest: String, in world: World
  ) throws(CommandFailure) -> (path: String, schedule: Schedule) {
    let results = options.out ?? world.results(of: scenario.meeting)
    let drafts = DraftLookup(
      options.drafts ?? options.out, of: scenario, digest, in: world)
    let published = "\(results)/public/schedule.csv"
    let isPublished = FileManager.default.fileExists(atPath: published)
    let path =
      try options.baseline.map { word throws(CommandFailure) in
        try drafts.schedule(word, for: .draft).path
      }
      ?? (isPublished ? published : "\(results)/\(DraftFolder.scheduleName)")
    return (path, try ScheduleReading.file(path, against: scenario))
  }

  func answer() throws(CommandFailure) -> AddAnswer {
    let cancellation = Cancellation()
    let progress = ProgressLine(in: world)
    let watch = world.signals.watch(cancellation, tick: progress.tick)
    defer { withExtendedLifetime(watch) {} }
    defer { progress.clear() }
    var draft = DraftCommand.Options()
    draft.scenario = options.scenario
    draft.baseline = base.path
    draft.out = options.out
    draft.drafts = options.drafts
    draft.isForced = options.isForced
    draft.keeping = kept
    let plan = try Replan(draft, cancellation: cancellation).plan(scenario, base.schedule)
    let search = DraftSearch(
      options: draft, scenario: scenario, baseline: base.schedule, plan: plan, end: nil,
      cancellation: cancellation, progress: progress)
    let found = search.draft(digest: "").schedule?.firstRows[id]
    guard found?.status == .placed else {
      var notes = plan.notes
      if let found { notes.append(.leftOut(id, found.status)) }
      return .refused(
        session: id, base: base.path, notes: notes, report: report(cancellation))
    }
    progress.clear()
    // The same search again, by the tables as they then are, writes the draft.
    do {
      try added.write()
    } catch {
      throw .nothingWritten(error)
    }
    return .added(
      session: id, scenario: options.scenario, added, try DraftRun(draft, in: world).answer())
  }

  /// Every session that stands in the base.
  private var kept: [KeepWish] {
    let known = Set(scenario.sessions.map(\.id))
    return base.schedule.rows.filter { $0.status == .placed && known.contains($0.session) }
      .compactMap { try? KeepWish("session=\($0.session)") }
  }

  /// Why the session is nowhere: each place that it might have, as the others stand.
  private func report(_ cancellation: Cancellation) -> Report? {
    guard let session = scenario.sessions.firstIndex(where: { $0.id == id }) else { return nil }
    let study = DraftAnalysis(
      scenario, base.schedule, Planner(solver: GLPK()), cancellation: cancellation)
    return Report(SessionPlaces(study, session: session))
  }
}

/// What became of a late session.
enum AddAnswer: CommandAnswer {
  case added(session: String, scenario: String, AddedRows, DraftAnswer)
  /// Nothing was written; the report says why it is nowhere.
  case refused(session: String, base: String, notes: [DraftNote], report: Report?)

  var status: ExitStatus {
    switch self {
    case .added(_, _, _, let draft): draft.status
    case .refused: .no
    }
  }

  var failure: CommandFailure? {
    switch self {
    case .added(_, _, _, let draft): draft.failure
    case .refused: nil
    }
  }

  func text(width: Int) -> String {
    switch self {
    case .added(let session, _, let rows, let draft):
      return "\(session) is added:\n" + AddedRowWords.text(rows) + Self.place(session, draft)
        + DraftWords.verdict(draft.draft) + "\n"
        + (draft.failure == nil ? draft.written.map(DraftWords.written) ?? "" : "")
    case .refused(let session, let base, let notes, let report):
      return (report.map { ReportText.text($0, width: width) + "\n" } ?? "")
        + notes.map { $0.words + "\n" }.joined()
        + "\(session) gets no place while everything else stays as in \(base). Nothing was written.\n"
    }
  }

  private static func place(_ session: String, _ draft: DraftAnswer) -> String {
    guard let made = draft.made, let row = made.schedule.firstRows[session], let start = row.start,
      let room = row.room
    else { return "" }
    return "Placed on \(start.date) at \(start.clock) in \(room).\n"
  }

  func json() throws(CommandFailure) -> String {
    switch self {
    case .added(let session, let scenario, let rows, let draft):
      let row = draft.made?.schedule.firstRows[session]
      return try AnswerJSON.of([
        "session": session, "added": AddedRowWords.objects(rows), "place": Self.object(row),
        "written": Set(rows.lines.map(\.file)).sorted().map { "\(scenario)/\($0)" }
          + (draft.written?.files ?? []),
      ])
    case .refused(let session, let base, let notes, let report):
      return try AnswerJSON.of([
        "session": session, "added": [], "base": base, "notes": notes.map(\.words),
        "report": report.map { ReportJSON.object($0) } ?? [:],
      ])
    }
  }

  private static func object(_ row: Schedule.Row?) -> [String: Any] {
    guard let start = row?.start, let room = row?.room else { return [:] }
    return ["date": "\(start.date)", "start": start.clock, "room": room]
  }
}
