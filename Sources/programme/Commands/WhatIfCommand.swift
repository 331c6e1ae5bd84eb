// SPDX-License-Identifier: GPL-3.0-or-later

import Comparing
import Foundation
import IntegerPrograms
import Meetings
import Publishing
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
        help: "start from this schedule; otherwise the base is solved"),
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
  private let jobs: Int
  private let seed: Int
  private let seconds: Double?
  private let gap: Double
  private let work: Int?
  private var pricesMoves: Bool { !typed.has("free-moves") }

  init(_ typed: Invocation) throws(UsageError) {
    self.typed = typed
    folder = typed.arguments[0]
    jobs =
      try typed.number("jobs", in: 1...1_000)
      ?? max(1, ProcessInfo.processInfo.activeProcessorCount)
    seed = try typed.number("seed", in: 0...Int(Int32.max)) ?? 1
    seconds = try typed.seconds("time")
    gap = try typed.percent("gap") ?? 0
    work = try typed.number("work", in: 1...1_000_000_000)
  }

  func run() throws(UsageError) -> ExitStatus {
    let loaded = Loading(folder, whatIf: nil)
    guard let scenario = loaded.usable() else { return .unusable }
    let questions = try questions()
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
    var given: Schedule?
    if let word = typed.text("base") {
      let path = try DraftReference.schedule(word, typed, of: scenario.meeting.id).path
      given = Loading.schedule(path, against: scenario)
      if given == nil { return .unusable }
    }
    let output = ResultFolder(
      typed.text("out") ?? "Output/\(scenario.meeting.id)/what-if", set: "what-if",
      isForced: typed.has("force"), olderRecord: "what-if.json")
    let names = [baseName(questions)] + questions.map(\.name)
    let files = ["what-if.html", "what-if.csv", "what-if.json"] + names.map(Self.scheduleFile)
    if let refusal = WritePlace.refusal(output, files) {
      Terminal.complain(refusal)
      return .unusable
    }

    let cancellation = Cancellation()
    let interruption = Interruption(cancellation)
    let study = withExtendedLifetime(interruption) {
      answer(questions, scenario, loaded.places, loaded.digest, given, cancellation)
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
      Terminal.say(StudyText.text(study))
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

  /// A what-if as it was read.
  private struct Question {
    let name: String
    let source: WhatIfSource
    let isTyped: Bool
    let reading: ScenarioReading
    var grave: [Finding] { reading.findings.filter { $0.isGrave } }
  }

  private func questions() throws(UsageError) -> [Question] {
    let known = ScenarioFolder.whatIfs(in: URL(filePath: folder))
    let changes = typed.texts("change")
    var names = Array(typed.arguments.dropFirst())
    if names.isEmpty && changes.isEmpty { names = known }
    if names.isEmpty && changes.isEmpty {
      throw UsageError(
        "\(folder) has no what-ifs; ask one with --change, or write one into what-if/")
    }
    var wrong: [String] = []
    for (index, name) in names.enumerated() {
      if !known.contains(name) {
        let near = Nearest.to(name, among: known).map { "; did you mean '\($0)'?" }
        let all =
          known.isEmpty ? "; the scenario has none" : "; known: \(known.joined(separator: ", "))"
        wrong.append("there is no what-if '\(name)'" + (near ?? all))
      } else if names[..<index].contains(name) {
        wrong.append("what-if '\(name)' is named twice")
      }
    }
    if !wrong.isEmpty { throw UsageError(wrong.joined(separator: "\n")) }
    var questions = names.map { question($0, .named($0)) }
    for (index, change) in changes.enumerated() {
      var name = changes.count == 1 ? "change" : "change-\(index + 1)"
      while questions.contains(where: { $0.name == name }) { name += "-typed" }
      questions.append(
        question(name, .typed(change), number: changes.count == 1 ? nil : index + 1))
    }
    return questions
  }

  private func question(
    _ name: String, _ source: WhatIfSource, number: Int? = nil
  ) -> Question {
    let isTyped = if case .typed = source { true } else { false }
    return Question(
      name: name, source: source, isTyped: isTyped,
      reading: ScenarioFolder.read(URL(filePath: folder), asking: source, number: number))
  }

  private func baseName(_ questions: [Question]) -> String {
    questions.contains { $0.name == "base" } ? "base-as-it-is" : "base"
  }

  private static func scheduleFile(_ name: String) -> String { "schedules/\(name).csv" }

  /// The base first, then all others from its schedule.
  private func answer(
    _ questions: [Question], _ scenario: Scenario, _ places: RowPlaces, _ digest: String,
    _ given: Schedule?,
    _ cancellation: Cancellation
  ) -> WhatIfStudy {
    let askable = questions.filter { $0.grave.isEmpty && $0.reading.scenario != nil }
    let progress = RunsProgress(total: askable.count + (given == nil ? 1 : 0))
    let pool = WorkerPool(atOnce: jobs, cancellation: cancellation, progress: progress)
    var base = WhatIfAnswer(
      name: baseName(questions), question: "The programme as it is.", state: .given,
      notes: impossible(scenario, places), scenario: scenario, schedule: given)
    if given == nil {
      let outcome = pool.run([(base.name, job(nil, digest, nil, isAlone: true))]).first ?? .notRun
      take(outcome, into: &base, baseline: nil)
    } else if let given {
      let broken = Review(scenario: scenario, schedule: given).violations.count
      if broken > 0 {
        base.notes.append(
          "The schedule that was handed in breaks hard rules in \(broken) \(broken == 1 ? "place" : "places")."
        )
      }
    }
    let start = base.schedule
    // A run takes two cores where its neighbours leave them.
    let atOnce = min(jobs, askable.count)
    let isAlone = 2 * atOnce <= ProcessInfo.processInfo.activeProcessorCount
    let outcomes = pool.run(
      askable.map {
        ($0.name, job($0.source, $0.reading.digest, start?.wire, isAlone: isAlone))
      })
    progress.clear()
    let found = Dictionary(
      uniqueKeysWithValues: zip(askable.map(\.name), outcomes).map { ($0, $1) })
    let answers = questions.map { question -> WhatIfAnswer in
      var answer = WhatIfAnswer(
        name: question.name, question: question.reading.question ?? "",
        changes: question.reading.changes, state: .refused)
      guard let outcome = found[question.name], let own = question.reading.scenario else {
        answer.notes = question.grave.map(Self.words)
        return answer
      }
      answer.scenario = own
      answer.notes = impossible(own, question.reading.places)
      take(outcome, into: &answer, baseline: pricesMoves ? start : nil)
      return answer
    }
    return WhatIfStudy(scenario, base: base, answers: answers, pricesMoves: pricesMoves)
  }

  private func job(
    _ source: WhatIfSource?, _ digest: String, _ start: [ScheduleRow]?, isAlone: Bool
  ) -> WorkerJob {
    WorkerJob(
      scenario: folder, whatIf: source, digest: digest, start: start, pricesMoves: pricesMoves,
      isCold: typed.has("cold"), seed: seed, seconds: seconds, gap: gap, work: work,
      isAlone: isAlone)
  }

  /// What is impossible by itself, whatever a search would find.
  private func impossible(_ scenario: Scenario, _ places: RowPlaces) -> [String] {
    StandingCheck.findings(scenario, places).filter { $0.severity == .error }
      .map { Self.words(places.placed($0)) }
  }

  /// Believes a worker's schedule only as far as the referee does.
  private func take(
    _ outcome: WorkerPool.Outcome, into answer: inout WhatIfAnswer, baseline: Schedule?
  ) {
    switch outcome {
    case .notRun: answer.state = .notRun
    case .failed(let sentence):
      answer.state = .failed
      answer.notes.insert(sentence.prefix(1).uppercased() + sentence.dropFirst() + ".", at: 0)
    case .answer(let state, let objective, let bound, let schedule):
      answer.state = state
      answer.objective = objective
      answer.bound = bound
      guard let schedule, let scenario = answer.scenario else { return }
      let review = Review(scenario: scenario, schedule: schedule, baseline: baseline)
      if review.violations.isEmpty && review.objective == objective {
        answer.schedule = schedule
      } else {
        answer.state = .failed
        answer.objective = nil
        answer.bound = nil
        answer.notes.insert(
          "The search and the review disagree; please report this with your tables.", at: 0)
      }
    }
  }

  private static func words(_ finding: Finding) -> String {
    var place = finding.placeWords
    if let column = finding.column { place += ", column \(column)" }
    return "\(place): \(finding.sentence)" + (finding.suggestion.map { " (\($0))" } ?? "")
  }

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
        (Self.scheduleFile(row.answer.name), ScheduleCSV.text(schedule, of: own)))
    }
    return try output.write(texts: files, data: ("what-if.json", StudyJSON.object(study)))
  }
}
