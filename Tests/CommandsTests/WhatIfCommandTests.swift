// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import Commands

private let question = "lose-fjord-on-day-2"

private func ask(
  _ desk: Desk, _ set: (inout WhatIfCommand.Options) -> Void = { _ in }
) throws -> WhatIfReport {
  var options = WhatIfCommand.Options()
  options.scenario = Repository.small
  set(&options)
  return try WhatIfCommand.answer(options, in: desk.world)
}

@Test func whatIfsAreAnsweredBesideABaseThatIsMadeForThem() throws {
  let desk = try Desk()
  let report = try ask(desk)
  #expect(report.status == .yes && report.failure == nil)
  #expect(report.study.base.answer.objective == 9)
  #expect(report.study.rows.map(\.answer.name) == [question])
  #expect(report.written.count == 5)
  #expect(desk.has("results/small/what-if/schedules/\(question).csv"))
  #expect(desk.console.notes.contains("\(question): reading the tables") == false)
  #expect(desk.console.notes.contains("\(question): begins\n"))
  #expect(report.text(width: 90).hasSuffix("Written to \(report.folder).\n"))
  #expect(try facts(report.json())["written"] as? [String] == report.written)
}

@Test func theDraftThatIsThereIsTheBase() throws {
  let desk = try Desk()
  #expect(desk.run("draft", Repository.small) == .yes)
  let report = try ask(desk) { $0.changes = ["rooms fell remove", "rooms fjord capacity=60"] }
  #expect(report.study.rows.map(\.answer.name) == ["change-1", "change-2"])
  #expect(report.study.base.answer.state == .optimal)
  // Nothing was run for the base.
  #expect(!desk.console.notes.contains("base: begins"))
  let given = try ask(desk) {
    $0.base = "1"
    $0.names = [question]
  }
  #expect(given.study.base.answer.state == .given)
}

@Test func whatIsImpossibleByItselfNeedsNoProcess() throws {
  let desk = try Desk()
  desk.world.workers = WorkersAtHand(refusal: EAGAIN)
  let report = try ask(desk) {
    $0.base = Repository.draft
    $0.changes = ["sessions opening-1 room=fell"]
  }
  let answer = try #require(report.study.rows.first?.answer)
  #expect(report.status == .no && answer.state == .infeasible && !answer.notes.isEmpty)
}

@Test func anImpossibleWhatIfIsAnAnswerThatSaysNo() throws {
  let desk = try Desk()
  let report = try ask(desk) { $0.changes = ["rooms hall capacity=10 + rooms hall remove"] }
  #expect(report.status == .no)
  #expect(report.study.rows.allSatisfy { $0.answer.isFeasible != true })
}

@Test func whatWasTypedWronglyIsSaidAndNothingIsWritten() throws {
  let desk = try Desk()
  #expect(desk.run("what-if", Repository.small, "--change", "rooms nowhere remove") == .unusable)
  #expect(desk.console.notes.contains("nowhere") && !desk.has("results"))
  let names = try Desk()
  #expect(names.run("what-if", Repository.small, question, question, "lose-fjord") == .unusable)
  #expect(
    names.console.notes.split(separator: "\n").dropLast().map(String.init) == [
      "programme: what-if '\(question)' is named twice",
      "there is no what-if 'lose-fjord'; known: \(question)",
    ])
  let bare = try Desk()
  let scenario = try bare.scenario()
  try FileManager.default.removeItem(atPath: bare.path("scenario/what-if"))
  #expect(
    failure { try ask(bare) { $0.scenario = scenario } }
      == "\(scenario) has no what-ifs; ask one with --change, or write one into what-if/")
  #expect(bare.run("what-if", "s", "--base", "b", "--fresh-base") == .unusable)
  #expect(bare.console.notes.contains("--base names a base and --fresh-base makes one"))
}

@Test func withoutASingleProcessNothingIsWritten() throws {
  let desk = try Desk()
  desk.world.workers = WorkersAtHand(refusal: EAGAIN)
  let said = failure { try ask(desk) }
  #expect(said.hasPrefix("no worker could be started: "))
  #expect(said.hasSuffix("; nothing is written. Try again when the system has room for one"))
  #expect(!desk.has("results/small/what-if"))
}

