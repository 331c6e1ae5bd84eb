// SPDX-License-Identifier: GPL-3.0-or-later

import Comparing
import Drafts
import Foundation
import IntegerPrograms
import Meetings
import Programmes
import Results
import Rules
import ScenarioFiles
import Tables

extension Command {
  /// `programme what-if SCENARIO [NAME …]`: questions answered side by side.
  static let whatIf = Command(
    name: "what-if", arguments: ["SCENARIO", "[NAME …]"],
    summary: "answers what-ifs side by side, on one scale with the programme as it is",
    options: [
      Option(
        name: "change", value: "CHANGE", help: "a what-if typed here, in the words shown below",
        repeats: true),
      Option(
        name: "base", value: "SCHEDULE.csv",
        help: "start from this schedule; otherwise from the draft that is there"),
      WhatIfBase.fresh,
      Option(name: "jobs", value: "N", help: "runs at once (as many as there are processors)"),
      Option(
        name: "free-moves", value: nil,
        help: "moving a session costs nothing: each what-if gets its own best programme"),
      Option(
        name: "cold", value: nil,
        help: "begin each run from nothing, to see what the base's schedule saves"),
      Option(
        name: "time", value: "SECONDS",
        help: "end each run by the clock; without it the search counts its work and is reproducible"
      ),
      Option(
        name: "work", value: "N", help: "end each run after so many units of work, as in a draft"),
      Option(
        name: "gap", value: "PERCENT", help: "end a run when the gap is proven to be no more (0)"),
      Option(
        name: "seed", value: "N", help: "another seed, perhaps another equally good answer (1)"),
      Option(name: "out", value: "DIR", help: "where to write (Output/<scenario id>/what-if)"),
      DraftReference.option,
      Option(
        name: "force", value: nil, help: "replace files that were edited since they were written"),
      Command.json,
    ],
    notes: """
      NAME is a file of what-if/ without .json; without names and changes, all of them are asked.

      CHANGE edits tables in the words of those files (COLUMN=VALUE for "COLUMN": "VALUE"):
        rooms ws3 available=2023-10-09              cells of the row with this id
        rooms ws3 remove                            the row, with what refers to it
        sessions add id=x activity=dc.iot minutes=60
        links where from=dc.iot to=dc.civ remove    rows without an id; also 'where … set COLUMN=VALUE'
        meeting weights.theme-clash=10              a key of meeting.json
      ' + ' joins changes to one what-if; another --change is another what-if.
      A value with blanks stands in quotes: available="2023-10-09 09:00-12:00".

      """
  ) { typed throws(UsageError) in
    try WhatIfRun(typed).run()
  }
}

/// One run over a base and its what-ifs, from tables to files.
struct WhatIfRun {
  private let typed: Invocation
  private let folder: String
  private let runs: WhatIfRuns

  init(_ typed: Invocation) throws(UsageError) {
    self.typed = typed
    folder = typed.arguments[0]
    runs = try WhatIfRuns(typed)
    if typed.has("base") && typed.has(WhatIfBase.fresh.name) {
      throw UsageError("--base names a base and --fresh-base makes one; give one of the two")
    }
  }

  func run() throws(UsageError) -> ExitStatus {
    let loaded = Loading(folder, whatIf: nil)
    guard let scenario = loaded.usable() else { return .unusable }
    let questions = try WhatIfQuestion.all(typed)
    let typedWrongly = questions.filter { $0.isTyped && !$0.grave.isEmpty }
    guard typedWrongly.isEmpty else {
      for question in typedWrongly { Terminal.note(FindingReport.text(question.grave)) }
      return .unusable
    }
    // What was typed in another form is said, as 'check' says it of tables and files.
    let spelt = questions.flatMap(\.reading.findings).filter {
      $0.file == ScenarioFolder.typedFile && $0.severity == .note
    }
    if !spelt.isEmpty { Terminal.note(FindingReport.text(spelt)) }
    guard let base = try WhatIfBase.choose(typed, scenario, digest: loaded.digest) else {
      return .unusable
    }
    let output = ResultFolder(
      typed.text("out") ?? "Output/\(scenario.meeting.id)/what-if", set: "what-if",
      isForced: typed.has("force"), olderRecord: "what-if.json")
    let names = [WhatIfRuns.baseName(questions)] + questions.map(\.name)
    let files = ["what-if.html", "what-if.csv", "what-if.json"] + names.map(Self.scheduleFile)
    if let refusal = WritePlace.refusal(output, files) {
      Terminal.complain(refusal)
      return .unusable
    }

    let cancellation = Cancellation()
    let interruption = Interruption(cancellation)
    defer { withExtendedLifetime(interruption) {} }
    let study: WhatIfStudy
    do {
      study = try runs.study(questions, loaded, scenario, base, cancellation)
    } catch {
      Terminal.complain(
        "\(error.sentence); nothing is written. Try again when the system has room for one")
      return .unusable
    }
    let answers = [study.base] + study.rows
    if cancellation.isCancelled, answers.allSatisfy({ $0.answer.schedule == nil }) {
      Terminal.complain("interrupted before there was an answer; nothing is written")
      return .no
    }
    let (written, failure) = WritePlace.write(to: output, named: scenario.meeting.id) {
      try write(study, scenario, to: $0)
    }
    if typed.has("json") {
      Terminal.say(JSONText.of(StudyJSON.object(study), written: written?.files ?? []))
    } else {
      Terminal.say(StudyText.text(study, width: Terminal.width))
      if failure == nil { Terminal.say("Written to \(output.path).\n") }
    }
    if let failure {
      Terminal.complain(failure + (written.map { "\nThe answers are in \($0.place)" } ?? ""))
      return .unusable
    }
    let isYes =
      study.base.answer.schedule != nil && study.rows.allSatisfy { $0.answer.isFeasible == true }
    return isYes ? .yes : .no
  }

  private static func scheduleFile(_ name: String) -> String { "schedules/\(name).csv" }

  /// - Returns: the paths of the files.
  private func write(
    _ study: WhatIfStudy, _ scenario: Scenario, to output: ResultFolder
  ) throws -> [String] {
    var files = [("what-if.html", StudyHTML.text(study)), ("what-if.csv", StudyCSV.text(study))]
    for row in [study.base] + study.rows {
      guard let schedule = row.answer.schedule, row.answer.state != .given,
        let own = row.answer.scenario
      else { continue }
      files.append(
        (Self.scheduleFile(row.answer.name), ScheduleCSV.text(Programme(schedule, of: own))))
    }
    return try output.write(texts: files, data: ("what-if.json", StudyJSON.object(study)))
  }
}
