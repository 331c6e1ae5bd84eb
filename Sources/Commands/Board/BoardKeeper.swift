// SPDX-License-Identifier: GPL-3.0-or-later

import BoardRoutes
import Boards
import Foundation
import Meetings
import Results
import ScenarioFiles

/// Keeps drafts of an open board in the history of drafts, as `publish --from-board` does, and reads
/// those that are there.
struct BoardKeeper: DraftKeeper {
  /// Of the board, which is the history's too.
  let store: BoardStore
  /// Where the drafts are.
  let place: HistoryPlace
  let world: World

  func listed() throws -> [KeptDraft] {
    try (DraftHistory.reading(in: place.url)?.entries() ?? []).map { entry in
      KeptDraft(
        number: entry.number, instant: entry.instant, origin: entry.origin.rawValue,
        name: entry.name, note: entry.note, objective: entry.objective, command: entry.command)
    }
  }

  func schedule(ofKept number: Int, _ scenario: Scenario) throws -> Schedule? {
    guard try listed().contains(where: { $0.number == number }) else { return nil }
    let folder = try DraftLookup(place, in: world).folder(of: number)
    let file = URL(filePath: folder).appending(path: DraftFolder.scheduleName)
    // Tables change: what they no longer have is unplaced, as on a board.
    let read = ScheduleFile.read(file, against: nil).schedule
    let rooms = Set(scenario.rooms.map(\.id))
    guard let rows = read?.firstRows else { return nil }
    return Schedule(
      rows: scenario.sessions.map { session in
        guard let row = rows[session.id], let room = row.room, rooms.contains(room) else {
          let isHeld = rows[session.id]?.status == .held
          return Schedule.Row(session: session.id, status: isHeld ? .held : .unplaced)
        }
        return row
      })
  }

  func keep(_ draft: DraftToKeep) throws -> Int {
    let board = BoardSchedule(draft.log, BoardTables(draft.scenario, digest: draft.digest))
    return try BoardKeeping(
      board: board, scenario: draft.scenario, review: draft.review, digest: draft.digest,
      now: world.now(), note: draft.note
    ).keep(in: store)
  }
}
