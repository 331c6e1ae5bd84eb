// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import Commands

/// The kept schedule with one thing changed.
private func schedule(_ desk: Desk, _ edit: (String) -> String) throws -> String {
  try desk.write(edit(try Repository.text("Output/small/schedule.csv")), to: "edited.csv")
  return desk.path("edited.csv")
}

/// Both meet in one room at one time.
private func clash(_ text: String) -> String {
  text.replacing("2025-06-23,10:45,11:45,fell", with: "2025-06-23,10:45,11:45,fjord")
}

@Test func aScheduleThatKeepsTheRulesIsPriced() throws {
  let desk = try Desk()
  let answer = try ReviewCommand.answer(
    .init(scenario: Repository.small, schedule: Repository.schedule), in: desk.world)
  #expect(answer.status == .yes && answer.review.objective == 9)
  let folder = desk.world.results(of: "small") + "/review-of-schedule"
  #expect(answer.notes == ["Written to \(folder).\n"])
  #expect(answer.written == ["review.html", "review.md", "review.json"].map { "\(folder)/\($0)" })
  #expect(answer.text(width: 80).hasPrefix("Every hard rule holds. The soft rules cost 9.\n"))
}

@Test func brokenRulesAreNamed() throws {
  let desk = try Desk()
  let answer = try ReviewCommand.answer(
    .init(scenario: Repository.small, schedule: schedule(desk, clash), isJSON: true),
    in: desk.world)
  #expect(answer.status == .no && answer.written == nil && answer.notes.isEmpty)
  #expect(answer.review.violations.contains { Set($0.sessions) == ["cables-1", "pnai-1"] })
  let said = try facts(answer.json())
  #expect((said["violations"] as? [Any])?.count == answer.review.violations.count)
  #expect(said["written"] == nil)
}

@Test func aScheduleThatCannotBeReadIsRefused() throws {
  let desk = try Desk()
  let odd = try schedule(desk) { $0.replacing("youth-1,", with: "nobody,") }
  #expect(desk.run("review", Repository.small, odd) == .unusable)
  #expect(desk.console.notes.contains("nobody") && desk.console.answers.isEmpty)
  #expect(desk.run("review", Repository.small, desk.path("none.csv")) == .unusable)
}

@Test func aScheduleIsJudgedAlsoByTablesWithErrors() throws {
  let desk = try Desk()
  let scenario = try desk.scenario([
    "sessions.csv": {
      $0.replacing(
        "iot-1,dc.iot,A label for things,90", with: "iot-1,dc.iot,A label for things,ninety")
    }
  ])
  let answer = try ReviewCommand.answer(
    .init(scenario: scenario, schedule: Repository.schedule), in: desk.world)
  #expect(answer.status == .no && answer.unread == ["iot-1"] && !answer.errors.isEmpty)
  #expect(
    answer.text(width: 80).hasPrefix("The tables have errors; the schedule is judged by them"))
  #expect(try facts(answer.json())["not_judged"] as? [String] == ["iot-1"])
}

@Test func pagesThatWereAskedForBelongToTheAnswer() throws {
  let desk = try Desk()
  try desk.write("mine", to: "out/review.html")
  try desk.write("mine", to: "results/small/review-of-schedule/review.html")
  #expect(desk.run("review", Repository.small, Repository.schedule) == .yes)
  let asked = try ReviewCommand.answer(
    .init(scenario: Repository.small, schedule: Repository.schedule, out: desk.path("out")),
    in: desk.world)
  #expect(asked.status == .unusable && asked.failure != nil)
  #expect(desk.text("out/review.html") == "mine")
}

@Test func movesAreCountedAgainstABaseline() throws {
  let desk = try Desk()
  let moved = try schedule(desk) {
    $0.replacing("2025-06-23,10:45,11:45,fell", with: "2025-06-23,10:45,11:45,hall")
  }
  let answer = try ReviewCommand.answer(
    .init(
      scenario: Repository.small, schedule: moved, baseline: Repository.draft, maxMoves: 0,
      isJSON: true), in: desk.world)
  #expect(answer.status == .no)
  #expect(answer.review.violations.contains { $0.rule == .maxMoves })
  #expect(desk.run("review", "a", "b", "--max-moves", "0") == .unusable)
  #expect(desk.console.notes.hasPrefix("programme: --max-moves needs --baseline SCHEDULE.csv\n"))
}

@Test func aScheduleOfTheWholeScenarioIsReadUnderAWhatIfThatTakesASessionAway() throws {
  let desk = try Desk()
  let scenario = try desk.scenario()
  try desk.write(
    "{ question: \"?\", changes: [ { table: \"sessions\", id: \"town-1\", remove: true } ] }",
    to: "scenario/what-if/no-town.json")
  let answer = try ReviewCommand.answer(
    .init(
      scenario: scenario, schedule: Repository.schedule, whatIf: "no-town", isJSON: true),
    in: desk.world)
  #expect(answer.status == .yes)
}

