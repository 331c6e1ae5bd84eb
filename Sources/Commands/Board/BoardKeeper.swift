// SPDX-License-Identifier: GPL-3.0-or-later

import BoardRoutes
import Boards

/// Keeps drafts of an open board in the history of drafts, as `publish --from-board` does.
struct BoardKeeper: DraftKeeper {
  /// Of the board, which is the history's too.
  let store: BoardStore
  /// Seconds since 1970.
  let now: @Sendable () -> Int

  func keep(_ draft: DraftToKeep) throws -> Int {
    let board = BoardSchedule(draft.log, BoardTables(draft.scenario, digest: draft.digest))
    return try BoardKeeping(
      board: board, scenario: draft.scenario, review: draft.review, digest: draft.digest,
      now: now(), note: draft.note
    ).keep(in: store)
  }
}
