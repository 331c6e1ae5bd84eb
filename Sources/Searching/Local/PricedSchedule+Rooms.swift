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
    if step.start >= 0 {
      let index = board.firstStart[p] + step.start
      let minute = board.minuteOf[index]
      sum.violations = roomConflicts(
        p, minute, minute + board.minutes[p], board.dayOf[index], step.room)
      if board.hasSameRooms[p] { sum += roomTies(p, step.room) }
    }
    guard stand.start >= 0 else { return sum }
    // Where nothing is broken, nobody stands in anybody's way.
    if score.violations != 0 {
      sum.violations -= roomConflicts(
        p, Int(stand.minute), Int(stand.end), Int(stand.day), Int(stand.room))
    }
    if board.hasSameRooms[p] { sum = sum - roomTies(p, Int(stand.room)) }
    return sum
  }

  private func roomConflicts(_ p: Int, _ minute: Int, _ end: Int, _ day: Int, _ r: Int) -> Int {
    var found = 0
    let firstDay = board.daysTouch ? max(0, day - 1) : day
    let lastDay = board.daysTouch ? min(board.days - 1, day + 1) : day
    for i in board.firstSharing[r]..<board.firstSharing[r + 1] {
      let (other, gap) = (board.sharing[i].x, board.sharing[i].y)
      let (from, until) = (Int32(minute - gap), Int32(end + gap))
      for d in firstDay...lastDay {
        let cell = other * board.days + d
        let first = cell * board.count
        for i in first..<first + occupantCount[cell] {
          let there = occupants[i]
          guard from < there.end, there.begin < until else { continue }
          let q = Int(there.session)
          if q != p && !isMoving[q] { found += 1 }
        }
      }
    }
    return found
  }

  private func roomTies(_ p: Int, _ r: Int) -> Score {
    var sum = Score.zero
    guard board.hasSameRooms[p] else { return sum }
    for i in board.firstTie[p]..<board.firstTie[p + 1] {
      let tie = board.ties[i]
      let q = Int(tie.partner)
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

  private func roomDealings(_ p: Int, _ s: Int, _ r: Int, _ q: Int, _ t: Int, _ u: Int) -> Score {
    guard s >= 0, t >= 0 else { return .zero }
    var sum = Score.zero
    let gap = board.roomGap[r * board.rooms + u]
    if gap >= 0 {
      let a = board.minuteOf[board.firstStart[p] + s]
      let b = board.minuteOf[board.firstStart[q] + t]
      if isTooClose(p, a, q, b, gap) { sum.violations += 1 }
    }
    guard board.hasSameRooms[p] else { return sum }
    for i in board.firstTie[p]..<board.firstTie[p + 1] {
      let tie = board.ties[i]
      if Int(tie.partner) == q && r != u { sum.charge(tie.price) }
    }
    return sum
  }
}
