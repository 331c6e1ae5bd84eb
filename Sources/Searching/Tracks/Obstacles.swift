// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// Which placed sessions stand in the way of a step, two by two: those that must keep their distance,
/// those with a `must` link that would break, and those in the room.
///
/// Limits count sessions, so they have no culprit, and are not looked at here.
struct Obstacles {
  private let board: PriceBoard
  private let schedule: PricedSchedule

  init(_ schedule: PricedSchedule) {
    board = schedule.board
    self.schedule = schedule
  }

  /// All of them, each once, in the order of their positions.
  func sessions(inTheWayOf step: PricedSchedule.Step) -> [SessionPosition] {
    let p = step.session
    let start = board.position(of: step.start, of: p)
    let minute = board.minuteOf[start]
    var found: Set<SessionPosition> = []
    for i in board.firstPartner[p]..<board.firstPartner[p.next] {
      let q = board.partners[i].session.position
      if isTooNear(p, minute, q) { found.insert(q) }
    }
    if board.hasRelations[p] {
      for i in board.firstRelation[p]..<board.firstRelation[p.next] {
        let relation = board.relations[i]
        let q = relation.partner.position
        guard relation.price == nil, schedule.isPlaced(q) else { continue }
        if !schedule.holds(relation, p, step.start, schedule.start(of: q)) { found.insert(q) }
      }
    }
    if board.hasSameRooms[p] {
      for i in board.firstTie[p]..<board.firstTie[p.next] {
        let tie = board.ties[i]
        let q = tie.partner.position
        if tie.price == nil, schedule.isPlaced(q), schedule.room(of: q) != step.room {
          found.insert(q)
        }
      }
    }
    forEachOccupant(of: step.room, around: board.dayOf[start]) { there, gap in
      if there.begin < Int32(minute + board.minutes[p] + gap), Int32(minute - gap) < there.end {
        found.insert(there.session.position)
      }
    }
    found.remove(p)
    return found.sorted()
  }

  /// Whether a placed session is nearer than it must be to one that begins at a minute.
  @inline(__always)
  func isTooNear(_ p: SessionPosition, _ minute: Int, _ q: SessionPosition) -> Bool {
    let gap = board.requiredGap[board.pair(p, q)]
    return gap >= 0 && schedule.isPlaced(q)
      && schedule.isTooClose(p, minute, q, schedule.minute(of: q), gap)
  }

  /// Those in a room and in the rooms that share its space, with the minutes that must be between.
  @inline(__always)
  func forEachOccupant(
    of room: RoomPosition, around day: Int, _ body: (PricedSchedule.Occupant, Int) -> Void
  ) {
    let firstDay = board.daysTouch ? max(0, day - 1) : day
    let lastDay = board.daysTouch ? min(board.days - 1, day + 1) : day
    for i in board.firstSharing[room]..<board.firstSharing[room.next] {
      let sharing = board.sharing[i]
      for d in firstDay...lastDay {
        schedule.forEachOccupant(of: sharing.room, on: d) { body($0, sharing.gap) }
      }
    }
  }
}
