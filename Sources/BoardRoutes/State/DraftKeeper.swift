// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Meetings
import Rules

/// A draft of a board as it is to be kept: what it is, by which tables, and what the referee says.
public struct DraftToKeep: Sendable {
  /// With everything that was done to it.
  public let log: BoardLog
  /// The tables that it was judged by.
  public let scenario: Scenario
  /// Of these tables, as in `draft.json`.
  public let digest: String
  /// Of the draft after its last act.
  public let review: Review
  /// What somebody said of it as it is kept; `nil` where nothing was said.
  public let note: String?
}

/// Keeps drafts of a board in the history of drafts, whole with their files.
public protocol DraftKeeper: Sendable {
  /// - Returns: its number in the history; the same again where nothing was done since it was kept.
  /// - Throws: where it cannot be kept; the error's description is a sentence.
  func keep(_ draft: DraftToKeep) throws -> Int
}

extension BoardRoom {
  /// Keeps a draft as it is after its last act; tells everybody of it.
  ///
  /// - Parameter act: keeps it as it was before this act of it instead.
  /// - Returns: its number in the history of drafts.
  func keep(
    _ draft: Int, before act: Int? = nil, note: String? = nil
  ) throws(RouteFailure) -> Int {
    guard let keeper = world.keeper else { throw .noStore }
    let now = try self.view(of: draft)
    guard let view = act.map({ DraftView(now.log.before($0), now.tables) }) ?? now else {
      throw .tablesUnreadable
    }
    // What is kept is to be published and compared later; tables with errors say nothing certain.
    guard view.tables.reading.isUsable else { throw .tablesUnreadable }
    let known = now.log.checkpoints.count
    let number: Int
    do {
      number = try keeper.keep(
        DraftToKeep(
          log: view.log, scenario: view.scenario, digest: view.tables.reading.digest,
          review: view.review, note: note))
    } catch {
      throw .store("\(error)")
    }
    if try self.view(of: draft).log.checkpoints.count > known {
      events.publish("drafts", JSONValue.number(draft).line)
    }
    return number
  }
}
