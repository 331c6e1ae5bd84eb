// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Meetings
import Testing

@testable import Commands

/// A draft of a board among the results of the small scenario, as it is edited there.
struct BoardOnDesk {
  let store: BoardStore
  let id: Int
  let tables: BoardTables

  struct NotBegun: Error {}
  struct NotDone: Error {}

  /// - Returns: the number of the act.
  @discardableResult
  func does(_ kind: ActKind, why: String = "") throws -> Int {
    let head = try #require(try store.log(of: id)).state.head
    let proposal = ActProposal(
      key: UUID().uuidString, base: head, author: "Bo", why: why, kind: kind)
    guard case .done(let act) = try store.ask(proposal, of: id, at: 1_750_000_100, tables) else {
      throw NotDone()
    }
    return act.number
  }

  /// Takes a session to another room, at the same time or another: `2025-06-23T10:45`.
  func move(_ session: String, to room: String, at start: String? = nil) throws {
    let from = try #require(try store.log(of: id)?.state.place(of: session))
    let to = BoardPlace(start: start.flatMap(BoardPlace.start) ?? from.start, room: room)
    try does(.moves([Move(session: session, from: from, to: to)]), why: "a larger room")
  }
}

extension Desk {
  /// Begins a draft of a board with the small scenario's kept schedule.
  func board(_ name: String = "Main", of scenario: String = Repository.small) throws -> BoardOnDesk
  {
    let folder = self.folder.appending(path: "results/small")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let loaded = Loading(scenario)
    let meeting = try #require(loaded.scenario)
    let schedule = try ScheduleReading.file(Repository.schedule, against: meeting)
    let store = try BoardStore(in: folder)
    let asked = NewBoardDraft(
      key: "begin \(name)", name: name, author: "Ana", why: "for the March meeting", parent: .none,
      command: "programme draft Scenarios/small", inputSHA256: loaded.digest,
      first: BoardState.Start(schedule))
    guard case .begun(let draft) = try store.begin(asked, at: 1_750_000_000) else {
      throw BoardOnDesk.NotBegun()
    }
    return BoardOnDesk(
      store: store, id: draft.id, tables: BoardTables(meeting, digest: loaded.digest))
  }
}
