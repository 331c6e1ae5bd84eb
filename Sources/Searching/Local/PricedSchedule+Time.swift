// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

// MARK: What a move changes in time

extension PricedSchedule {
  /// What one step alone changes in time and by the price of its place.
  @inline(__always)
  func changeInTime(_ step: Step) -> Score {
    let p = step.session
    let new = step.start >= 0 ? worthInTime(p, step.start, step.room) : board.absence[p]
    let stand = stands[p]
    let old = stand.start >= 0 ? worth(of: stand) : board.absence[p]
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
    let pair = p * board.count + q
    guard board.overlapCost[pair] != 0 || board.requiredGap[pair] >= 0 || board.hasRelations[p]
    else { return .zero }
    let (s, t) = (startOrNone(of: p), startOrNone(of: q))
    return timeDealings(p, a.start, q, b.start) + timeDealings(p, s, q, t)
      - timeDealings(p, a.start, q, t) - timeDealings(p, s, q, b.start)
  }

  private func timeDealings(_ p: Int, _ s: Int, _ q: Int, _ t: Int) -> Score {
    guard s >= 0, t >= 0 else { return .zero }
    let a = board.minuteOf[board.firstStart[p] + s]
    let b = board.minuteOf[board.firstStart[q] + t]
    var sum = Score.zero
    let pair = p * board.count + q
    let gap = board.requiredGap[pair]
    if gap >= 0, isTooClose(p, a, q, b, gap) { sum.violations += 1 }
    if isTooClose(p, a, q, b, 0) { sum.cost += board.overlapCost[pair] }
    guard board.hasRelations[p] else { return sum }
    for i in board.firstRelation[p]..<board.firstRelation[p + 1] {
      let relation = board.relations[i]
      if Int(relation.partner) == q, !holds(relation, p, s, t) { sum.charge(relation.price) }
    }
    return sum
  }

  /// Whether a relation of a session holds with it at a start and its partner at another.
  @inline(__always)
  func holds(_ relation: PriceBoard.Relation, _ p: Int, _ s: Int, _ t: Int) -> Bool {
    let q = Int(relation.partner)
    let (here, there) = (board.firstStart[p] + s, board.firstStart[q] + t)
    let (start, day, length) = (board.minuteOf[here], board.dayOf[here], board.minutes[p])
    let (other, otherDay, otherLength) = (
      board.minuteOf[there], board.dayOf[there], board.minutes[q]
    )
    return relation.isFirst
      ? relation.kind.holds(start, day, length, other, otherDay, otherLength)
      : relation.kind.holds(other, otherDay, otherLength, start, day, length)
  }

  @inline(__always)
  func isTooClose(_ p: Int, _ a: Int, _ q: Int, _ b: Int, _ gap: Int) -> Bool {
    a < b + board.minutes[q] + gap && b < a + board.minutes[p] + gap
  }
}
