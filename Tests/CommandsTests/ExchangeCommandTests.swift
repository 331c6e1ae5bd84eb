// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import Commands

/// The kept schedule with two sessions in one room at one time.
private func broken(_ desk: Desk) throws -> String {
  let text = try Repository.text("Output/small/schedule.csv")
  try desk.write(
    text.replacing("2025-06-23,10:45,11:45,fell", with: "2025-06-23,10:45,11:45,fjord"),
    to: "broken.csv")
  return desk.path("broken.csv")
}

// MARK: export, import

@Test func anExportComesBackAsTheSameSchedule() throws {
  let desk = try Desk()
  #expect(desk.run("export", Repository.small, Repository.draft, "--out", desk.path("out")) == .yes)
  #expect(desk.console.answers.hasPrefix("Written to \(desk.path("out")): "))
  #expect(desk.has("out/index.html"))
  let answer = try ImportCommand.answer(
    .init(file: desk.path("out/programme.xlsx"), scenario: Repository.small), in: desk.world)
  #expect(answer.status == .yes && answer.review.objective == 9)
  let place = desk.world.results(of: "small") + "/import-of-programme/schedule.csv"
  #expect(answer.path == place && answer.notes == ["Written to \(place).\n"])
  #expect(
    desk.text("results/small/import-of-programme/schedule.csv")
      == (try Repository.text("Output/small/schedule.csv")))
  #expect(try facts(answer.json())["written"] as? [String] == [place])
}

@Test func brokenRulesGoOutOnlyWithAReason() throws {
  let desk = try Desk()
  let schedule = try broken(desk)
  #expect(desk.run("export", Repository.small, schedule) == .no)
  #expect(
    desk.console.answers.contains("Hard rules are broken")
      || desk.console.answers.contains("One hard rule is broken"))
  #expect(desk.console.notes.hasSuffix("or export it with --with-violations \"why\"\n"))
  #expect(!desk.has("results"))
  #expect(desk.run("export", Repository.small, schedule, "--with-violations", "a trial") == .yes)
  #expect(desk.has("results/small/export-of-broken/index.html"))
  #expect(desk.run("export", Repository.small, schedule, "--with-violations", " ") == .unusable)
  #expect(desk.console.notes.contains("programme: --with-violations needs a reason\n"))
}

@Test func anImportNeedsItsScenarioAndAFileThatIsOne() throws {
  let desk = try Desk()
  #expect(desk.run("import", Repository.schedule) == .unusable)
  #expect(desk.console.notes.hasPrefix("programme: import needs --scenario SCENARIO\n"))
  #expect(
    desk.run("import", desk.path("none.csv"), "--scenario", Repository.small) == .unusable)
  #expect(!desk.has("results"))
}

// MARK: publish

@Test func aPublicationIsShownBeforeAndSaidAfter() throws {
  let desk = try Desk()
  let words = ["publish", Repository.small, Repository.draft, "--now", "2025-05-01T12:00:00Z"]
  #expect(Tool(world: desk.world).run(words + ["--preview"]) == .yes)
  #expect(desk.console.answers.hasPrefix("Would be publication 1 (draft): "))
  #expect(!desk.has("results/small/public"))
  let console = RecordedConsole()
  desk.world.console = console
  #expect(Tool(world: desk.world).run(words + ["--json"]) == .yes)
  let said = try facts(console.answers)
  #expect(said["publication"] as? Int == 1 && said["isNew"] as? Bool == true)
  #expect(said["instant"] as? String == "2025-05-01T12:00:00Z")
  #expect(desk.has("results/small/public") && desk.has("results/small/team"))
  let again = RecordedConsole()
  desk.world.console = again
  #expect(Tool(world: desk.world).run(words) == .yes)
  #expect(again.answers.hasPrefix("Nothing has changed since publication 1; it stays as it is.\n"))
}

@Test func aBrokenScheduleIsNotPublishedWithoutAReason() throws {
  let desk = try Desk()
  let schedule = try broken(desk)
  #expect(desk.run("publish", Repository.small, schedule) == .no)
  #expect(desk.console.notes.hasPrefix("Not published: the schedule breaks the rules "))
  #expect(desk.console.answers.isEmpty && !desk.has("results"))
}

