// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import Commands

private func draft(
  _ desk: Desk, _ scenario: String = Repository.small,
  _ set: (inout DraftCommand.Options) -> Void = { _ in }
) throws -> DraftAnswer {
  var options = DraftCommand.Options()
  options.scenario = scenario
  set(&options)
  return try DraftCommand.answer(options, in: desk.world)
}

/// A scenario whose opening has no day.
private func impossible(_ desk: Desk) throws -> String {
  try desk.scenario([
    "sessions.csv": {
      $0.replacing("must,,2025-06-23,09:00,hall", with: "must,,2025-06-23,09:00,fell")
    }
  ])
}

/// The fault of an ending, in words; empty where there is none.
func failure<Answer>(_ body: () throws -> Answer) -> String {
  do {
    _ = try body()
    return ""
  } catch {
    return "\(error)"
  }
}

@Test func aDraftIsWrittenAndSaidAsItIsKept() throws {
  let desk = try Desk()
  let answer = try draft(desk)
  #expect(answer.status == .yes && answer.failure == nil)
  #expect(answer.summary.objective == 9 && answer.summary.bound == 9)
  #expect(answer.written?.number == 1 && answer.written?.folder == desk.world.results(of: "small"))
  for name in ["schedule.csv", "programme.ics", "review.html", "review.md", "review.json"] {
    #expect(desk.text("results/small/\(name)") == (try Repository.text("Output/small/\(name)")))
  }
  let text = answer.text(width: 96)
  #expect(text.hasPrefix("Day 1, Monday 2025-06-23 (UTC+2)\n"))
  #expect(text.contains("If nothing else mattered, a schedule would still have at least:\n"))
  #expect(
    text.contains("\nOptimal, proven: no schedule that keeps the hard rules costs less than 9"))
  #expect(text.hasSuffix("\nWritten to \(desk.world.results(of: "small")) as draft 1.\n"))
}

@Test func aDraftsFactsForProgramsNameItsFiles() throws {
  let desk = try Desk()
  #expect(desk.run("draft", Repository.small, "--json", "--progress", "json") == .yes)
  let said = try facts(desk.console.answers)
  #expect(said["status"] as? String == "optimal" && said["objective"] as? Int == 9)
  #expect((said["written"] as? [String])?.count == 6)
  let steps = try desk.console.notes.split(separator: "\n").map { try facts(String($0)) }
  #expect(!steps.isEmpty && steps.allSatisfy { $0["phase"] is String })
}

@Test func whatSomebodyEditedIsNotReplacedUnlessForced() throws {
  let desk = try Desk()
  _ = try draft(desk)
  try desk.write("mine\n", to: "results/small/schedule.csv")
  #expect(failure { try draft(desk) }.contains("was edited since"))
  #expect(desk.text("results/small/schedule.csv") == "mine\n")
  let forced = try draft(desk) { $0.isForced = true }
  // The edited one is kept as draft 2.
  #expect(forced.written?.number == 3)
  #expect(
    desk.text("results/small/schedule.csv") == (try Repository.text("Output/small/schedule.csv")))
}

@Test func theHistoryHoldsTheCommandAsItWasTypedAndTheClockThatWasHandedIn() throws {
  let desk = try Desk()
  _ = try draft(desk)
  let drafts = try DraftsCommand.answer(.init(scenario: Repository.small), in: desk.world)
  #expect(drafts.entries.map(\.command) == ["programme draft 'it'\\''s'"])
  #expect(drafts.entries.map(\.instant) == [1_750_000_000])
}

@Test func tablesWithErrorsAreNotDrafted() throws {
  let desk = try Desk()
  let scenario = try desk.scenario([
    "rooms.csv": { $0.replacing("Main Hall,300", with: "Main Hall,x") }
  ])
  #expect(desk.run("draft", scenario) == .unusable)
  #expect(desk.console.notes.contains("rooms.csv"))
  #expect(!desk.has("results"))
}

@Test func whatIsImpossibleByItselfIsSaidWithoutASearch() throws {
  let desk = try Desk()
  let answer = try draft(desk, impossible(desk))
  #expect(answer.status == .no && !answer.draft.facts.isEmpty && answer.made == nil)
  let text = answer.text(width: 80)
  #expect(text.contains("Infeasible, proven: no schedule keeps all hard rules, since\n"))
  #expect(text.contains("Next: 'programme explain "))
  #expect(desk.has("results/small/draft.json") && !desk.has("results/small/schedule.csv"))
}

@Test func aRunThatFindsNothingLeavesTheLastGoodDraft() throws {
  let desk = try Desk()
  _ = try draft(desk)
  let answer = try draft(desk, impossible(desk))
  #expect(answer.written?.keepsEarlier == true)
  #expect(desk.has("results/small/no-draft.json") && desk.has("results/small/schedule.csv"))
  #expect(answer.text(width: 80).contains("The last good draft stays in "))
}

