// SPDX-License-Identifier: GPL-3.0-or-later

import Drafts
import Foundation
import Meetings
import Modalities
import Programmes
import Results
import Rules
import Spreadsheets
import Tables
import Texts

/// `programme import DRAFT.csv|xlsx`: what the committee edited, as a schedule with its review.
enum ImportCommand: Command {
  struct Options: CommandOptions {
    var file = ""
    var scenario: String?
    var out: String?
    var isForced = false
    var baseline: String?
    var whatIf: String?
    var drafts: String?
    var isJSON = false
  }

  static let declaration = Declaration<Options>(
    name: "import", summary: "reads an edited workbook or CSV list as a schedule, and reviews it",
    arguments: [.needed("DRAFT.csv|xlsx", \.file)],
    options: [
      .text("scenario", "SCENARIO", \.scenario, "the scenario whose sessions and rooms it names"),
      .place(
        "out", "schedule.csv", \.out, "where to write",
        usual: "Output/<scenario id>/import-of-<file>/schedule.csv"),
      .force(\.isForced, "replace the file that is there already"),
      .baseline(\.baseline), .whatIf(\.whatIf), .drafts(\.drafts), .json(\.isJSON),
    ],
    quarrels: { $0.scenario == nil ? [.quarrel(.importNeedsScenario)] : [] })

  static func answer(_ options: Options, in world: World) throws(CommandFailure) -> ImportAnswer {
    let path = options.scenario ?? ""
    let loaded = Loading(path, whatIf: options.whatIf)
    let scenario = try loaded.usable(world.console)
    let removed = try Loading.removed(
      path, whatIf: options.whatIf, from: scenario, world.console)
    let schedule = try edited(options.file, scenario, ignoring: removed, world.console)
    let id = scenario.meeting.id
    let baseline = try ScheduleReading.baseline(
      options.baseline,
      in: DraftLookup(options.drafts, of: scenario, loaded.digest, in: world))
    let name = URL(filePath: options.file).deletingPathExtension().lastPathComponent
    let out = options.out ?? world.results(of: id) + "/import-of-\(name)/schedule.csv"
    let place = URL(filePath: out)
    let file = (
      name: place.lastPathComponent,
      bytes: Data(ScheduleCSV.text(Programme(schedule, of: scenario)).utf8)
    )
    let review = Review(scenario: scenario, schedule: schedule, baseline: baseline)
    do {
      let folder = ResultFolder(
        place.deletingLastPathComponent().relativePath, set: "import \(file.name)",
        isForced: options.isForced)
      _ = try folder.put([file], in: world)
    } catch {
      throw .notWritten(error)
    }
    return ImportAnswer(schedule: schedule, review: review, path: out)
  }

  /// The schedule that a list or workbook holds; whatever there is to say about it is printed.
  ///
  /// - Throws: its errors.
  private static func edited(
    _ file: String, _ scenario: Scenario, ignoring removed: [String: String],
    _ console: any Console
  ) throws(CommandFailure) -> Schedule {
    let held = Set(Eligibility(scenario).held.map { scenario.sessions[$0].id })
    let (read, findings) = EditedSchedule.read(
      URL(filePath: file), of: scenario, held: held, ignoring: removed)
    guard let schedule = read, !findings.contains(where: { $0.isGrave }) else {
      throw .findings(findings)
    }
    console.note(findings)
    return schedule
  }
}

/// A schedule that was read from an edited list and written.
struct ImportAnswer: CommandAnswer {
  let schedule: Schedule
  let review: Review
  /// Where it was written to.
  let path: String

  var status: ExitStatus { review.violations.isEmpty ? .yes : .no }
  func text(width: Int) -> String { ReviewText.full(review, width: width) }

  func json() throws(CommandFailure) -> String {
    try AnswerJSON.of(ReviewText.object(review), written: [path])
  }

  var notes: [String] { ["Written to \(path).\n"] }
}
