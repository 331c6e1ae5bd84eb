// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension PlanningProblem {
  /// `max-moves`: only so many sessions of the baseline may leave their place; a change of status
  /// counts too.
  mutating func addMaxMoves() {
    guard baseline != nil, let maxMoveCount else { return }
    terms.moveCaps.all.append(MoveCap(homes: homes, atMost: maxMoveCount))
  }

  /// Where the baseline has each session that it names.
  var homes: [MoveCap.Home] {
    guard let baseline else { return [] }
    let rows = baseline.firstRows
    let rooms = Dictionary(uniqueKeysWithValues: scenario.rooms.enumerated().map { ($1.id, $0) })
    return sessions.indices.compactMap { p in
      guard let row = rows[session(p).id] else { return nil }
      guard row.status == .placed, let start = row.start?.minutes else {
        return MoveCap.Home(session: p, place: nil)
      }
      // A room that no longer exists has no index: every place is then a move.
      return MoveCap.Home(session: p, place: (start, row.room.flatMap { rooms[$0] } ?? -1))
    }
  }
}
