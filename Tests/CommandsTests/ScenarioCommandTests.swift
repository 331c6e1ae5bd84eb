// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import Commands

// MARK: check

@Test func checkFindsNothingToMendInTheSmallScenario() throws {
  let desk = try Desk()
  let answer = CheckCommand.answer(.init(scenario: Repository.small), in: desk.world)
  #expect(!answer.findings.contains { $0.isGrave })
  #expect(answer.status == .yes)
  #expect(try facts(answer.json())["findings"] is [Any])
}

@Test func checkEndsByTheGravestFinding() throws {
  let desk = try Desk()
  let wrong = try desk.scenario([
    "rooms.csv": { $0.replacing("Main Hall,300", with: "Main Hall,many") }
  ])
  #expect(desk.run("check", wrong) == .no)
  #expect(desk.console.answers.contains("many"))
  #expect(desk.run("check", desk.path("nowhere")) == .unusable)
}

@Test func checkReadsTheWhatIfsUnlessOneIsAsked() throws {
  let desk = try Desk()
  let scenario = try desk.scenario()
  try desk.write(
    "{ question: \"?\", changes: [ { table: \"rooms\", id: \"none\", remove: true } ] }",
    to: "scenario/what-if/odd.json")
  let all = CheckCommand.answer(.init(scenario: scenario), in: desk.world)
  #expect(all.findings.contains { $0.isGrave && $0.file.contains("odd.json") })
  #expect(all.status == .no)
  let one = CheckCommand.answer(
    .init(scenario: scenario, whatIf: "lose-fjord-on-day-2"), in: desk.world)
  #expect(!one.findings.contains { $0.file.contains("odd.json") })
}

// MARK: new

@Test func newWritesAScenarioThatIsInOrder() throws {
  let desk = try Desk()
  let folder = desk.path("mine")
  #expect(desk.run("new", folder) == .yes)
  #expect(
    desk.console.answers
      == "Wrote a scenario into \(folder). Its README.md explains every column.\n"
      + "Try: programme check \(folder)\n")
  #expect(desk.has("mine/meeting.json"))
  #expect(CheckCommand.answer(.init(scenario: folder), in: desk.world).status == .yes)
  // What is already there is not replaced.
  #expect(desk.run("new", folder) == .unusable)
  #expect(desk.console.notes.hasPrefix("programme: "))
}

@Test func newWritesAWorkbookAndSaysItsPath() throws {
  let desk = try Desk()
  let file = desk.path("mine.xlsx")
  #expect(desk.run("new", "--workbook", file, "--json") == .yes)
  #expect(try facts(desk.console.answers)["written"] as? [String] == [file])
  #expect(CheckCommand.answer(.init(scenario: file), in: desk.world).status == .yes)
}

@Test func newTakesAFolderOrAWorkbook() throws {
  for words in [["new"], ["new", "a", "--workbook", "b.xlsx"]] {
    let desk = try Desk()
    #expect(Tool(world: desk.world).run(words) == .unusable)
    #expect(
      desk.console.notes.hasPrefix("programme: either DIR or --workbook FILE.xlsx is expected\n"))
  }
}

// MARK: rules

@Test func rulesAreListedWithTheirWeightsOrShownOneByOne() throws {
  let desk = try Desk()
  let all = try RulesCommand.answer(.init(), in: desk.world)
  #expect(all.text(width: 80).contains("theme-clash"))
  #expect((try facts(all.json())["rules"] as? [Any])?.count == RulePage.all.count)
  // A rule that is hard for `must` and soft for a number has two pages.
  #expect(try RulesCommand.answer(.init(rule: "link"), in: desk.world).chosen.count == 2)
  #expect(desk.run("rules", "theme-clsh") == .unusable)
  #expect(
    desk.console.notes.hasPrefix(
      "programme: there is no rule 'theme-clsh'; did you mean 'theme-clash'?\n"))
  #expect(desk.run("rules", "--scenario", desk.path("nowhere")) == .unusable)
}

@Test func rulesSayTheWeightsOfAScenario() throws {
  let desk = try Desk()
  let answer = try RulesCommand.answer(
    .init(rule: "theme-clash", scenario: Repository.small), in: desk.world)
  let rule = try #require((try facts(answer.json())["rules"] as? [[String: Any]])?.first)
  #expect(rule["weight"] as? Int == answer.weights[.themeClash])
  #expect(rule["hard"] as? Bool == false)
}

@Test(arguments: RulePage.all.map(\.id)) func theRulesPageFitsATerminal(_ rule: String) throws {
  let desk = try Desk()
  let answer = try RulesCommand.answer(.init(rule: rule), in: desk.world)
  let text = answer.text(width: 60)
  let words = text.split { $0.isWhitespace }.joined(separator: " ")
  for page in answer.chosen {
    let told = page.words
    #expect(text.contains("\(told.title) (\(page.id))\n"))
    for part in [told.counts, told.example, told.change] {
      #expect(words.contains(part.split(separator: " ").joined(separator: " ")), "\(part)")
    }
  }
  let longest = text.split(separator: "\n").filter { $0.hasPrefix("    ") }.map(\.count).max()
  #expect(try #require(longest) <= 60)
}

@Test func aWeightOfTheScenarioIsSaidBesideTheUsualOne() throws {
  let desk = try Desk()
  let scenario = try desk.scenario([
    "meeting.json": {
      $0.replacing("gridMinutes: 15", with: "gridMinutes: 15, weights: { wish: 9 }")
    }
  ])
  let own = try RulesCommand.answer(.init(rule: "wish", scenario: scenario), in: desk.world)
  let usual = try RulesCommand.answer(.init(rule: "wish"), in: desk.world)
  #expect(own.text(width: 200).contains("9 for each"))
  #expect(own.text(width: 200).contains("where none is named). weights.wish in meeting.json"))
  #expect(!usual.text(width: 200).contains("where none is named"))
}

// MARK: model

@Test func theModelIsWrittenWholeOrInPart() throws {
  let desk = try Desk()
  let answer = try ModelCommand.answer(.init(scenario: Repository.small), in: desk.world)
  let folder = desk.world.results(of: "small") + "/model"
  #expect(answer.written == ["\(folder)/model.mps", "\(folder)/problem.json"])
  #expect(desk.text("results/small/model/model.mps").hasPrefix("NAME"))
  #expect(answer.text(width: 80) == "Written to \(folder).\n")
  let part = try ModelCommand.answer(
    .init(scenario: Repository.small, out: desk.path("part"), only: .problem), in: desk.world)
  #expect(part.written == [desk.path("part/problem.json")])
  #expect(desk.run("model", Repository.small, "--only", "model") == .unusable)
  #expect(
    desk.console.notes.hasPrefix(
      "programme: --only 'model' is not known; model.mps or problem.json\n"))
}

@Test func aModelOfSomebodysIsNotReplaced() throws {
  let desk = try Desk()
  try desk.write("mine", to: "out/problem.json")
  #expect(desk.run("model", Repository.small, "--out", desk.path("out")) == .unusable)
  #expect(desk.text("out/problem.json") == "mine")
  #expect(!desk.has("out/model.mps"))
  #expect(desk.run("model", Repository.small, "--out", desk.path("out"), "--force") == .yes)
  #expect(desk.console.notes.contains("What was there before is kept: "))
  #expect(desk.text("out/problem.before-1.json") == "mine")
}
