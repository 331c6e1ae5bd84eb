// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Tables
import Testing

@testable import Commands

/// Each fault with the sentence that people know.
private let faults: [(UsageFault, String)] = [
  (.word(.notAPercentage(option: "gap", "x")), "--gap 'x' is not a percentage from 0 to 100"),
  (.word(.emptyTarget), "--to needs a value: a folder or FILE.xlsx"),
  (
    .word(.noSuchKeepKey(wish: "x=1", key: "x", near: nil, known: ["day", "kind"])),
    "--keep 'x=1': there is no 'x'; known: day, kind"
  ),
  (
    .quarrel(.needs(option: "keep", form: "--baseline SCHEDULE.csv")),
    "--keep needs --baseline SCHEDULE.csv"
  ),
  (
    .quarrel(.workbookInPlace),
    "a workbook is not changed in place: --to NEW.xlsx writes a new one, --to FOLDER tables"
  ),
  (.quarrel(.importNeedsScenario), "import needs --scenario SCENARIO"),
  (
    .name(.keep(key: "room", value: "x", near: nil, known: ["a", "b"])),
    "--keep room=x: the scenario has no such room; known: a, b"
  ),
  (
    .name(.keep(key: "room", value: "x", near: nil, known: (1...13).map(String.init))),
    "--keep room=x: the scenario has no such room"
  ),
  (.name(.session("x", near: nil)), "--session 'x' is not a session"),
  (.name(.rule("x", near: nil)), "there is no rule 'x'; 'programme rules' lists them"),
  (.name(.whatIf("x", near: "y", known: ["y"])), "there is no what-if 'x'; did you mean 'y'?"),
  (.name(.whatIf("x", near: nil, known: [])), "there is no what-if 'x'; the scenario has none"),
  (.name(.whatIf("x", near: nil, known: ["y"])), "there is no what-if 'x'; known: y"),
  (
    .place(.whoseDrafts(found: ["a", "b"])),
    "whose drafts? Name the scenario, or their folder with --out; in Output/ there are those of a, b"
  ),
  (
    .place(.unreadableID(scenario: "s")),
    "the id of the scenario 's' cannot be read; name the folder of its drafts with --out"
  ),
  (
    .place(.draft(UnknownDraft(number: 3, known: [], folder: "f"))),
    "there is no draft 3: f has no history; 'programme draft SCENARIO' starts one"
  ),
  (.place(.unreadableHistory("it is torn")), "it is torn"),
]

@Test(arguments: faults.indices) func aFaultIsSaidAsPeopleKnowIt(_ index: Int) {
  #expect(faults[index].0.words == faults[index].1)
}

private struct Torn: Error, CustomStringConvertible {
  let description = "the disk is full"
}

/// Each failure with what is said on standard error.
private let failures: [(CommandFailure, String)] = [
  (
    .usage([.word(.missingArgument("A")), .word(.missingArgument("B"))]),
    "programme: missing A\nmissing B\nusage\n"
  ),
  (.notWritten(Torn()), "programme: the disk is full\n"),
  (.nothingWritten(Torn()), "programme: the disk is full; nothing was written\n"),
  (
    .unreadableHistory(Torn()),
    "programme: the disk is full; nothing is drafted until it is repaired or moved away, or another"
      + " folder is named with --out\n"
  ),
  (
    .noSuchDraft(UnknownDraft(number: 3, known: [1, 2], folder: "f")),
    "programme: there is no draft 3 in f; there are 1, 2\n"
  ),
  (
    .notPublished(Torn(), ["one", "two"]), "programme: the disk is full\n  one\n  two\n"
  ),
  (
    .draftElsewhere(Torn(), folder: "f-2"),
    "programme: the disk is full\nThe draft is not lost: it is in f-2\n"
  ),
  (
    .draftElsewhere(Torn(), folder: nil),
    "programme: the disk is full\nIt could not be written elsewhere either; what is printed is all"
      + " there is\n"
  ),
  (
    .answersElsewhere(Torn(), folder: "f-2"),
    "programme: the disk is full\nThe answers are in f-2\n"
  ),
  (.answersElsewhere(Torn(), folder: nil), "programme: the disk is full\n"),
  (.notJSON(Torn()), "programme: the answer cannot be written as JSON: the disk is full\n"),
  (.findings([]), ""),
]

@Test(arguments: failures.indices) func aFailureIsSaidOnStandardError(_ index: Int) {
  let console = RecordedConsole()
  failures[index].0.say(on: console, usage: "usage")
  #expect(console.notes == failures[index].1)
  #expect(console.answers.isEmpty)
  #expect(failures[index].0.status == .unusable)
}

@Test func whatIsAnAnswerEndsWithNo() {
  #expect(CommandFailure.brokenRules.status == .no)
  #expect(CommandFailure.interruptedEarly.status == .no)
}

@Test func whatWouldBeLostIsListed() {
  let console = RecordedConsole()
  let finding = Finding("unknown-file", file: "notes.txt", "it is not a table")
  CommandFailure.wouldBeLost([finding], target: "x.xlsx").say(on: console, usage: "")
  #expect(console.notes.contains("notes.txt"))
  #expect(
    console.notes.hasSuffix(
      "programme: these would be lost on the way to x.xlsx; nothing was written\n"))
}

@Test func aDisagreementNamesEveryPoint() {
  let points: [Disagreement.Point] = [
    .broken(.roomFree, "a and b meet in one room"), .objective(search: 3, review: 4),
    .units(.themeClash, search: 1, review: 2),
  ]
  #expect(
    Disagreement(points: points).words == """
      the search and the review disagree; nothing is written. Please report this with your tables:
        room-free: a and b meet in one room
        the search says 3, the review 4
        theme-clash: the search counts 1 units, the review 2
      """)
}

@Test func aValueWithoutAFormInJSONIsAFailureAndNoEmptyObject() {
  #expect(throws: CommandFailure.self) { try AnswerJSON.of(["odd": Torn()]) }
}

@Test func commandsAreKeptAsAShellTakesThem() {
  #expect(TypedCommand.line(["draft", "a b", "", "x=1,2"]) == "programme draft 'a b' '' x=1,2")
  #expect(TypedCommand.line(["it's"]) == "programme 'it'\\''s'")
}
