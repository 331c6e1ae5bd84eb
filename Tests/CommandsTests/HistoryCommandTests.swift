// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import Commands

/// A desk with two drafts of the small scenario: the second is stricter by a what-if.
private func twoDrafts() throws -> Desk {
  let desk = try Desk()
  #expect(desk.run("draft", Repository.small) == .yes)
  #expect(desk.run("draft", Repository.small, "--what-if", "lose-fjord-on-day-2") == .yes)
  return desk
}

@Test func draftsAreListedTheNewestFirst() throws {
  let desk = try twoDrafts()
  let answer = try DraftsCommand.answer(.init(scenario: Repository.small), in: desk.world)
  #expect(answer.entries.map(\.number) == [1, 2] && answer.inFolder == .draft(2))
  let lines = answer.text(width: 80).split(separator: "\n")
  #expect(lines[0].hasPrefix("Drafts of \(desk.world.results(of: "small")), the newest first"))
  #expect(lines[1].hasPrefix("* 2 ") && lines[3].hasPrefix("  1 "))
  let data = try facts(answer.json())
  #expect((data["drafts"] as? [[String: Any]])?.map { $0["stands"] as? Bool } == [false, true])
}

@Test func anEditedDraftIsSaidToBeOne() throws {
  let desk = try twoDrafts()
  try desk.write("mine\n", to: "results/small/schedule.csv")
  let answer = try DraftsCommand.answer(.init(scenario: Repository.small), in: desk.world)
  #expect(answer.inFolder == .edited)
  #expect(answer.text(width: 80).contains("were edited since"))
}

@Test func aDraftComesBackAndTheOneThatStoodThereIsKept() throws {
  let desk = try twoDrafts()
  let folder = desk.world.results(of: "small")
  let answer = try RestoreCommand.answer(
    .init(argument: Repository.small, number: 1), in: desk.world)
  #expect(answer.kept == 2 && answer.written.count == 6)
  #expect(
    answer.text(width: 80)
      == "Draft 1 is back in \(folder). The one before is draft 2.\n")
  #expect(
    desk.text("results/small/schedule.csv") == (try Repository.text("Output/small/schedule.csv")))
  #expect(desk.run("restore", Repository.small, "7") == .unusable)
  #expect(
    desk.console.notes.hasSuffix("programme: there is no draft 7 in \(folder); there are 1, 2\n"))
}

@Test func theOnlyFolderWithDraftsNeedsNoName() throws {
  let desk = try twoDrafts()
  let answer = try DraftsCommand.answer(.init(), in: desk.world)
  #expect(answer.place.path == desk.world.results(of: "small") && answer.entries.count == 2)
  let empty = try Desk()
  #expect(
    failure { try DraftsCommand.answer(.init(), in: empty.world) }
      == "whose drafts? Name the scenario, or their folder with --out")
  #expect(
    failure { try DraftsCommand.answer(.init(scenario: "nowhere"), in: empty.world) }
      .hasPrefix("there is no folder 'nowhere'"))
}

@Test func aFolderWithoutDraftsSaysHowOneIsMade() throws {
  let desk = try Desk()
  let answer = try DraftsCommand.answer(.init(out: desk.path("none")), in: desk.world)
  #expect(
    answer.text(width: 80)
      == "There is no draft in \(desk.path("none")) yet; 'programme draft' makes one.\n")
  #expect(desk.run("restore", "1", "--out", desk.path("none")) == .unusable)
  #expect(desk.console.notes.contains("has no history; 'programme draft SCENARIO' starts one"))
}

@Test func restoreTakesOneScenarioAndANumber() throws {
  let desk = try Desk()
  #expect(desk.run("restore", "a", "1", "--scenario", "b") == .unusable)
  #expect(
    desk.console.notes.hasPrefix(
      "programme: the scenario is given twice: 'a' and --scenario\nusage: programme restore "))
  #expect(desk.run("restore", "a", "0") == .unusable)
  #expect(
    desk.console.notes.contains("'0' is not the number of a draft; 'programme drafts SCENARIO'"))
}

@Test func aNumberStandsForADraftWhereverAScheduleIsExpected() throws {
  let desk = try twoDrafts()
  let lookup = DraftLookup(HistoryPlace(path: desk.world.results(of: "small")), in: desk.world)
  let named = try lookup.schedule("1")
  #expect(named.name == "draft-1")
  #expect(
    try String(contentsOfFile: named.path, encoding: .utf8)
      == (try Repository.text("Output/small/schedule.csv")))
  #expect(try lookup.schedule(Repository.draft).path.hasSuffix("Output/small/schedule.csv"))
  #expect(failure { try lookup.schedule("3") }.hasPrefix("there is no draft 3 in "))
  desk.world.temporary.remove()
  #expect(!FileManager.default.fileExists(atPath: named.path))
}
