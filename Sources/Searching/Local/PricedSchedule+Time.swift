// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

// MARK: What a move changes in time

extension PricedSchedule {
  /// What one step alone changes in time and by the price of its place.
  @inline(__always)
  func changeInTime(_ step: Step) -> Score {
    let p = step.session
    let new = step.start.isNone ? board.absence[p] : worthInTime(p, step.start, step.room)
    let stand = stands[p]
    let old = stand.start.isNone ? board.absence[p] : worth(of: stand)
    return new - old
  }

  /// What several steps change in time and by the prices of their places.
  func changeInTime(_ steps: [Step]) -> Score {
    var sum = changeInTime(steps[0])
    for i in 1..<max(1, steps.count) {
      sum += changeInTime(steps[i])
      for k in 0..<i { sum += pairChangeInTime(steps[k], steps[i]) }
    }
    return sum
  }

  /// What the steps of two sessions do to their dealings with each other, which `changeInTime` saw
  /// as if the other stayed in time.
  private func pairChangeInTime(_ a: Step, _ b: Step) -> Score {
    let (p, q) = (a.session, b.session)
    let pair = board.pair(p, q)
    guard board.overlapCost[pair] != 0 || board.requiredGap[pair] >= 0 || board.hasRelations[p]
    else { return .zero }
    let (s, t) = (startOrNone(of: p), startOrNone(of: q))
    return timeDealings(p, a.start, q, b.start) + timeDealings(p, s, q, t)
      - timeDealings(p, a.start, q, t) - timeDealings(p, s, q, b.start)
  }

  private func timeDealings(
    _ p: SessionPosition, _ s: StartOption, _ q: SessionPosition, _ t: StartOption
  ) -> Score {
    guard !s.isNone, !t.isNone else { return .zero }
    let a = board.minuteOf[board.position(of: s, of: p)]
    let b = board.minuteOf[board.position(of: t, of: q)]
    var sum = Score.zero
    let pair = board.pair(p, q)
    let gap = board.requiredGap[pair]
    if gap >= 0, isTooClose(p, a, q, b, gap) { sum.violations += 1 }
    if isTooClose(p, a, q, b, 0) { sum.cost += board.overlapCost[pair] }
    guard board.hasRelations[p] else { return sum }
    for i in board.firstRelation[p]..<board.firstRelation[p.next] {
      let relation = board.relations[i]
      if relation.partner.position == q, !holds(relation, p, s, t) { sum.charge(relation.price) }
    }
    return sum
  }

  /// Whether a relation of a session holds with it at a start and its partner at another.
  @inline(__always)
  func holds(
    _ relation: PriceBoard.Relation, _ p: SessionPosition, _ s: StartOption, _ t: StartOption
  ) -> Bool {
    let q = relation.partner.position
    let (here, there) = (board.position(of: s, of: p), board.position(of: t, of: q))
    let (start, day, length) = (board.minuteOf[here], board.dayOf[here], board.minutes[p])
    let (other, otherDay, otherLength) = (
      board.minuteOf[there], board.dayOf[there], board.minutes[q]
    )
    return relation.isFirst
      ? relation.kind.holds(start, day, length, other, otherDay, otherLength)
      : relation.kind.holds(other, otherDay, otherLength, start, day, length)
  }

  @inline(__always)
  func isTooClose(
    _ p: SessionPosition, _ a: Int, _ q: SessionPosition, _ b: Int, _ gap: Int
  ) -> Bool {
    a < b + board.minutes[q] + gap && b < a + board.minutes[p] + gap
  }
}