@Test func aRunThatFailsFailsAloneAndSaysWhy() throws {
  let failures: [(WorkersAtHand, String)] = [
    (.init(end: .signal(11)), "Its process was ended by signal 11 ("),
    (.init(end: .status(3), work: { _ in [] }), "Its process ended with status 3: the last of it."),
    (.init(work: { _ in [] }), "Its process ended without an answer."),
    (
      .init(end: .status(1), work: { _ in [.refusal(.tablesChanged)] }),
      "The tables were changed while the runs were under way."
    ),
  ]
  for (workers, note) in failures {
    let desk = try Desk()
    desk.world.workers = workers
    let report = try ask(desk) { $0.base = Repository.draft }
    let answer = try #require(report.study.rows.first?.answer)
    #expect(report.status == .no && answer.state == .failed)
    #expect(answer.notes.first?.hasPrefix(note) == true)
  }
}

@Test func aWorkersScheduleIsBelievedOnlyAsFarAsTheReviewSays() throws {
  let desk = try Desk()
  desk.world.workers = WorkersAtHand(work: { job in
    WorkersAtHand.answer(job).map { word in
      guard case .answer(let state, let objective, let bound, let rows) = word else { return word }
      return .answer(
        state: state, objective: objective.map { $0 - 1 }, bound: bound, rows: rows)
    }
  })
  let report = try ask(desk) { $0.base = Repository.draft }
  let answer = try #require(report.study.rows.first?.answer)
  #expect(answer.state == .failed && answer.schedule == nil && answer.objective == nil)
  #expect(
    answer.notes.first
      == "The search and the review disagree; please report this with your tables.")
}

@Test func whereOnlyTimeIsTakenAwayNothingCostsLessThanIsProvenOfTheBase() throws {
  let desk = try Desk()
  #expect(desk.run("draft", Repository.small) == .yes)
  desk.world.workers = WorkersAtHand(work: { job in
    WorkersAtHand.answer(job).map { word in
      guard case .answer(_, let objective, _, let rows) = word else { return word }
      return .answer(state: .feasible, objective: objective, bound: 1, rows: rows)
    }
  })
  let report = try ask(desk) {
    $0.names = [question]
    $0.changes = ["rooms hall capacity=310"]
  }
  let bounds = Dictionary(
    uniqueKeysWithValues: report.study.rows.map { ($0.answer.name, $0.answer.bound) })
  #expect(bounds == [question: 9, "change": 1])
}

@Test func anInterruptionBeforeAnyAnswerWritesNothing() throws {
  let desk = try Desk()
  desk.world.signals = GivenSignals(endedBy: SIGINT)
  #expect(desk.run("what-if", Repository.small) == .no)
  #expect(
    desk.console.notes.hasSuffix(
      "programme: interrupted before there was an answer; nothing is written\n"))
  #expect(!desk.has("results/small/what-if/what-if.json"))
}

// MARK: the worker

@Test func theWorkerAnswersAJobOnItsStandardInput() throws {
  let job = WorkerJob(
    scenario: Repository.small, whatIf: nil, digest: Loading(Repository.small).digest, start: nil,
    pricesMoves: true, isCold: false, seed: 1, seconds: nil, gap: 0, work: nil, isAlone: true)
  let line = String(decoding: try JSONEncoder().encode(job), as: UTF8.self)
  let desk = try Desk(console: RecordedConsole(typed: [line]))
  #expect(desk.run("what-if-worker") == .yes)
  let last = try #require(desk.console.answers.split(separator: "\n").last)
  let word = try JSONDecoder().decode(WorkerWord.self, from: Data(last.utf8))
  guard case .answer(let state, let objective, let bound, let rows) = word else {
    Issue.record("no answer but \(word)")
    return
  }
  #expect(state == .optimal && objective == 9 && bound == 9 && rows?.isEmpty == false)
}

@Test func theWorkerRefusesTablesThatHaveChangedAndPeople() throws {
  var job = WorkerJob(
    scenario: Repository.small, whatIf: nil, digest: "another", start: nil, pricesMoves: true,
    isCold: false, seed: 1, seconds: nil, gap: 0, work: nil, isAlone: true)
  guard case .refusal(.tablesChanged)? = WorkersAtHand.answer(job).first else {
    Issue.record("not refused")
    return
  }
  job.digest = Loading(Repository.small).digest
  #expect(!WorkersAtHand.answer(job).isEmpty)
  let desk = try Desk()
  #expect(desk.run("what-if-worker") == .unusable)
  #expect(
    desk.console.notes
      == "programme: 'what-if-worker' is for the program itself; see 'programme what-if --help'\n")
}