@Test func valuesOfAPublicationAreCheckedBeforeAnythingIsRead() throws {
  let desk = try Desk()
  #expect(
    desk.run(
      "publish", "s", "d", "--status", "firm", "--people", "all", "--address", "nowhere",
      "--now", "today", "--with-violations", " ") == .unusable)
  #expect(
    desk.console.notes.split(separator: "\n").dropLast().map(String.init) == [
      "programme: --status 'firm' is not known; draft or final",
      "--people 'all' is not known; private or listed",
      "--address 'nowhere' is not an address such as https://igf.example/2025/",
      "--now 'today' is not a time such as 2025-05-01T12:00:00Z",
      "--with-violations needs a reason, which the page will show",
    ])
  for typed in ["https://igf.example/2025", "HTTPS://igf.example/2025/", "igf.example/2025"] {
    #expect(try PublishValues.address(typed) == "https://igf.example/2025/")
  }
  #expect(try PublishValues.instant("1970-01-02T00:01:01Z") == 86_461)
  #expect(PublishValues.people(" a; ;b ") == ["a", "b"])
}

@Test func whatCalendarsWillShowIsSaidBeforeItIsPublished() throws {
  let desk = try Desk()
  let now = ["--now", "2025-05-01T12:00:00Z"]
  #expect(
    Tool(world: desk.world).run(["publish", Repository.small, Repository.draft] + now) == .yes)
  let moved = try Repository.text("Output/small/schedule.csv")
    .replacing("2025-06-23,10:45,11:45,fell", with: "2025-06-23,10:45,11:45,hall")
  try desk.write(moved, to: "moved.csv")
  var options = PublishCommand.Options()
  options.scenario = Repository.small
  options.schedule = desk.path("moved.csv")
  options.reason = "a trial"
  options.now = try PublishValues.instant("2025-05-02T12:00:00Z")
  options.isPreview = true
  let answer = try PublishCommand.answer(options, in: desk.world)
  let text = answer.text(width: 80)
  #expect(text.hasPrefix("Would be publication 2 (draft): "))
  #expect(text.contains("cables-1 “Cables and who mends them” "))
  #expect(text.hasSuffix("Nothing was written.\n"))
  let data = try facts(answer.json())
  #expect(data["isPreview"] as? Bool == true && (data["written"] as? [String])?.isEmpty == true)
  let clients = try #require(data["clients"] as? [String: [[String: Any]]])
  #expect(clients.values.contains { $0.contains { $0["session"] as? String == "cables-1" } })
  // A draft's number is looked up where the publications are.
  #expect(desk.run("publish", Repository.small, "1") == .unusable)
  #expect(desk.console.notes.contains("there is no draft 1: "))
}

@Test func anExportCountsChangesFromABaseline() throws {
  let desk = try Desk()
  let answer = try ExportCommand.answer(
    .init(
      scenario: Repository.small, schedule: Repository.draft, out: desk.path("out"),
      baseline: try broken(desk)), in: desk.world)
  guard case .written(let scenario, let folder, let names, let paths, let addresses) = answer else {
    Issue.record("refused")
    return
  }
  #expect(scenario == "small" && folder == desk.path("out") && names.contains("programme.xlsx"))
  #expect(paths == names.map { "\(folder)/\($0)" } && addresses.isEmpty)
  #expect(try facts(answer.json())["written"] as? [String] == paths)
  // Files that are already there belong to somebody.
  try desk.write("mine", to: "out/index.html")
  #expect(
    desk.run("export", Repository.small, Repository.draft, "--out", desk.path("out")) == .unusable)
  #expect(desk.text("out/index.html") == "mine")
}

@Test func anImportThatBreaksRulesIsWrittenAndSaysNo() throws {
  let desk = try Desk()
  let answer = try ImportCommand.answer(
    .init(file: try broken(desk), scenario: Repository.small, out: desk.path("in/schedule.csv")),
    in: desk.world)
  #expect(answer.status == .no && !answer.review.violations.isEmpty)
  #expect(desk.text("in/schedule.csv").contains("2025-06-23,10:45,11:45,fjord"))
  #expect(answer.text(width: 80).contains("\nBroken:\n"))
}
