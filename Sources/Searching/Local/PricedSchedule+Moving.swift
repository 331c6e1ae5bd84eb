// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

// MARK: Making a move

extension PricedSchedule {
  /// Makes a move; `score` follows.
  func make(_ steps: [Step]) {
    let change = change(steps)
    make(steps, changing: change + moveGroups(steps))
  }

  /// Makes a move that is made in the groups already and of which it is known what it changes.
  func make(_ steps: [Step], changing change: Score) {
    for i in 0..<steps.count { relocate(steps[i]) }
    score += change
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
    let place = Int(stands[p].cell) * board.rooms + room(of: p).index
    if starters[place].position == p { starters[place] = Packed(SessionPosition(-1)) }
  }

  private func enterRoom(_ p: SessionPosition) {
    let stand = stands[p]
    let cell = stand.room.position.index * board.days + Int(stand.day)
    occupants[cell * board.count + occupantCount[cell]] = Occupant(
      session: Packed(p), begin: stand.minute, end: stand.end)
    occupantCount[cell] += 1
    starters[Int(stand.cell) * board.rooms + stand.room.position.index] = Packed(p)
  }

  /// Brings the tables of all that deal with a session up to date with its new start.
  private func changeDealings(_ p: SessionPosition, from old: StartOption, to new: StartOption) {
    for i in board.firstPartner[p]..<board.firstPartner[p.next] {
      let partner = board.partners[i]
      let first = board.firstStart[partner.session.position]
      if partner.overlaps >= 0 {
        change(
          first, Int(partner.overlaps), old, new,
          PackedScore(Score(violations: 0, cost: partner.price)))
      }
      if partner.gaps >= 0 {
        change(first, Int(partner.gaps), old, new, PackedScore(Score(violations: 1, cost: 0)))
      }
    }
    guard board.hasRelations[p] else { return }
    for i in board.firstRelation[p]..<board.firstRelation[p.next] {
      changeRelation(board.relations[i], old, new)
    }
  }

  @inline(__always)
  private func change(
    _ first: BoardStart, _ conflicts: Int, _ old: StartOption, _ new: StartOption,
    _ amount: PackedScore
  ) {
    if !old.isNone {
      let range = board.conflicts[conflicts + old.index]
      for t in Int(range.x)..<Int(range.y) { dealings[BoardStart(first.index + t)] -= amount }
    }
    if !new.isNone {
      let range = board.conflicts[conflicts + new.index]
      for t in Int(range.x)..<Int(range.y) { dealings[BoardStart(first.index + t)] += amount }
    }
  }

  private func changeRelation(
    _ relation: PriceBoard.Relation, _ old: StartOption, _ new: StartOption
  ) {
    if !old.isNone, !new.isNone,
      board.rows[relation.firstRow + old.index] == board.rows[relation.firstRow + new.index]
    {
      return
    }
    let q = relation.partner.position
    var unit = Score.zero
    unit.charge(relation.price)
    let price = PackedScore(unit)
    let first = board.firstStart[q].index
    let all = first..<first + board.startCount[q]
    if relation.areHeld {
      // Charged everywhere, and taken away where it holds.
      if old.isNone {
        for t in all { dealings[BoardStart(t)] += price }
      } else {
        forEachStart(relation, old) { dealings[BoardStart(first + $0)] += price }
      }
      if new.isNone {
        for t in all { dealings[BoardStart(t)] -= price }
      } else {
        forEachStart(relation, new) { dealings[BoardStart(first + $0)] -= price }
      }
    } else {
      if !old.isNone {
        forEachStart(relation, old) { dealings[BoardStart(first + $0)] -= price }
      }
      if !new.isNone {
        forEachStart(relation, new) { dealings[BoardStart(first + $0)] += price }
      }
    }
  }

  /// The partner's starts in the runs of a start, by the partner's own list.
  @inline(__always)
  private func forEachStart(
    _ relation: PriceBoard.Relation, _ s: StartOption, _ body: (Int) -> Void
  ) {
    let row = board.rows[relation.firstRow + s.index]
    for i in Int(row.x)..<Int(row.y) {
      for t in Int(board.runs[i].x)..<Int(board.runs[i].y) { body(t) }
    }
  }
}
