// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

// MARK: Making a move

extension PricedSchedule {
  /// Makes a move; `score` follows.
  func make(_ steps: [Step]) { make(steps, change: change(steps)) }

  /// Makes a move of which it is known what it changes but for the groups.
  func make(_ steps: [Step], change: Score) {
    let sum = change + moveGroups(steps)
    for i in 0..<steps.count { relocate(steps[i]) }
    score += sum
  }

  private func relocate(_ step: Step) {
    let p = step.session
    let old = startOrNone(of: p)
    if old >= 0 { leaveRoom(p) }
    if step.start != old { changeDealings(p, from: old, to: step.start) }
    guard step.start >= 0 else {
      stands[p] = Stand()
      return
    }
    let index = board.firstStart[p] + step.start
    let minute = board.minuteOf[index]
    stands[p] = Stand(
      start: Int32(index), room: Int32(step.room), minute: Int32(minute),
      end: Int32(minute + board.minutes[p]), day: Int32(board.dayOf[index]),
      cell: board.cellOf[index], price: board.price(ofStart: index, step.room))
    enterRoom(p)
  }

  private func leaveRoom(_ p: Int) {
    let cell = room(of: p) * board.days + day(of: p)
    let first = cell * board.count
    let last = occupantCount[cell] - 1
    for i in 0...last where Int(occupants[first + i].session) == p {
      occupants[first + i] = occupants[first + last]
      break
    }
    occupantCount[cell] = last
  }

  private func enterRoom(_ p: Int) {
    let stand = stands[p]
    let cell = Int(stand.room) * board.days + Int(stand.day)
    occupants[cell * board.count + occupantCount[cell]] = Occupant(
      session: Int32(p), begin: stand.minute, end: stand.end)
    occupantCount[cell] += 1
  }

  /// Brings the tables of all that deal with a session up to date with its new start.
  private func changeDealings(_ p: Int, from old: Int, to new: Int) {
    for i in board.firstPartner[p]..<board.firstPartner[p + 1] {
      let partner = board.partners[i]
      let first = board.firstStart[Int(partner.session)]
      if partner.overlaps >= 0 {
        let price = Score(violations: 0, cost: partner.price)
        charge(first, Int(partner.overlaps), old, .zero - price)
        charge(first, Int(partner.overlaps), new, price)
      }
      if partner.gaps >= 0 {
        charge(first, Int(partner.gaps), old, Score(violations: -1, cost: 0))
        charge(first, Int(partner.gaps), new, Score(violations: 1, cost: 0))
      }
    }
    guard board.hasRelations[p] else { return }
    for i in board.firstRelation[p]..<board.firstRelation[p + 1] {
      changeRelation(board.relations[i], p, old, new)
    }
  }

  @inline(__always)
  private func charge(_ first: Int, _ conflicts: Int, _ s: Int, _ amount: Score) {
    guard s >= 0 else { return }
    let range = board.conflicts[conflicts + s]
    for t in Int(range.x)..<Int(range.y) {
      dealings[first + t].violations &+= amount.violations
      dealings[first + t].cost &+= amount.cost
    }
  }

  private func changeRelation(_ relation: PriceBoard.Relation, _ p: Int, _ old: Int, _ new: Int) {
    let q = Int(relation.partner)
    var unit = Score.zero
    unit.charge(relation.price)
    let first = board.firstStart[q]
    for t in 0..<board.startCount[q] {
      let held = old < 0 || holds(relation, p, old, t)
      let holds = new < 0 || holds(relation, p, new, t)
      if held && !holds { dealings[first + t] += unit }
      if !held && holds { dealings[first + t] = dealings[first + t] - unit }
    }
  }
}
