// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Rules
import Testing

@testable import BoardRoutes
@testable import Commands

@Suite("Drafts that a board keeps")
struct BoardKeeperTests {
  @Test("They are in the list of drafts with what they were kept for, once, and can be restored")
  func kept() throws {
    let desk = try Desk()
    let board = try desk.board()
    try board.move("youth-1", to: "fjord")
    let scenario = try #require(Loading(Repository.small).scenario)
    let digest = Loading(Repository.small).digest
    let log = try #require(try board.store.log(of: board.id))
    let schedule = BoardSchedule(log, BoardTables(scenario, digest: digest)).schedule
    let draft = DraftToKeep(
      log: log, scenario: scenario, digest: digest,
      review: Review(scenario: scenario, schedule: schedule), note: "first round")
    let keeper = BoardKeeper(
      store: board.store, place: HistoryPlace(path: desk.path("results/small")), world: desk.world)
    #expect(try keeper.keep(draft) == 1)
    #expect(try keeper.keep(draft) == 1)
    #expect(try keeper.listed().map(\.note) == ["first round"])
    let back = try #require(try keeper.schedule(ofKept: 1, scenario))
    #expect(back.firstRows["youth-1"]?.room == "fjord")
    #expect(try keeper.schedule(ofKept: 2, scenario) == nil)
    let answer = try DraftsCommand.answer(.init(scenario: Repository.small), in: desk.world)
    let text = answer.text(width: 80)
    #expect(text.contains("       kept as draft 1\n"))
    #expect(text.contains("planned on a board as 'Main': first round\n"))
    let drafts = try facts(answer.json())["drafts"] as? [[String: Any]]
    #expect(drafts?.count == 1 && drafts?[0]["note"] as? String == "first round")
    #expect(desk.run("restore", Repository.small, "1") == .yes)
    #expect(
      desk.text("results/small/schedule.csv").contains(
        "youth-1,ws.youth,WS,What we ask for,2025-06-23,15:15,16:15,fjord"))
  }
}
