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
    let ids = Dictionary(uniqueKeysWithValues: rooms.map { (room($0).id, $0) })
    return sessions.indices.compactMap { p in
      guard let row = rows[session(p).id] else { return nil }
      guard row.status == .placed, let start = row.start?.minutes else {
        return MoveCap.Home(session: p, place: nil)
      }
      // A room that is no more has no index: every place is a move then.
      return MoveCap.Home(session: p, place: (start, row.room.flatMap { ids[$0] } ?? .none))
    }
  }
}
