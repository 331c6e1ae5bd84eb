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
      let tables = BoardTables(scenario, digest: digest)
      if let log = try store?.log(named: name) { return BoardSchedule(log, tables) }
      let logs = try store?.logs() ?? []
      if let (earlier, now) = try Self.earlier(name, among: logs) {
        return BoardSchedule(earlier, tables, now: now.state)
      }
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

extension BoardLookup {
  /// `NAME@ACT`: the draft as it was after one of the board's acts; its name of then will do.
  ///
  /// - Returns: `nil` where a word is no such thing.
  /// - Throws: where the draft has not come so far.
  private static func earlier(
    _ word: String, among logs: [BoardLog]
  ) throws(CommandFailure) -> (log: BoardLog, now: BoardLog)? {
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last, let act = Int(last), act >= 0 else { return nil }
    let name = parts.dropLast().joined(separator: "@")
    let known =
      logs.first { $0.state.name == name } ?? logs.last { $0.formerNames.contains(name) }
    guard let log = known else { return nil }
    guard act <= log.state.head else {
      throw .usage([.place(.boardAct(name: name, act: act, head: log.state.head))])
    }
    return (log.before(act + 1), log)
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
  /// What became of the draft since.
  private let now: BoardState
  private let roll: BoardRoll

  init(_ log: BoardLog, _ tables: BoardTables, now: BoardState? = nil) {
    self.log = log
    self.now = now ?? log.state
    roll = BoardRoll(log.state, tables)
    schedule = roll.schedule(tables)
  }

  /// Whether it is as it was before its last act.
  private var isEarlier: Bool { now.head != log.state.head }

  /// What results about it are called: names can hold what no file's name does.
  var fileName: String {
    "board-draft-\(log.draft.id)" + (isEarlier ? "-after-\(log.state.head)" : "")
  }

  /// The sessions that are to stay where they stand, as `--keep` would have them.
  var pins: [KeepWish] {
    roll.placed.filter { log.state.pin(of: $0) != nil }.map { KeepWish(.session, $0) }
  }

  /// Goes on where the draft's stage lets it.
  ///
  /// - Throws: where it does not.
  func check(for purpose: BoardHold.Purpose) throws(CommandFailure) {
    // A draft that begins from what was takes nothing from what is.
    if isEarlier && purpose == .draft { return }
    if let hold = BoardHold(now, for: purpose) { throw .boardHold(hold) }
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
