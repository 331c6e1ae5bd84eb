// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Testing

@testable import Commands

private func explain(
  _ desk: Desk, _ set: (inout ExplainCommand.Options) -> Void
) throws -> ExplainAnswer {
  var options = ExplainCommand.Options()
  options.scenario = Repository.small
  set(&options)
  return try ExplainCommand.answer(options, in: desk.world)
}

@Test func aMeetingThatIsPossibleHasNothingToExplain() throws {
  let desk = try Desk()
  let answer = try explain(desk) { $0.out = desk.path("why") }
  #expect(answer.status == .yes && answer.isWhole)
  #expect(answer.pages.written?.count == 3 && desk.has("why/explain.md"))
  #expect(answer.notes == ["Written to \(desk.path("why")).\n"])
  #expect(try facts(answer.json())["written"] as? [String] == answer.pages.written)
}

@Test func aContradictionIsAnAnswerThatSaysNo() throws {
  let desk = try Desk()
  let scenario = try desk.scenario([
    "sessions.csv": {
      $0.replacing("must,,2025-06-23,09:00,hall", with: "must,,2025-06-23,09:00,fell")
    }
  ])
  let answer = try explain(desk) { $0.scenario = scenario }
  #expect(answer.status == .no && answer.pages.written == nil)
  #expect(answer.text(width: 80).contains("opening-1"))
}

@Test func aSessionIsExplainedInAllItsPlacesOrInOne() throws {
  let desk = try Desk()
  let all = try explain(desk) {
    $0.draft = Repository.draft
    $0.session = "town-1"
  }
  #expect(all.status == .yes && all.text(width: 80).contains("town-1"))
  let start = WallTime(try #require(CalendarDate("2025-06-24")), minuteOfDay: 540)
  let one = try explain(desk) {
    $0.draft = Repository.draft
    $0.session = "opening-1"
    $0.at = start
    $0.room = "fjord"
  }
  #expect(one.status == .no)
}

@Test func namesThatTheTablesDoNotHaveAreSaidWithTheNearest() throws {
  let desk = try Desk()
  func said(_ session: String, _ at: String? = nil, _ room: String? = nil) -> String {
    var words = ["explain", Repository.small, Repository.draft, "--session", session]
    if let at { words += ["--at", at] }
    if let room { words += ["--room", room] }
    let console = RecordedConsole()
    desk.world.console = console
    #expect(Tool(world: desk.world).run(words) == .unusable)
    return String(console.notes.prefix { $0 != "\n" })
  }
  #expect(
    said("town-2") == "programme: --session 'town-2' is not a session; did you mean 'town-1'?")
  #expect(
    said("town-1", "2025-06-23 09:00", "hal")
      == "programme: --room 'hal' is not a room; did you mean 'hall'?")
  #expect(
    said("town-1", "2025-06-25 09:00")
      == "programme: --at: 2025-06-25 is not a day of the meeting; its days are 2025-06-23, 2025-06-24"
  )
  #expect(
    said("town-1", "noon")
      == "programme: --at 'noon' is not a start such as --at '2023-10-10 09:00'")
}

@Test func oneQuestionIsAskedAtATimeAndAboutADraft() throws {
  func said(_ words: String...) throws -> String {
    let desk = try Desk()
    #expect(Tool(world: desk.world).run(["explain", "s"] + words) == .unusable)
    return String(desk.console.notes.dropFirst("programme: ".count).prefix { $0 != "\n" })
  }
  #expect(
    try said("d", "--prices", "--fragile")
      == "--prices and --fragile are two questions; ask one at a time")
  #expect(try said("d", "--at", "2025-06-23 09:00") == "--at needs --session ID")
  #expect(
    try said("d", "--session", "x", "--room", "y")
      == "--room needs --session ID and --at 'DATE HH:MM'")
  #expect(
    try said("--prices")
      == "--prices is about a draft: programme explain s DRAFT --prices")
  #expect(try said("d") == "what about the draft? --session ID, --prices or --fragile")
}

@Test func anAnswerThatWasInterruptedEndsAsTheSignalAsks() throws {
  let desk = try Desk()
  desk.world.signals = GivenSignals(endedBy: SIGTERM)
  let answer = try explain(desk) {
    $0.draft = Repository.draft
    $0.asksFragile = true
  }
  #expect(!answer.isWhole && answer.status == .terminated)
  for (signal, status) in [(SIGINT, ExitStatus.interrupted), (SIGHUP, .hungUp)] {
    #expect(GivenSignals(endedBy: signal).status == status)
  }
  #expect(GivenSignals(hasLostReader: true).status == .unread)
  #expect(GivenSignals().status == nil)
}

@Test func pricesAndFragilityAreAnswersForProgramsToo() throws {
  let desk = try Desk()
  let prices = try explain(desk) {
    $0.draft = Repository.draft
    $0.asksPrices = true
  }
  #expect(prices.status == .yes && !prices.pages.object.isEmpty)
  let fragile = try explain(desk) {
    $0.draft = Repository.draft
    $0.asksFragile = true
  }
  #expect(fragile.status == .yes && fragile.isWhole)
  #expect(try !facts(fragile.json()).isEmpty)
}
