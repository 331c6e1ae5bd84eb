// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

// MARK: What a move changes in rooms

extension PricedSchedule {
  /// What several steps change in rooms: who stands in whose way, and ties between rooms.
  func changeInRooms(_ steps: [Step]) -> Score {
    if steps.count == 1 { return changeInRooms(steps[0]) }
    var sum = Score.zero
    for i in 0..<steps.count { isMoving[steps[i].session] = true }
    for i in 0..<steps.count { sum += changeInRooms(steps[i]) }
    for i in 0..<steps.count { isMoving[steps[i].session] = false }
    for i in 1..<steps.count {
      for k in 0..<i { sum += pairChangeInRooms(steps[k], steps[i]) }
    }
    return sum
  }

  /// Whether any step is of a session that is tied to the room of another.
  @inline(__always)
  func touchesSameRooms(_ steps: [Step]) -> Bool {
    for i in 0..<steps.count where board.hasSameRooms[steps[i].session] { return true }
    return false
  }

  /// What one step alone changes in rooms.
  func changeInRooms(_ step: Step) -> Score {
    let p = step.session
    let stand = stands[p]
    var sum = Score.zero
    if !step.start.isNone {
      let start = board.position(of: step.start, of: p)
      let minute = board.minuteOf[start]
      sum.violations = roomConflicts(
        p, minute, minute + board.minutes[p], board.dayOf[start], step.room)
      if board.hasSameRooms[p] { sum += roomTies(p, step.room) }
    }
    guard !stand.start.isNone else { return sum }
    // Where nothing is broken, nobody stands in anybody's way.
    if score.violations != 0 {
      sum.violations -= roomConflicts(
        p, Int(stand.minute), Int(stand.end), Int(stand.day), stand.room.position)
    }
    if board.hasSameRooms[p] { sum = sum - roomTies(p, stand.room.position) }
    return sum
  }

  private func roomConflicts(
    _ p: SessionPosition, _ minute: Int, _ end: Int, _ day: Int, _ r: RoomPosition
  ) -> Int {
    var found = 0
    let firstDay = board.daysTouch ? max(0, day - 1) : day
    let lastDay = board.daysTouch ? min(board.days - 1, day + 1) : day
    for i in board.firstSharing[r]..<board.firstSharing[r.next] {
      let sharing = board.sharing[i]
      let (from, until) = (Int32(minute - sharing.gap), Int32(end + sharing.gap))
      for d in firstDay...lastDay {
        let cell = sharing.room.index * board.days + d
        let first = cell * board.count
        for i in first..<first + occupantCount[cell] {
          let there = occupants[i]
          guard from < there.end, there.begin < until else { continue }
          let q = there.session.position
          if q != p && !isMoving[q] { found += 1 }
        }
      }
    }
    return found
  }

  /// What ties to the rooms of others cost a session in a room.
  @inline(__always)
  func roomTies(_ p: SessionPosition, _ r: RoomPosition) -> Score {
    var sum = Score.zero
    guard board.hasSameRooms[p] else { return sum }
    for i in board.firstTie[p]..<board.firstTie[p.next] {
      let tie = board.ties[i]
      let q = tie.partner.position
      if !isMoving[q], isPlaced(q), room(of: q) != r { sum.charge(tie.price) }
    }
    return sum
  }

  /// What they do to each other in rooms, which `changeInRooms` saw as if the other were gone.
  private func pairChangeInRooms(_ a: Step, _ b: Step) -> Score {
    let (p, q) = (a.session, b.session)
    let new = roomDealings(p, a.start, a.room, q, b.start, b.room)
    if score.violations == 0 && !board.hasSameRooms[p] { return new }
    return new
      - roomDealings(p, startOrNone(of: p), room(of: p), q, startOrNone(of: q), room(of: q))
  }

  private func roomDealings(
    _ p: SessionPosition, _ s: StartOption, _ r: RoomPosition, _ q: SessionPosition,
    _ t: StartOption, _ u: RoomPosition
  ) -> Score {
    guard !s.isNone, !t.isNone else { return .zero }
    var sum = Score.zero
    let gap = board.gap(between: r, and: u)
    if gap >= 0 {
      let a = board.minuteOf[board.position(of: s, of: p)]
      let b = board.minuteOf[board.position(of: t, of: q)]
      if isTooClose(p, a, q, b, gap) { sum.violations += 1 }
    }
    guard board.areTied[board.pair(p, q)] else { return sum }
    for i in board.firstTie[p]..<board.firstTie[p.next] {
      let tie = board.ties[i]
      if tie.partner.position == q && r != u { sum.charge(tie.price) }
    }
    return sum
  }
}
