// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Reports
import Results
import Rules
import Tables
import Texts

/// `programme review SCENARIO SCHEDULE.csv`: what any schedule breaks and costs.
enum ReviewCommand: Command {
  struct Options: CommandOptions {
    var scenario = ""
    var schedule: String?
    var board: String?
    var out: String?
    var isForced = false
    var baseline: String?
    var maxMoves: Int?
    var whatIf: String?
    var drafts: String?
    var isJSON = false
  }

  static let declaration = Declaration<Options>(
    name: "review", summary: "says what a schedule breaks and costs, and why",
    arguments: [
      .needed("SCENARIO", \.scenario), .needed("SCHEDULE.csv", \.schedule, unless: "from-board"),
    ],
    options: [
      .place(
        "out", "DIR", \.out, "where to write review.html, .md and .json",
        usual: "Output/<scenario id>/review-of-<file>"),
      .fromBoard(\.board, "review this draft of the board"),
      .force(\.isForced, "replace files that were edited since"),
      .baseline(\.baseline), .maxMoves(\.maxMoves), .whatIf(\.whatIf), .drafts(\.drafts),
      .json(\.isJSON),
    ],
    notes: DraftLookup.notes("SCHEDULE.csv"),
    quarrels: { options in
      var quarrels: [OptionQuarrel] = []
      if options.maxMoves != nil && options.baseline == nil {
        quarrels.append(.needs(option: "max-moves", form: "--baseline SCHEDULE.csv"))
      }
      if options.schedule != nil && options.board != nil {
        quarrels.append(.besideBoard("SCHEDULE.csv"))
      }
      return quarrels.map { .quarrel($0) }
    })

  static func answer(_ options: Options, in world: World) throws(CommandFailure) -> ReviewAnswer {
    let loaded = Loading(options.scenario, whatIf: options.whatIf)
    let scenario: Scenario
    if let readable = loaded.readable {
      scenario = readable
    } else {
      scenario = try loaded.usable(world.console)
    }
    let drafts = DraftLookup(options.drafts, of: scenario, loaded.digest, in: world)
    let (name, schedule) = try reviewed(options, loaded, scenario, drafts, in: world)
    let baseline = try ScheduleReading.baseline(options.baseline, in: drafts)
    let review = Review(
      scenario: scenario, schedule: schedule, baseline: baseline, maxMoves: options.maxMoves)
    var answer = ReviewAnswer(
      review: review, errors: loaded.allFindings.filter { $0.isGrave },
      unread: loaded.unreadSessions, isPlannable: loaded.scenario != nil)
    // With --json the answer is on standard output; pages are written where they are asked for.
    if options.isJSON && options.out == nil { return answer }
    let output = ResultFolder(
      options.out ?? world.results(of: scenario.meeting) + "/review-of-\(name)",
      set: "review", isForced: options.isForced)
    let report = Report(
      scenario, schedule, review, findings: answer.errors, unread: answer.unread)
    do {
      answer.written = try output.put(try ReviewFiles.all(report), in: world)
      answer.folder = output.path
    } catch {
      answer.failure = .notWritten(error)
      // The answer is complete without its pages, unless they were asked for.
      answer.needsPages = options.out != nil
    }
    return answer
  }

  /// The schedule that is reviewed, and what results about it are called.
  private static func reviewed(
    _ options: Options, _ loaded: Loading, _ scenario: Scenario, _ drafts: DraftLookup,
    in world: World
  ) throws(CommandFailure) -> (name: String, schedule: Schedule) {
    if let name = options.board ?? options.schedule.flatMap(DraftLookup.boardName) {
      let board = try drafts.board(name)
      return (board.fileName, board.schedule)
    }
    let named = try drafts.schedule(options.schedule ?? "")
    let schedule = try ScheduleReading.file(
      named.path, against: scenario, ignoring: missing(options, loaded, scenario),
      allowsParts: true)
    return (named.name, schedule)
  }

  /// Sessions and rooms that the schedule may name although the tables do not have them: those that a
  /// what-if takes away, and sessions whose rows could not be read.
  private static func missing(
    _ options: Options, _ loaded: Loading, _ scenario: Scenario
  ) -> Set<String> {
    var missing = Set(loaded.unreadSessions)
    if options.whatIf != nil, let base = Loading(options.scenario).readable {
      missing.formUnion(Set(base.sessions.map(\.id)).subtracting(scenario.sessions.map(\.id)))
      missing.formUnion(Set(base.rooms.map(\.id)).subtracting(scenario.rooms.map(\.id)))
    }
    return missing
  }
}

/// What a schedule breaks and costs.
struct ReviewAnswer: CommandAnswer {
  let review: Review
  /// Errors of the tables, by which it is judged all the same.
  let errors: [Finding]
  /// Sessions that are not judged, since their rows are not sessions.
  let unread: [String]
  /// Whether the tables can be planned.
  let isPlannable: Bool
  /// Paths of the pages; `nil` where none were written.
  var written: [String]?
  var folder: String?
  var failure: CommandFailure?
  /// Whether the pages were asked for, so the answer is incomplete without them.
  var needsPages = false

  var status: ExitStatus {
    if let failure, needsPages { return failure.status }
    // Where a table is wrong, it may ask more than what was judged.
    return review.violations.isEmpty && isPlannable ? .yes : .no
  }

  func text(width: Int) -> String {
    let tables =
      errors.isEmpty
      ? ""
      : "The tables have errors; the schedule is judged by them all the same:\n"
        + FindingReport.text(errors) + "\n" + ReviewText.unread(unread)
    return tables + ReviewText.full(review, width: width)
  }

  func json() throws(CommandFailure) -> String {
    try AnswerJSON.of(ReviewText.object(review, findings: errors, unread: unread), written: written)
  }

  var notes: [String] { folder.map { ["Written to \($0).\n"] } ?? [] }
}
