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
    if !old.isNone { leaveRoom(p) }
    if step.start != old { changeDealings(p, from: old, to: step.start) }
    guard !step.start.isNone else {
      stands[p] = Stand()
      return
    }
    let start = board.position(of: step.start, of: p)
    let minute = board.minuteOf[start]
    stands[p] = Stand(
      start: Packed(start), room: Packed(step.room), minute: Int32(minute),
      end: Int32(minute + board.minutes[p]), day: Int32(board.dayOf[start]),
      cell: board.cellOf[start], price: board.price(at: start, step.room))
    enterRoom(p)
  }

  private func leaveRoom(_ p: SessionPosition) {
    let cell = room(of: p).index * board.days + day(of: p)
    let first = cell * board.count
    let last = occupantCount[cell] - 1
    for i in 0...last where occupants[first + i].session.position == p {
      occupants[first + i] = occupants[first + last]
      break
    }
    occupantCount[cell] = last
  }

  private func enterRoom(_ p: SessionPosition) {
    let stand = stands[p]
    let cell = stand.room.position.index * board.days + Int(stand.day)
    occupants[cell * board.count + occupantCount[cell]] = Occupant(
      session: Packed(p), begin: stand.minute, end: stand.end)
    occupantCount[cell] += 1
  }

  /// Brings the tables of all that deal with a session up to date with its new start.
  private func changeDealings(_ p: SessionPosition, from old: StartOption, to new: StartOption) {
    for i in board.firstPartner[p]..<board.firstPartner[p.next] {
      let partner = board.partners[i]
      let first = board.firstStart[partner.session.position]
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
    for i in board.firstRelation[p]..<board.firstRelation[p.next] {
      changeRelation(board.relations[i], p, old, new)
    }
  }

  @inline(__always)
  private func charge(_ first: BoardStart, _ conflicts: Int, _ s: StartOption, _ amount: Score) {
    guard !s.isNone else { return }
    let range = board.conflicts[conflicts + s.index]
    for t in Int(range.x)..<Int(range.y) {
      let start = BoardStart(first.index + t)
      dealings[start].violations &+= amount.violations
      dealings[start].cost &+= amount.cost
    }
  }

  private func changeRelation(
    _ relation: PriceBoard.Relation, _ p: SessionPosition, _ old: StartOption, _ new: StartOption
  ) {
    let q = relation.partner.position
    var unit = Score.zero
    unit.charge(relation.price)
    for t in board.starts(of: q) {
      let start = board.position(of: t, of: q)
      let held = old.isNone || holds(relation, p, old, t)
      let holds = new.isNone || holds(relation, p, new, t)
      if held && !holds { dealings[start] += unit }
      if !held && holds { dealings[start] = dealings[start] - unit }
    }
  }
}
