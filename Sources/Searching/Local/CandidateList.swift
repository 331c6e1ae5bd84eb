// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// Looks at all partners or places of one session at once, and draws among those that are good enough:
/// a restricted candidate list, as in GRASP (Feo and Resende 1995).
///
/// When a schedule has cooled, one move drawn at random in thousands is accepted. All exchanges of
/// one session with those of its length are priced in the time of a few such draws, since the tables
/// of `PricedSchedule` hold nearly all that is needed.
struct CandidateList {
  private let board: PriceBoard
  private static let mostPeers = 256
  /// Price of a broken hard rule.
  private let violationPrice: Int

  init(_ board: PriceBoard, violationPrice: Int) {
    self.board = board
    self.violationPrice = violationPrice
  }

  @inline(__always) private func weighed(_ score: Score) -> Int {
    score.violations &* violationPrice &+ score.cost
  }

  /// A session of the same length to change places with, drawn among those with which that adds no
  /// more than `allowed`, as far as times and prices of places tell.
  func partner(
    of p: SessionPosition, in schedule: PricedSchedule, allowed: Double,
    random: inout SeededGenerator
  ) -> SessionPosition? {
    let most = allowed < 1e15 ? Int(allowed) : Int.max / 4
    let stand = schedule.stand(of: p)
    let (room, cell) = (stand.room.position, Int(stand.cell))
    let here = weighed(schedule.worth(of: stand))
    var count = 0
    var choice: SessionPosition?
    let first = board.firstPeer[p]
    let peers = board.firstPeer[p.next] - first
    guard peers > 0 else { return nil }
    // With very many peers, one stretch of the list is enough for one look.
    var at = random.below(peers)
    for _ in 0..<min(peers, Self.mostPeers) {
      let q = board.peers[first + at].position
      at = at + 1 == peers ? 0 : at + 1
      let partner = schedule.stand(of: q)
      guard !partner.start.isNone else { continue }
      let other = partner.room.position
      let sThere = board.starts.position(of: p, inCell: Int(partner.cell))
      let tHere = board.starts.position(of: q, inCell: cell)
      guard !sThere.isNone, !tHere.isNone else { continue }
      let (s, t) = (board.position(of: sThere, of: p), board.position(of: tHere, of: q))
      let (priceThere, priceHere) = (
        board.price(at: s, other), board.price(at: t, room)
      )
      guard priceThere >= 0, priceHere >= 0 else { continue }
      var change =
        weighed(schedule.dealings[s]) &+ priceThere - here
        + weighed(schedule.dealings[t]) &+ priceHere - weighed(schedule.worth(of: partner))
      if partner.cell != stand.cell {
        // Each was priced as if the other stayed where it goes.
        let pair = board.pair(p, q)
        change -= 2 * board.overlapCost[pair]
        if board.requiredGap[pair] >= 0 { change -= 2 * violationPrice }
      }
      guard change <= most else { continue }
      count += 1
      if random.below(count) == 0 { choice = q }
    }
    return choice
  }

  /// A place for a session drawn among those that add no more than `allowed`.
  func place(
    for p: SessionPosition, in schedule: PricedSchedule, allowed: Double,
    random: inout SeededGenerator
  ) -> PricedSchedule.Step? {
    let most = allowed < 1e15 ? Int(allowed) : Int.max / 4
    let (s, room) = (schedule.start(of: p), schedule.room(of: p))
    let here = weighed(schedule.worth(of: schedule.stand(of: p)))
    var count = 0
    var choice: PricedSchedule.Step?
    for start in board.starts(of: p) {
      let inTime = weighed(schedule.dealings(of: p, at: start))
      guard inTime - here <= most else { continue }
      for i in board.firstRoom[p]..<board.firstRoom[p.next] {
        let there = board.roomOf[i]
        guard start != s || there != room else { continue }
        let price = board.price(at: board.position(of: start, of: p), there)
        guard price >= 0, inTime + price - here <= most else { continue }
        let step = PricedSchedule.Step(session: p, start: start, room: there)
        guard weighed(schedule.changeOfOne(step)) <= most else { continue }
        count += 1
        if random.below(count) == 0 { choice = step }
      }
    }
    return choice
  }
}
