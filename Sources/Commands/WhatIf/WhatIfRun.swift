// SPDX-License-Identifier: GPL-3.0-or-later

import Comparing
import Drafts
import Foundation
import IntegerPrograms
import Meetings
import Programmes
import Results
import ScenarioFiles
import Tables
import Texts

/// One study of a base and its what-ifs, from tables to files.
struct WhatIfRun {
  private let options: WhatIfCommand.Options
  private let world: World

  init(_ options: WhatIfCommand.Options, in world: World) {
    self.options = options
    self.world = world
  }

  /// Answers all that was asked, and writes it.
  ///
  /// - Throws: what stands in the way; nothing is written then.
  func answer() throws(CommandFailure) -> WhatIfReport {
    let loaded = Loading(options.scenario)
    let scenario = try loaded.usable(world.console)
    let questions = try questions()
    let base = try WhatIfBase.choose(options, scenario, digest: loaded.digest, in: world)
    let output = ResultFolder(
      options.out ?? world.results(of: scenario.meeting) + "/what-if", set: "what-if",
      isForced: options.isForced, olderRecord: Self.dataName)
    let names = [WhatIfRuns.baseName(questions)] + questions.map(\.name)
    try WritePlace.check(
      output, [Self.pageName, Self.tableName, Self.dataName] + names.map(Self.scheduleFile))

    let cancellation = Cancellation()
    let watch = world.signals.watch(cancellation) {}
    defer { withExtendedLifetime(watch) {} }
    let runs = WhatIfRuns(options, in: world)
    let study = try runs.study(questions, loaded, scenario, base, cancellation)
    let answers = [study.base] + study.rows
    if cancellation.isCancelled, answers.allSatisfy({ $0.answer.schedule == nil }) {
      throw .interruptedEarly
    }
    let (written, failure) = WritePlace.write(to: output, named: scenario.meeting.id) {
      try write(study, to: $0)
    }
    return WhatIfReport(
      study: study, folder: output.path, written: written?.files ?? [],
      failure: failure.map { .answersElsewhere($0, folder: written?.place) })
  }

  /// What was asked.
  ///
  /// - Throws: what is wrong with what was typed.
  private func questions() throws(CommandFailure) -> [WhatIfQuestion] {
    let questions = try WhatIfQuestion.all(options)
    let typedWrongly = questions.filter { $0.isTyped && !$0.grave.isEmpty }
    // Each is a report by itself.
    for question in typedWrongly.dropLast() { world.console.note(question.grave) }
    if let last = typedWrongly.last { throw .findings(last.grave) }
    // What was typed in another form is reported, as 'check' does for tables and files.
    world.console.note(
      questions.flatMap(\.reading.findings).filter {
        $0.file == ScenarioFolder.typedFile && $0.severity == .note
      })
    return questions
  }

  private static let pageName = "what-if.html"
  private static let tableName = "what-if.csv"
  private static let dataName = "what-if.json"
  private static func scheduleFile(_ name: String) -> String { "schedules/\(name).csv" }

  /// - Returns: the paths of the files.
  private func write(_ study: WhatIfStudy, to output: ResultFolder) throws -> [String] {
    var files = [(Self.pageName, StudyHTML.text(study)), (Self.tableName, StudyCSV.text(study))]
    for row in [study.base] + study.rows {
      guard let schedule = row.answer.schedule, row.answer.state != .given,
        let own = row.answer.scenario
      else { continue }
      files.append(
        (Self.scheduleFile(row.answer.name), ScheduleCSV.text(Programme(schedule, of: own))))
    }
    return try output.write(
      texts: files, data: (Self.dataName, StudyJSON.object(study)), in: world)
  }
}

/// All answers on one scale: printed even if they could not be written.
struct WhatIfReport: CommandAnswer {
  let study: WhatIfStudy
  /// Where they were meant to go.
  let folder: String
  /// Paths of the files.
  let written: [String]
  let failure: CommandFailure?

  var status: ExitStatus {
    if let failure { return failure.status }
    let isYes =
      study.base.answer.schedule != nil && study.rows.allSatisfy { $0.answer.isFeasible == true }
    return isYes ? .yes : .no
  }

  func text(width: Int) -> String {
    StudyText.text(study, width: width) + (failure == nil ? "Written to \(folder).\n" : "")
  }

  func json() throws(CommandFailure) -> String {
    try AnswerJSON.of(StudyJSON.object(study), written: written)
  }
}
