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
  /// Partners that are looked at in one look.
  private static let mostPeers = 256
  /// Places of one session that are priced in rooms in one look.
  private static let mostPlaces = 256
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
    let startCount = board.startCount[p]
    let firstRoom = board.firstRoom[p]
    let roomCount = board.roomCount[p]
    var looks = 0
    var at = random.below(startCount)
    for _ in 0..<startCount {
      let start = StartOption(at)
      at = at + 1 == startCount ? 0 : at + 1
      let inTime = weighed(schedule.dealings(of: p, at: start))
      guard inTime - here <= most else { continue }
      let there = board.position(of: start, of: p)
      for i in firstRoom..<firstRoom + roomCount {
        let other = board.roomOf[i]
        guard start != s || other != room else { continue }
        let price = board.price(at: there, other)
        guard price >= 0, inTime + price - here <= most else { continue }
        let step = PricedSchedule.Step(session: p, start: start, room: other)
        looks += 1
        guard weighed(schedule.changeOfOne(step)) <= most else { continue }
        count += 1
        if random.below(count) == 0 { choice = step }
      }
      // Where a session has thousands of places, some hundreds are enough for one look.
      if looks >= Self.mostPlaces { return choice }
    }
    return choice
  }
}
