// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Testing

@testable import Commands

@Suite("A draft of the board wherever a schedule is taken")
struct BoardWordTests {
  private let desk: Desk
  private let board: BoardOnDesk

  init() throws {
    desk = try Desk()
    board = try desk.board()
    // One session elsewhere than in the draft that is kept in Output.
    try board.move("town-1", to: "hall")
  }

  @Test("Compared with a file and with another draft of the board, each by its name")
  func compared() throws {
    _ = try desk.board("Other")
    for (a, b) in [(Repository.draft, "board:Main"), ("board:Other", "board:Main")] {
      let out = desk.path("compared")
      #expect(
        desk.run(
          "compare", a, b, "--scenario", Repository.small, "--drafts",
          desk.world.results(of: "small"), "--out", out) == .yes)
      let sessions = desk.text("compared/compare.csv").split(separator: "\n").dropFirst()
      #expect(sessions.count == 1 && sessions.first?.contains("town-1") == true)
    }
    #expect(desk.console.answers.contains("board-draft-1"))
  }

  @Test("Exported, in one way or the other with the same files")
  func exported() throws {
    #expect(desk.run("export", Repository.small, "--from-board", "Main") == .yes)
    #expect(desk.run("export", Repository.small, "board:Main", "--out", desk.path("word")) == .yes)
    let named = desk.text("results/small/export-of-board-draft-1/schedule-excel.csv")
    #expect(named == desk.text("word/schedule-excel.csv"))
    let row = named.split(separator: "\n").first { $0.contains("Ask the models") }
    #expect(row?.contains("Main Hall") == true)
    // What changed since another schedule: a draft of the board can be either.
    #expect(
      desk.run(
        "export", Repository.small, Repository.schedule, "--baseline", "board:Main", "--out",
        desk.path("since")) == .yes)
    #expect(desk.text("since/index.html") != desk.text("word/index.html"))
  }

  @Test("Explained: a question about it is one about its schedule")
  func explained() throws {
    for words in [["--from-board", "Main"], ["board:Main"]] {
      let before = desk.console.answers.count
      #expect(
        Tool(world: desk.world).run(
          ["explain", Repository.small] + words + ["--session", "town-1"]) == .yes)
      #expect(desk.console.answers.dropFirst(before).contains("in Main Hall"))
    }
  }

  @Test("A baseline: moves are counted from it; its stage holds a new draft back, and no question")
  func baseline() throws {
    let review = ReviewCommand.Options(
      scenario: Repository.small, schedule: Repository.schedule, baseline: "board:Main",
      isJSON: true)
    let moved = try ReviewCommand.answer(review, in: desk.world).review
    #expect(moved.costs.first { $0.rule == .moved }?.units == 1)
    #expect(
      desk.run(
        "draft", Repository.small, "--baseline", "board:Main", "--max-moves", "1", "--out",
        desk.path("drafted"), "--drafts", desk.world.results(of: "small")) == .yes)
    #expect(desk.has("drafted/schedule.csv"))
    try board.does(.stage(.swaps), why: "announced")
    #expect(desk.run("draft", Repository.small, "--baseline", "board:Main") == .no)
    #expect(desk.console.notes.contains("only change places with each other (Bo: announced)"))
    #expect(try ReviewCommand.answer(review, in: desk.world).status == .yes)
  }

  @Test("As it was after an act, whatever it is called and at whatever stage it is now")
  func earlier() throws {
    try board.move("town-1", to: "fell")
    try board.does(.name("Second round"))
    try board.does(.stage(.closed), why: "decided")
    let folder = desk.world.results(of: "small")
    func moves(_ a: String, _ b: String) -> Int {
      let out = desk.path("compared-\(UUID().uuidString)")
      #expect(
        desk.run(
          "compare", a, b, "--scenario", Repository.small, "--drafts", folder, "--out", out)
          == .yes)
      let name = URL(filePath: out).lastPathComponent
      return desk.text("\(name)/compare.csv").split(separator: "\n").count - 1
    }
    #expect(moves("board:Main@1", "board:Second round@2") == 1)
    #expect(moves("board:Main@0", "board:Second round") == 0)
    #expect(desk.run("review", Repository.small, "--from-board", "Main@9") == .unusable)
    #expect(desk.console.notes.contains("the draft 'Main' has no act 9 yet: its last is 4"))
    // What was is no draft of now; what goes out is.
    #expect(
      desk.run(
        "draft", Repository.small, "--from-board", "Main@1", "--ask", "improve", "--out",
        desk.path("improved"), "--drafts", folder) == .yes)
    for word in ["Second round", "Second round@4"] {
      #expect(desk.run("draft", Repository.small, "--from-board", word) == .no)
    }
    #expect(desk.run("publish", Repository.small, "--from-board", "Main@1") == .no)
  }

  @Test("What the board's buttons ask is asked of a draft of the board, and nothing beside it")
  func asked() throws {
    try board.does(.pin(["town-1"]), why: "the hall is booked")
    for question in ["improve", "replan"] {
      let words = ["draft", Repository.small, "--from-board", "Main", "--ask", question]
      #expect(
        Tool(world: desk.world).run(
          words + [
            "--out", desk.path(question), "--drafts", desk.world.results(of: "small"), "--json",
          ]) == .yes)
      let row = desk.text("\(question)/schedule.csv").split(separator: "\n").first {
        $0.hasPrefix("town-1,")
      }
      #expect(row?.contains(",hall,") == true)
      // Pins bar schedules: the bound holds for this question, and moves cost nothing.
      let draft = try facts(desk.text("\(question)/draft.json"))
      #expect(draft["bound_for"] as? String == "re-plan")
      let costs = draft["costs"] as? [String: [String: Any]]
      #expect((costs?["moved"]?["cost"] as? Int ?? 0) == 0)
    }
    for beside in [["--fewest-moves"], ["--max-moves", "1"], ["--allow-unplaced"]] {
      let words = ["draft", Repository.small, "--from-board", "Main", "--ask", "improve"]
      #expect(Tool(world: desk.world).run(words + beside) == .unusable)
    }
    #expect(desk.run("draft", Repository.small, "--ask", "improve") == .unusable)
    #expect(desk.console.notes.contains("--ask needs --from-board NAME"))
  }

  @Test("The base of what-ifs")
  func base() throws {
    let report = try WhatIfCommand.answer(
      .init(
        scenario: Repository.small, names: ["lose-fjord-on-day-2"], base: "board:Main",
        isJSON: true), in: desk.world)
    let json = try facts(try report.json())
    let base = try #require(json["base"] as? [String: Any])
    #expect((base["from"] as? [String: Any])?["kind"] as? String == "given")
  }

  @Test("A file of that name comes first, and a former name says what the draft is called now")
  func names() throws {
    #expect(DraftLookup.boardName("board:Main") == "Main")
    #expect(DraftLookup.boardName("board:") == nil && DraftLookup.boardName("Main") == nil)
    try desk.write("", to: "board:Main")
    #expect(DraftLookup.boardName(desk.path("board:Main")) == nil)
    try board.does(.name("Second round"))
    #expect(desk.run("review", Repository.small, "board:Main") == .unusable)
    #expect(
      desk.console.notes.contains(
        "has no draft 'Main' (the one that was called so is 'Second round' now)"))
  }
}
