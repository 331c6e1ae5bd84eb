// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

// MARK: Exchanges across lengths

extension PricedSchedule {
  /// Whether a session can have the time and room that another gives up, so far as those around it go.
  ///
  /// Sessions that take up the same slots always can. A longer one needs what is free behind the one that
  /// leaves: before a break, at the end of a day, on days without slots. Looked for only among those of
  /// their own length, the few long sessions of a meeting hardly ever got to such places.
  @inline(__always)
  func canReplace(
    _ leaver: SessionPosition, by p: SessionPosition, at start: BoardStart, in room: RoomPosition
  ) -> Bool {
    board.slotLength[p] <= board.slotLength[leaver]
      || isFree(room, for: p, at: start, leftBy: leaver)
  }

  /// Whether nobody but one who leaves stands in a session's way in a room.
  private func isFree(
    _ room: RoomPosition, for p: SessionPosition, at start: BoardStart,
    leftBy leaver: SessionPosition
  ) -> Bool {
    let (begin, day) = (board.minuteOf[start], board.dayOf[start])
    let end = begin + board.minutes[p]
    for i in board.firstSharing[room]..<board.firstSharing[room.next] {
      let sharing = board.sharing[i]
      var isFree = true
      forEachOccupant(of: sharing.room, on: day) { there in
        let q = there.session.position
        if q != p, q != leaver, begin - sharing.gap < Int(there.end),
          Int(there.begin) < end + sharing.gap
        {
          isFree = false
        }
      }
      if !isFree { return false }
    }
    return true
  }
}
