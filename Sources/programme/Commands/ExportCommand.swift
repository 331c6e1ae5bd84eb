// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Participants
import Programmes
import Results
import Rules
import ScenarioFiles
import Spreadsheets
import Tables

extension Command {
  /// `programme export SCENARIO SCHEDULE.csv`: a draft for spreadsheets and for the eye, before
  /// anything is published.
  static let export = Command(
    name: "export", arguments: ["SCENARIO", "SCHEDULE.csv"],
    summary: "writes a schedule as workbook, CSV files and participants' page, unpublished",
    options: [
      Option(
        name: "out", value: "DIR", help: "where to (Output/<scenario id>/export-of-<file>)"),
      Option(
        name: "baseline", value: "SCHEDULE.csv", help: "the schedule that changes are counted from"),
      Option(
        name: "with-violations", value: "REASON",
        help: "although hard rules are broken; the files say so and why"),
      Option(name: "force", value: nil, help: "replace files that are there already"),
      Loading.whatIf, DraftReference.option, Command.json,
    ],
    notes: DraftReference.notes("SCHEDULE.csv")
  ) { typed throws(UsageError) in
    let reason = typed.text("with-violations")
    if let reason, reason.trimmed.isEmpty {
      throw UsageError("--with-violations needs a reason")
    }
    let whatIf = typed.text("what-if")
    guard let scenario = Loading(typed.arguments[0], whatIf: whatIf).usable(),
      let removed = Loading.removed(typed.arguments[0], whatIf: whatIf, from: scenario)
    else { return .unusable }
    let named = try DraftReference.schedule(
      typed.arguments[1], typed, of: scenario.meeting.id)
    guard
      let schedule = Loading.schedule(
        named.path, against: scenario, ignoring: Set(removed.keys))
    else { return .unusable }
    var baseline: Schedule?
    if let word = typed.text("baseline") {
      let path = try DraftReference.schedule(word, typed, of: scenario.meeting.id).path
      baseline = Loading.schedule(path, against: nil)
      if baseline == nil { return .unusable }
    }
    let review = Review(scenario: scenario, schedule: schedule)
    if !review.violations.isEmpty && reason == nil {
      Terminal.say(ReviewText.full(review))
      Terminal.complain(
        "the schedule breaks hard rules; nothing is written. Mend it, or export it with"
          + " --with-violations \"why\"")
      return .no
    }
    let resolved = Programme(schedule, of: scenario)
    var programme = Exports.unpublished(resolved)
    if !review.violations.isEmpty { programme.violationsReason = reason }
    if let baseline {
      let earlier = Exports.unpublished(Programme(baseline, of: scenario))
      programme.previous = earlier.publication
      programme.changes = programme.changes(since: earlier)
    }
    let folder =
      typed.text("out") ?? "Output/\(scenario.meeting.id)/export-of-\(named.name)"
    do {
      var files = try SpreadsheetFiles.all(
        programme, waiting: WaitingSession.all(resolved))
      files.append(("index.html", Data(ParticipantsPage(programme).html.utf8)))
      let written = try ResultFolder(folder, set: "export", isForced: typed.has("force"))
        .put(files)
      Terminal.say(
        typed.has("json")
          ? JSONText.of(["scenario": scenario.meeting.id], written: written)
          : Exports.words(files.map(\.name), folder))
    } catch {
      Terminal.complain("\(error)")
      return .unusable
    }
    return .yes
  }
}

/// A draft as if it were published.
private enum Exports {
  /// Publication 0: none yet. Its instant is a date that the tables state, never the clock's.
  static func unpublished(_ programme: Programme) -> PublishedProgramme {
    PublishedProgramme(
      programme, publication: .init(number: 0, instant: programme.stamp), status: .draft)
  }

  static func words(_ names: [String], _ folder: String) -> String {
    "Written to \(folder): \(names.joined(separator: ", ")).\n"
      + "Edit the sheet 'List' of programme.xlsx and read it back with 'programme import'.\n"
  }
}