@Test func aSearchThatIsInterruptedSaysSo() throws {
  let desk = try Desk()
  desk.world.signals = GivenSignals(endedBy: SIGINT)
  let answer = try draft(desk)
  #expect(answer.text(width: 80).contains("Stopped by you before the search had ended.\n"))
  #expect(answer.draft.fewest.isEmpty)
}

@Test func aReplanKeepsWhatIsAskedAndCountsMoves() throws {
  let desk = try Desk()
  let wishes = try [KeepWish("session=youth-1"), KeepWish("room=fell"), KeepWish("session=iot-1")]
  let kept = try draft(desk) {
    $0.baseline = Repository.draft
    $0.asksFewestMoves = true
    $0.keeping = wishes
  }
  #expect(kept.status == .yes)
  let text = kept.text(width: 100)
  #expect(
    text.contains(
      "No move is needed with the kept sessions in place: the baseline keeps every hard rule."))
  #expect(text.contains("4 sessions are kept where the baseline has them."))
  let slips = try [KeepWish("room=hal"), KeepWish("day=2025-06-25")]
  let wrong = failure {
    try draft(desk) {
      $0.baseline = Repository.draft
      $0.keeping = slips
    }
  }
  #expect(
    wrong.split(separator: "\n") == [
      "--keep room=hal: the scenario has no such room; did you mean 'hall'?",
      "--keep day=2025-06-25: the scenario has no such day; did you mean '2025-06-23'?",
    ])
}

@Test func optionsOfARePlanNeedABaseline() throws {
  let desk = try Desk()
  #expect(
    desk.run(
      "draft", Repository.small, "--max-moves", "1", "--keep", "day=1", "--fewest-moves",
      "--allow-unplaced") == .unusable)
  #expect(
    desk.console.notes.split(separator: "\n").dropLast().map(String.init) == [
      "programme: --max-moves needs --baseline SCHEDULE.csv",
      "--fewest-moves needs --baseline SCHEDULE.csv", "--keep needs --baseline SCHEDULE.csv",
      "--fewest-moves finds the number that --max-moves sets; give one of the two",
      "--fewest-moves and --allow-unplaced are two aims; give one of the two",
    ])
}

@Test func aMeetingThatIsTooFullGetsItsBestPartialDraft() throws {
  let desk = try Desk()
  let scenario = try desk.scenario([
    "meeting.json": {
      $0.replacing("\"09:00-12:30\", \"13:30-17:00\"", with: "\"09:00-12:30\"")
        .replacing("\"13:30\", \"15:15\"", with: "")
    }
  ])
  let answer = try draft(desk, scenario) { $0.allowsUnplaced = true }
  let unplaced = try #require(answer.draft.unplaced)
  #expect(answer.status == .no && !unplaced.sessions.isEmpty)
  #expect(answer.text(width: 400).contains("A partial draft: \(unplaced.sessions.count) session"))
  #expect(try facts(answer.json())["left_out"] != nil)
}

@Test func aDraftThatCannotGoWhereItShouldGoesBeside() throws {
  let desk = try Desk()
  let answer = try draft(desk)
  let run = try DraftRun(
    .init(scenario: Repository.small, out: desk.path("results/small")), in: desk.world)
  // Somebody edits the draft while the search runs.
  try desk.write("mine\n", to: "results/small/schedule.csv")
  let late = try run.answer()
  #expect(answer.status == .yes && late.status == .unusable)
  #expect(late.written?.folder == desk.path("results/small-2"))
  #expect(desk.has("results/small-2/schedule.csv"))
  let said = late.failure.map { "\($0)" } ?? ""
  #expect(said.hasSuffix("\nThe draft is not lost: it is in \(desk.path("results/small-2"))"))
  #expect(!late.text(width: 80).contains("Written to"))
}

@Test func nextStepsAreCommandsThatAShellTakes() {
  let plain = NextStep(scenario: "Scenarios/small", whatIf: nil, allowsUnplaced: true, ties: [])
  #expect(
    plain.words == "Next: 'programme explain Scenarios/small' says which requests contradict each"
      + " other and the cheapest ways out.")
  let odd = NextStep(
    scenario: "my $5", whatIf: "a b", allowsUnplaced: false, ties: ["max-moves", "keep"])
  #expect(odd.words.contains("“programme explain 'my $5' --what-if 'a b'”"))
  #expect(odd.words.contains("without --max-moves and --keep"))
  #expect(
    odd.words.hasSuffix("; 'programme draft' with --allow-unplaced gives the best partial draft."))
}
