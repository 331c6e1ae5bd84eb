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
    let (price, gap, areRelated) = (
      board.overlapCost[pair], board.requiredGap[pair], board.areRelated[pair]
    )
    guard price != 0 || gap >= 0 || areRelated else { return .zero }
    let (s, t) = (startOrNone(of: p), startOrNone(of: q))
    var sum = Score.zero
    if price != 0 || gap >= 0 {
      sum =
        overlap(p, a.start, q, b.start, price, gap) + overlap(p, s, q, t, price, gap)
        - overlap(p, a.start, q, t, price, gap) - overlap(p, s, q, b.start, price, gap)
    }
    guard areRelated else { return sum }
    for i in board.firstRelation[p]..<board.firstRelation[p.next]
    where board.relations[i].partner.position == q {
      let relation = board.relations[i]
      func broken(_ s: StartOption, _ t: StartOption) -> Int {
        s.isNone || t.isNone || holds(relation, p, s, t) ? 0 : 1
      }
      let times =
        broken(a.start, b.start) + broken(s, t) - broken(a.start, t) - broken(s, b.start)
      sum.charge(relation.price, times: times)
    }
    return sum
  }

  @inline(__always)
  private func overlap(
    _ p: SessionPosition, _ s: StartOption, _ q: SessionPosition, _ t: StartOption, _ price: Int,
    _ gap: Int
  ) -> Score {
    guard !s.isNone, !t.isNone else { return .zero }
    let a = board.minuteOf[board.position(of: s, of: p)]
    let b = board.minuteOf[board.position(of: t, of: q)]
    var sum = Score.zero
    if gap >= 0, isTooClose(p, a, q, b, gap) { sum.violations += 1 }
    if isTooClose(p, a, q, b, 0) { sum.cost += price }
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
