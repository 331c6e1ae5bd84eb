// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Reports
import Results
import Rules
import ScenarioFiles
import Tables

extension Command {
  /// `programme review SCENARIO SCHEDULE.csv`: what any schedule breaks and costs.
  static let review = Command(
    name: "review", arguments: ["SCENARIO", "SCHEDULE.csv"],
    summary: "says what a schedule breaks and costs, and why",
    options: [
      Option(
        name: "out", value: "DIR",
        help: "where to write review.html, .md and .json (Output/<scenario id>/review-of-<file>)"),
      Option(name: "force", value: nil, help: "replace files that were edited since"),
      Loading.baseline, Loading.maxMoves, Loading.whatIf, DraftReference.option, Command.json,
    ],
    notes: DraftReference.notes("SCHEDULE.csv")
  ) { typed throws(UsageError) in
    let maxMoves = try typed.number("max-moves", in: 0...100_000)
    if maxMoves != nil && !typed.has("baseline") {
      throw UsageError("--max-moves needs --baseline SCHEDULE.csv")
    }
    let whatIf = typed.text("what-if")
    let loaded = Loading(typed.arguments[0], whatIf: whatIf)
    guard let scenario = loaded.readable ?? loaded.usable() else { return .unusable }
    let errors = loaded.errors
    var removed: Set<String> = []
    if whatIf != nil, let base = Loading(typed.arguments[0], whatIf: nil).readable {
      removed = Set(base.sessions.map(\.id)).subtracting(scenario.sessions.map(\.id))
      removed.formUnion(Set(base.rooms.map(\.id)).subtracting(scenario.rooms.map(\.id)))
    }
    removed.formUnion(loaded.unreadSessions)
    let named = try DraftReference.schedule(
      typed.arguments[1], typed, of: scenario.meeting.id)
    guard
      let schedule = Loading.schedule(
        named.path, against: scenario, ignoring: removed, allowsParts: true)
    else { return .unusable }
    var baseline: Schedule?
    if let word = typed.text("baseline") {
      let path = try DraftReference.schedule(word, typed, of: scenario.meeting.id).path
      baseline = Loading.schedule(path, against: nil)
      if baseline == nil { return .unusable }
    }
    let review = Review(
      scenario: scenario, schedule: schedule, baseline: baseline, maxMoves: maxMoves)
    // With --json the answer is on standard output; pages are written where they are asked for.
    let isWriting = !typed.has("json") || typed.has("out")
    let output = ResultFolder(
      typed.text("out") ?? "Output/\(scenario.meeting.id)/review-of-\(named.name)", set: "review",
      isForced: typed.has("force"))
    var written: [String]?
    var failure: String?
    if isWriting {
      let files = ReviewFiles.all(
        Report(scenario, schedule, review, findings: errors, unread: loaded.unreadSessions))
      do {
        written = try output.put(files)
      } catch {
        failure = "\(error)"
      }
    }
    if typed.has("json") {
      Terminal.say(
        ReviewText.json(
          review, findings: errors, unread: loaded.unreadSessions, written: written))
    } else {
      if !errors.isEmpty {
        Terminal.say(
          "Errors in the tables, by which the schedule is judged all the same:\n"
            + FindingReport.text(errors) + "\n" + ReviewText.unread(loaded.unreadSessions))
      }
      Terminal.say(ReviewText.full(review))
    }
    if written != nil { Terminal.note("Written to \(output.path).\n") }
    if let failure {
      Terminal.complain(failure)
      // The answer stands without its pages, unless they were asked for.
      if typed.has("out") { return .unusable }
    }
    // Where a table is wrong, what it asks may be more than what was judged.
    return review.violations.isEmpty && loaded.scenario != nil ? .yes : .no
  }
}
