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

extension Command {
  /// `programme import DRAFT.csv|xlsx`: what the committee edited, as a schedule with its review.
  static let `import` = Command(
    name: "import", arguments: ["DRAFT.csv|xlsx"],
    summary: "reads an edited workbook or CSV list as a schedule, and reviews it",
    options: [
      Option(name: "scenario", value: "SCENARIO", help: "whose sessions and rooms it names"),
      Option(
        name: "out", value: "schedule.csv",
        help: "where to (Output/<scenario id>/import-of-<file>/schedule.csv)"),
      Option(name: "force", value: nil, help: "replace the file that is there already"),
      Loading.baseline, Loading.whatIf, DraftReference.option, Command.json,
    ]
  ) { typed throws(UsageError) in
    guard let path = typed.text("scenario") else {
      throw UsageError("import needs --scenario SCENARIO")
    }
    let whatIf = typed.text("what-if")
    guard let scenario = Loading(path, whatIf: whatIf).usable(),
      let removed = Loading.removed(path, whatIf: whatIf, from: scenario)
    else { return .unusable }
    let eligibility = Eligibility(scenario)
    let (read, findings) = EditedSchedule.read(
      URL(filePath: typed.arguments[0]), of: scenario,
      held: Set(eligibility.held.map { scenario.sessions[$0].id }), ignoring: removed)
    if !findings.isEmpty { Terminal.note(FindingReport.text(findings)) }
    guard let schedule = read, !findings.contains(where: { $0.isGrave }) else {
      return .unusable
    }
    var baseline: Schedule?
    if let word = typed.text("baseline") {
      let path = try DraftReference.schedule(word, typed, of: scenario.meeting.id).path
      baseline = Loading.schedule(path, against: nil)
      if baseline == nil { return .unusable }
    }
    let name = URL(filePath: typed.arguments[0]).deletingPathExtension().lastPathComponent
    let out =
      typed.text("out") ?? "Output/\(scenario.meeting.id)/import-of-\(name)/schedule.csv"
    let place = URL(filePath: out)
    let folder = place.deletingLastPathComponent().relativePath
    let file = (
      name: place.lastPathComponent,
      bytes: Data(ScheduleCSV.text(Programme(schedule, of: scenario)).utf8)
    )
    let review = Review(scenario: scenario, schedule: schedule, baseline: baseline)
    do {
      _ = try ResultFolder(folder, set: "import \(file.name)", isForced: typed.has("force"))
        .put([file])
    } catch {
      Terminal.complain("\(error)")
      return .unusable
    }
    Terminal.say(
      typed.has("json") ? ReviewText.json(review, written: [out]) : ReviewText.full(review))
    Terminal.note("Written to \(out).\n")
    return review.violations.isEmpty ? .yes : .no
  }
}
