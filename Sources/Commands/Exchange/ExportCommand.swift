// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Languages
import Meetings
import Participants
import Programmes
import Results
import Rules
import ScenarioFiles
import Spreadsheets
import Tables
import Texts

/// `programme export SCENARIO SCHEDULE.csv`: a draft for spreadsheets and for the eye, before anything
/// is published.
enum ExportCommand: Command {
  struct Options: CommandOptions {
    var scenario = ""
    var schedule: String?
    var board: String?
    var out: String?
    var baseline: String?
    /// Why it goes out although hard rules are broken.
    var reason: String?
    /// What the participants' page is written in.
    var language: Language?
    var isForced = false
    var whatIf: String?
    var drafts: String?
    var isJSON = false
  }

  static let declaration = Declaration<Options>(
    name: "export",
    summary: "writes a schedule as workbook, CSV files and participants' page, unpublished",
    arguments: [
      .needed("SCENARIO", \.scenario), .needed("SCHEDULE.csv", \.schedule, unless: "from-board"),
    ],
    options: [
      .place("out", "DIR", \.out, "where to write", usual: "Output/<scenario id>/export-of-<file>"),
      .fromBoard(\.board, "export this draft of the board"),
      .text(
        "baseline", "SCHEDULE.csv", \.baseline, "the schedule that changes are counted from"),
      .value(
        "with-violations", "REASON", \.reason,
        "export although hard rules are broken; the files say so, and why"
      ) { text throws(UsageFault) in
        guard !text.trimmed.isEmpty else { throw .word(.noReason(isShown: false)) }
        return text
      },
      .choice("language", \.language, "the language of the participants' page's fixed words (en)"),
      .force(\.isForced, "replace files that are there already"),
      .whatIf(\.whatIf), .drafts(\.drafts), .json(\.isJSON),
    ],
    notes: DraftLookup.notes("SCHEDULE.csv"),
    quarrels: { options in
      options.schedule != nil && options.board != nil
        ? [.quarrel(.besideBoard("SCHEDULE.csv"))] : []
    })

  static func answer(_ options: Options, in world: World) throws(CommandFailure) -> ExportAnswer {
    let loaded = Loading(options.scenario, whatIf: options.whatIf)
    let scenario = try loaded.usable(world.console)
    let removed = try Loading.removed(
      options.scenario, whatIf: options.whatIf, from: scenario, world.console)
    let id = scenario.meeting.id
    let drafts = DraftLookup(options.drafts, of: scenario, loaded.digest, in: world)
    let named = try drafts.schedule(options.schedule, board: options.board)
    let schedule = try ScheduleReading.file(
      named.path, against: scenario, ignoring: Set(removed.keys))
    let baseline = try ScheduleReading.baseline(options.baseline, in: drafts)
    let review = Review(scenario: scenario, schedule: schedule)
    if !review.violations.isEmpty && options.reason == nil { return .refused(review) }
    world.console.note(loaded.addressFindings)
    let resolved = Programme(schedule, of: scenario)
    var programme = Exports.unpublished(resolved)
    programme.language = options.language ?? .english
    if !review.violations.isEmpty { programme.violationsReason = options.reason }
    if let baseline {
      let earlier = Exports.unpublished(Programme(baseline, of: scenario))
      programme.previous = earlier.publication
      programme.changes = programme.changes(since: earlier)
    }
    let folder = options.out ?? world.results(of: id) + "/export-of-\(named.name)"
    do {
      var files = try SpreadsheetFiles.all(
        programme, waiting: WaitingSession.all(resolved))
      files.append(("index.html", Data(ParticipantsPage(programme).html.utf8)))
      let written = try ResultFolder(folder, set: "export", isForced: options.isForced)
        .put(files, in: world)
      return .written(
        scenario: id, folder: folder, names: files.map(\.name), paths: written,
        addresses: loaded.addressFindings)
    } catch {
      throw .notWritten(error)
    }
  }
}

/// What became of an export.
enum ExportAnswer: CommandAnswer {
  /// Hard rules are broken, and no reason was given.
  case refused(Review)
  /// - `paths`: the files as a user would type them; `addresses`: what was mended or left out of those
  ///   of the tables.
  case written(
    scenario: String, folder: String, names: [String], paths: [String], addresses: [Finding])

  var status: ExitStatus { failure?.status ?? .yes }

  var failure: CommandFailure? {
    if case .refused = self { .brokenRules } else { nil }
  }

  func text(width: Int) -> String {
    switch self {
    case .refused(let review): ReviewText.full(review, width: width)
    case .written(_, let folder, let names, _, _):
      "Written to \(folder): \(names.joined(separator: ", ")).\n"
        + "Edit the sheet 'List' of programme.xlsx and read it back with 'programme import'.\n"
    }
  }

  func json() throws(CommandFailure) -> String {
    switch self {
    case .refused(let review): try AnswerJSON.of(ReviewText.object(review))
    case .written(let scenario, _, _, let paths, let addresses):
      try AnswerJSON.of(
        ["scenario": scenario, "addresses": FindingReport.objects(addresses)], written: paths)
    }
  }
}

/// A draft as if it were published.
private enum Exports {
  /// Publication 0: none yet. Its instant is a date from the tables, never from the clock.
  static func unpublished(_ programme: Programme) -> PublishedProgramme {
    PublishedProgramme(
      programme, publication: .init(number: 0, instant: programme.stamp), status: .draft)
  }
}
