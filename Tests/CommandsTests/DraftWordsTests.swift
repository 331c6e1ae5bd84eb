// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Planning
import PlanningProblems
import Rules
import Tables
import Testing

@testable import Commands
@testable import Explaining

/// A draft of the small scenario with a result that a search could have.
private func draft(_ result: (Assignment) -> DraftResult) throws -> Draft {
  let scenario = try #require(Loading(Repository.small).scenario)
  let schedule = try ScheduleReading.file(Repository.schedule, against: scenario)
  let problem = PlanningProblem(scenario)
  return Draft(
    scenario: scenario, problem: problem, result: result(problem.assignment(schedule)), seed: 1,
    seconds: 0, digest: "d")
}

@Test func theVerdictSaysHowGoodADraftIs() throws {
  let best = try draft { .optimal($0, objective: 9) }
  #expect(
    DraftWords.verdict(best)
      == "Optimal, proven: no schedule that keeps the hard rules costs less than 9; this one costs 9."
  )
  let free = try draft { .optimal($0, objective: 0) }
  #expect(DraftWords.verdict(free) == "Optimal, proven: this draft breaks no wish at all.")
  var near = try draft { .feasible($0, objective: 20, bound: 15) }
  near.isReplan = true
  #expect(
    DraftWords.verdict(near)
      == "Not proven the best: this draft costs 20, moves counted, and no re-plan of the baseline that"
      + " keeps the hard rules costs less than 15 (a gap of 25.0 %).")
}

@Test func theVerdictSaysWhyThereIsNoDraftAndWhatIsNext() throws {
  var none = try draft { _ in .unknown(bound: 4) }
  none.nextStep = NextStep(scenario: "s", whatIf: nil, allowsUnplaced: false, ties: [])
  none.notes = [.fewestMovesUnknown, .stopped]
  let lines = DraftWords.verdict(none).split(separator: "\n").map(String.init)
  #expect(
    lines.prefix(3) == [
      "It was not found out how few moves are needed.",
      "Stopped by you before the search had ended.",
      "No schedule was found before the search ended, and no proof that there is none (any would"
        + " cost at least 4).",
    ])
  #expect(lines.last?.hasPrefix("Next: 'programme explain s' says") == true)
  let never = try draft { _ in .infeasible }
  #expect(
    DraftWords.verdict(never) == "Infeasible, proven: no schedule keeps all hard rules.")
  let finding = Finding("x", file: "rooms.csv", line: 3, column: "id", "it is odd")
  var known = try draft { _ in .infeasible }
  known.facts = [finding]
  #expect(
    DraftWords.verdict(known)
      == "Infeasible, proven: no schedule keeps all hard rules, since\n"
      + "  rooms.csv, line 3, column id: it is odd")
}

@Test func notesAreSentences() {
  #expect(DraftNote.kept(1).words == "1 session is kept where the baseline has them.")
  #expect(DraftNote.kept(2).words == "2 sessions are kept where the baseline has them.")
  #expect(DraftNote.cannotStay(session: "a", .notInBaseline).words == "a is kept and cannot stay.")
  #expect(
    DraftNote.cannotStay(session: "a", .leftOut).words
      == "a is kept left out, and must be placed.")
  func fewest(_ moves: Int, _ least: Int, _ isKeeping: Bool = false) -> String {
    let fewest = FewestMoves(moves: moves, atLeast: least, isKeeping: isKeeping)
    return DraftNote.fewestMoves(fewest).words
  }
  #expect(fewest(0, 0) == "No move is needed: the baseline keeps every hard rule.")
  #expect(fewest(1, 1) == "1 move is needed; proven.")
  #expect(fewest(2, 2, true) == "2 moves are needed with the kept sessions in place; proven.")
  #expect(
    fewest(3, 1) == "3 moves are enough: this draft has no more; at least 1 is needed, proven;"
      + " it was not found out whether fewer than 3 would do.")
  #expect(fewest(3, 0).contains("not proven that any is needed"))
}

@Test func aPartialDraftSaysWhatIsLeftOutAndWhatIsProven() throws {
  let scenario = try #require(Loading(Repository.small).scenario)
  func words(_ least: Int, _ sessions: [String]) -> String {
    var unplaced = Unplaced(atLeast: least, prices: UnplacedPrices(scenario))
    unplaced.sessions = sessions
    return unplaced.words
  }
  #expect(
    words(1, ["a"]) == "A partial draft: 1 session that must be placed is left out: a. No schedule"
      + " leaves out fewer; proven.")
  #expect(
    words(0, ["a", "b"]).hasSuffix(
      "are left out: a, b. It is not proven that any must be left out."))
  #expect(words(1, ["a", "b"]).hasSuffix("At least 1 has to be left out; proven."))
}

@Test func aDraftThatTheRefereeJudgesOtherwiseIsADisagreement() throws {
  let right = try draft { .optimal($0, objective: 9) }
  let schedule = try ScheduleReading.file(Repository.schedule, against: right.scenario)
  let review = Review(scenario: right.scenario, schedule: schedule)
  #expect(right.disagreement(with: review, of: schedule) == nil)
  let wrong = try draft { .optimal($0, objective: 8) }
  #expect(
    wrong.disagreement(with: review, of: schedule)?.points == [.objective(search: 8, review: 9)])
}

@Test func aKnownBoundHoldsForItsTablesAndQuestionAlone() {
  func bound(_ text: String) -> KnownBound {
    .of(DraftFacts(Data(text.utf8)), tables: "d")
  }
  #expect(bound("{\"bound\":7,\"input_sha256\":\"d\",\"bound_for\":\"tables\"}") == .proven(7))
  #expect(bound("{\"bound\":7,\"input_sha256\":\"e\",\"bound_for\":\"tables\"}") == .tablesChanged)
  #expect(bound("{\"bound\":7,\"input_sha256\":\"d\",\"bound_for\":\"replan\"}") == .otherQuestion)
  #expect(bound("{\"bound\":7,\"input_sha256\":\"d\"}") == .otherQuestion)
  #expect(bound("{\"bound\":7,\"input_sha256\":\"d\",\"left_out\":{}}") == .none)
  #expect(bound("{\"input_sha256\":\"d\"}") == .none)
  #expect(bound("no JSON") == .none)
}