// MARK: compare

@Test func twoSchedulesAreComparedAndWritten() throws {
  let desk = try Desk()
  let moved = try schedule(desk) {
    $0.replacing("2025-06-23,10:45,11:45,fell", with: "2025-06-23,10:45,11:45,hall")
  }
  let answer = try CompareCommand.answer(
    .init(a: Repository.draft, b: moved, scenario: Repository.small), in: desk.world)
  let folder = desk.world.results(of: "small") + "/compare-small-edited"
  #expect(answer.status == .yes && answer.folder == folder && answer.written?.count == 5)
  #expect(answer.notes == ["Written to \(folder).\n"])
  #expect(answer.text(width: 80).contains("cables-1"))
  let silent = try CompareCommand.answer(
    .init(a: Repository.draft, b: moved, isJSON: true), in: desk.world)
  #expect(silent.written == nil && silent.folder == nil)
  #expect(try facts(silent.json())["written"] == nil)
}

@Test func aSideThatIsNotThereIsSaid() throws {
  let desk = try Desk()
  func said(_ options: CompareCommand.Options) -> String {
    failure { try CompareCommand.answer(options, in: desk.world) }
  }
  #expect(said(.init(a: "none", b: "none")).hasPrefix("there is no 'none'; a schedule.csv or"))
  #expect(said(.init(a: desk.path(""), b: "none")).contains("it is not the folder of a draft"))
  #expect(said(.init(a: "1", b: "2")) == "whose draft 1? Name the scenario with --scenario")
  #expect(said(.init(a: "1", b: "2", drafts: desk.path("d"))).contains("has no history"))
  #expect(
    said(.init(a: "1", b: "2", scenario: "none"))
      == "the scenario none has no id; name the folder of drafts with --drafts")
  try desk.write(try Repository.text("Output/small/schedule.csv"), to: "alone.csv")
  #expect(
    said(.init(a: desk.path("alone.csv"), b: desk.path("alone.csv"))).hasPrefix(
      "which scenario are they of?"))
  #expect(desk.run("compare", "a", "b", "--what-if", "x", "--change", "y") == .unusable)
  #expect(desk.console.notes.contains("--what-if and --change are two questions; name one"))
}

@Test func aScheduleOfAWhatIfIsPointedTo() throws {
  let desk = try Desk()
  let odd = try schedule(desk) { $0.replacing("youth-1,", with: "nobody,") }
  #expect(desk.run("compare", Repository.draft, odd) == .unusable)
  #expect(
    desk.console.notes.hasSuffix(
      "If a schedule is of the scenario with a what-if, name it with --what-if.\n"))
}

@Test func theCausesOfARuleAreListedUpToALimit() throws {
  let desk = try Desk()
  let answer = try ReviewCommand.answer(
    .init(scenario: Repository.small, schedule: Repository.schedule, isJSON: true),
    in: desk.world)
  let all = ReviewText.costs(answer.review, width: 80)
  #expect(all.contains("\nWhat the rules cost:\n") && !all.contains("… and"))
  let one = ReviewText.costs(answer.review, causes: 1, width: 80)
  #expect(one.contains("      … and 2 more\n"))
  let narrow = ReviewText.full(answer.review, width: 40)
  let causes = narrow.split(separator: "\n").filter { $0.hasPrefix("      ") }
  #expect(!causes.isEmpty && causes.allSatisfy { $0.count <= 40 })
}

@Test func twoSidesOfOneNameAreToldApart() throws {
  let desk = try Desk()
  let text = try Repository.text("Output/small/schedule.csv")
  try desk.write(text, to: "one/schedule.csv")
  try desk.write(text, to: "two/one/schedule.csv")
  let answer = try CompareCommand.answer(
    .init(a: desk.path("one"), b: desk.path("two/one"), scenario: Repository.small),
    in: desk.world)
  #expect(answer.folder?.hasSuffix("/compare-one-a-one-b") == true)
}

@Test func aDraftOfOtherTablesIsJudgedByThoseOfToday() throws {
  let desk = try Desk()
  let text = try Repository.text("Output/small/schedule.csv")
  for side in ["a", "b"] {
    try desk.write(text, to: "\(side)/schedule.csv")
    try desk.write("{\"scenario\":\"small\",\"input_sha256\":\"old\"}", to: "\(side)/draft.json")
  }
  // The scenario is found from what the draft says.
  #expect(desk.run("compare", desk.path("a"), desk.path("b"), "--json") == .yes)
  #expect(
    desk.console.notes.hasPrefix("The tables have changed since a was drafted; it is judged by"))
}
