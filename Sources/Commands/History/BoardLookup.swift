// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Databases
import Foundation
import Meetings
import Modalities
import Texts

/// Finds a draft of a board by its name, and reads it by the tables as they are now.
struct BoardLookup {
  /// Whose boards are meant.
  let place: HistoryPlace

  init(_ place: HistoryPlace) { self.place = place }

  /// The draft that is called so.
  ///
  /// - Parameter digest: of the tables.
  /// - Throws: where there is none, or the history cannot be read.
  func draft(
    _ name: String, of scenario: Scenario, digest: String
  ) throws(CommandFailure) -> BoardSchedule {
    do {
      let store = try BoardStore.reading(in: place.url)
      if let log = try store?.log(named: name) {
        return BoardSchedule(log, BoardTables(scenario, digest: digest))
      }
      let logs = try store?.logs() ?? []
      let now = logs.last { $0.formerNames.contains(name) }?.state.name
      throw CommandFailure.usage([
        .place(
          .board(
            UnknownBoard(
              name: name, known: logs.map(\.state.name), now: now, folder: place.path)))
      ])
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw .usage([.place(.unreadableHistory("\(error)"))])
    }
  }
}

extension BoardTables {
  /// With the sessions that are held back for their activities' requirements.
  init(_ scenario: Scenario, digest: String) {
    let held = Eligibility(scenario).held.map { scenario.sessions[$0].id }
    self.init(scenario, held: Set(held), digest: digest)
  }
}

/// A draft of a board as the schedule that it is.
struct BoardSchedule {
  let log: BoardLog
  let schedule: Schedule
  private let roll: BoardRoll

  init(_ log: BoardLog, _ tables: BoardTables) {
    self.log = log
    roll = BoardRoll(log.state, tables)
    schedule = roll.schedule(tables)
  }

  /// What results about it are called: names can hold what no file's name does.
  var fileName: String { "board-draft-\(log.draft.id)" }

  /// The sessions that are to stay where they stand, as `--keep` would have them.
  var pins: [KeepWish] {
    roll.placed.filter { log.state.pin(of: $0) != nil }.map { KeepWish(.session, $0) }
  }

  /// Goes on where the draft's stage lets it.
  ///
  /// - Throws: where it does not.
  func check(for purpose: BoardHold.Purpose) throws(CommandFailure) {
    if let hold = BoardHold(log.state, for: purpose) { throw .boardHold(hold) }
  }

  /// What of the draft is not in the schedule since the tables have changed, a line each.
  var notes: [String] {
    let name = log.state.name
    let gone = roll.gone.compactMap { standing in
      standing.place.map {
        "The draft '\(name)' has '\(standing.session)' on \($0.start) in \($0.room);"
          + " the tables no longer have the session.\n"
      }
    }
    return gone
      + roll.roomless.compactMap { standing in
        standing.place.map {
          "The draft '\(name)' has '\(standing.session)' on \($0.start) in \($0.room);"
            + " the tables no longer have the room, so it is unplaced.\n"
        }
      }
  }
}
