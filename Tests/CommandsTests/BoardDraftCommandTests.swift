// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Results
import Testing

@testable import Commands

@Suite("Drafts of a board, by their names")
struct BoardDraftCommandTests {
  @Test("They are listed beside the others, in words and as data")
  func listed() throws {
    let desk = try Desk()
    let board = try desk.board()
    try board.does(.note(session: "town-1", text: "ask the mayor"))
    let answer = try DraftsCommand.answer(.init(scenario: Repository.small), in: desk.world)
    let digest = Loading(Repository.small).digest
    #expect(
      answer.text(width: 80).hasPrefix(
        """
        Drafts of the board, the newest first (--from-board NAME takes one):

          'Main', open, 1 act, the last by Bo on 2025-06-15 17:08
               begun by Ana on 2025-06-15 17:06: for the March meeting
               programme draft Scenarios/small
               tables \(digest.prefix(12))

        There is no draft in
        """))
    let boards = try #require(try facts(answer.json())["boards"] as? [[String: Any]])
    #expect(boards.count == 1)
    #expect(boards[0]["name"] as? String == "Main" && boards[0]["stage"] as? String == "open")
    #expect(boards[0]["command"] as? String == "programme draft Scenarios/small")
    #expect(boards[0]["input_sha256"] as? String == digest)
    #expect((boards[0]["notes"] as? [[String: Any]])?.first?["text"] as? String == "ask the mayor")
  }

  @Test("A review is of the draft as it is now")
  func reviewed() throws {
    let desk = try Desk()
    let board = try desk.board()
    let options = ReviewCommand.Options(scenario: Repository.small, board: "Main", isJSON: true)
    let before = try ReviewCommand.answer(options, in: desk.world)
    #expect(before.status == .yes && before.review.objective == 9)
    try board.move("youth-1", to: "fjord")
    let after = try ReviewCommand.answer(options, in: desk.world)
    #expect(after.review.violations.contains { Set($0.sessions) == ["youth-1", "iot-2"] })
    let pages = try ReviewCommand.answer(
      .init(scenario: Repository.small, board: "Main"), in: desk.world)
    #expect(pages.folder == desk.world.results(of: "small") + "/review-of-board-draft-1")
  }

  @Test("What the tables no longer have is named, and the rest is reviewed")
  func changedTables() throws {
    let desk = try Desk()
    _ = try desk.board()
    let scenario = try desk.scenario([
      "sessions.csv": { text in
        text.split(separator: "\n").filter { !$0.hasPrefix("town-1,") }.joined(separator: "\n")
          + "\n"
      }
    ])
    let options = ReviewCommand.Options(scenario: scenario, board: "Main", isJSON: true)
    _ = try ReviewCommand.answer(options, in: desk.world)
    #expect(
      desk.console.notes.contains("The draft 'Main' has 'town-1' on ")
        && desk.console.notes.contains("; the tables no longer have the session.\n"))
  }

  @Test("A draft starts from it, and leaves pinned sessions where they are")
  func drafted() throws {
    let desk = try Desk()
    let board = try desk.board()
    // It does not fit there, so it cannot stay.
    try board.move("youth-1", to: "hall")
    #expect(desk.run("draft", Repository.small, "--from-board", "Main") == .yes)
    let rows = desk.text("results/small/schedule.csv").split(separator: "\n")
    let row = try #require(rows.first { $0.hasPrefix("youth-1,") })
    #expect(row.contains(",fell,"))
    try board.does(.pin(["youth-1"]))
    #expect(desk.run("draft", Repository.small, "--from-board", "Main") == .no)
    #expect(
      (desk.console.answers + desk.console.notes).contains(
        "youth-1 is kept and cannot stay: room-fit"))
    let folder = desk.folder.appending(path: "results/small")
    let entries = try #require(try DraftHistory.reading(in: folder)).entries()
    #expect(entries.map(\.origin) == [.drafted])
  }

  @Test("What is published is kept in the history, once, with its name")
  func published() throws {
    let desk = try Desk()
    let board = try desk.board()
    try board.does(.stage(.swaps), why: "announced")
    let words = [
      "publish", Repository.small, "--from-board", "Main", "--now", "2025-05-01T12:00:00Z",
    ]
    let tool = Tool(world: desk.world)
    #expect(tool.run(words + ["--preview"]) == .yes)
    #expect(try board.store.log(of: board.id)?.checkpoints.isEmpty == true)
    #expect(tool.run(words) == .yes)
    #expect(desk.console.notes.contains("The board's draft 'Main' is kept as draft 1.\n"))
    #expect(tool.run(words.dropLast() + ["2025-05-02T12:00:00Z"]) == .yes)
    let history = try #require(
      try DraftHistory.reading(in: desk.folder.appending(path: "results/small")))
    let entries = try history.entries()
    #expect(entries.map(\.origin) == [.planned] && entries.map(\.name) == ["Main"])
    #expect(entries[0].author == "Bo" && entries[0].note == "for the March meeting")
    #expect(entries[0].status == "feasible" && entries[0].objective == 9)
    #expect(entries[0].command == "programme draft Scenarios/small")
    let schedule = try history.files(of: 1).first { $0.name == "schedule.csv" }
    #expect(
      schedule.map { String(decoding: $0.bytes, as: UTF8.self) }
        == (try Repository.text("Output/small/schedule.csv")))
    #expect(desk.run("restore", Repository.small, "1") == .yes)
    let answer = try DraftsCommand.answer(.init(scenario: Repository.small), in: desk.world)
    #expect(answer.text(width: 80).contains("       kept as draft 1\n"))
    #expect(answer.text(width: 80).contains("planned on a board as 'Main'"))
  }

  @Test("What breaks rules is neither published nor kept without a reason")
  func broken() throws {
    let desk = try Desk()
    let board = try desk.board()
    try board.move("youth-1", to: "fjord")
    #expect(desk.run("publish", Repository.small, "--from-board", "Main") == .no)
    #expect(try board.store.log(of: board.id)?.checkpoints.isEmpty == true)
  }

  @Test("A stage that holds a draft back is told with who set it, why, and the way out")
  func stages() throws {
    let desk = try Desk()
    let board = try desk.board()
    func said(_ words: String...) -> String {
      let before = desk.console.notes
      #expect(Tool(world: desk.world).run(words) == .no)
      return String(desk.console.notes.dropFirst(before.count))
    }
    try board.does(.stage(.swaps), why: "announced")
    #expect(
      said("draft", Repository.small, "--from-board", "Main")
        == "programme: in the board's draft 'Main' sessions only change places with each other"
        + " (Bo: announced), and a new draft would move them anywhere; nothing was written. Set its"
        + " stage to open on the board, or branch off another draft there\n")
    try board.does(.stage(.closed))
    let closed =
      "programme: the board's draft 'Main' is closed (Bo): nothing is made of it; nothing was"
      + " written. Set its stage to open on the board, or name another draft\n"
    #expect(said("draft", Repository.small, "--from-board", "Main") == closed)
    #expect(said("publish", Repository.small, "--from-board", "Main") == closed)
    #expect(!desk.has("results/small/schedule.csv") && !desk.has("results/small/public"))
    #expect(desk.run("review", Repository.small, "--from-board", "Main", "--json") == .yes)
  }

  @Test("A name that is not there is answered with those that are")
  func unknown() throws {
    let desk = try Desk()
    _ = try desk.board()
    _ = try desk.board("What if")
    #expect(
      failure {
        try ReviewCommand.answer(.init(scenario: Repository.small, board: "main"), in: desk.world)
      }
        == "the board of \(desk.world.results(of: "small")) has no draft 'main'; there are 'Main',"
        + " 'What if'")
  }
}
