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
    of p: Int, in schedule: PricedSchedule, allowed: Double, random: inout SeededGenerator
  ) -> Int? {
    let most = allowed < 1e15 ? Int(allowed) : Int.max / 4
    let stand = schedule.stand(of: p)
    let (room, cell) = (Int(stand.room), Int(stand.cell))
    let here = weighed(schedule.worthInTime(p, schedule.start(of: p), room))
    var count = 0
    var choice: Int?
    let first = board.firstPeer[p]
    let peers = board.firstPeer[p + 1] - first
    guard peers > 0 else { return nil }
    // With very many peers, one stretch of the list is enough for one look.
    var at = random.below(peers)
    for _ in 0..<min(peers, Self.mostPeers) {
      let q = Int(board.peers[first + at])
      at = at + 1 == peers ? 0 : at + 1
      let partner = schedule.stand(of: q)
      guard partner.start >= 0 else { continue }
      let other = Int(partner.room)
      let sThere = board.starts.position(of: p, inCell: Int(partner.cell))
      let tHere = board.starts.position(of: q, inCell: cell)
      guard sThere >= 0, tHere >= 0, board.price(p, sThere, other) != nil,
        board.price(q, tHere, room) != nil
      else { continue }
      var change =
        weighed(schedule.worthInTime(p, sThere, other)) - here
        + weighed(schedule.worthInTime(q, tHere, room))
        - weighed(schedule.worthInTime(q, schedule.start(of: q), other))
      if partner.cell != stand.cell {
        // Each was priced as if the other stayed where it goes.
        let pair = p * board.count + q
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
    for p: Int, in schedule: PricedSchedule, allowed: Double, random: inout SeededGenerator
  ) -> PricedSchedule.Step? {
    let most = allowed < 1e15 ? Int(allowed) : Int.max / 4
    let (s, room) = (schedule.start(of: p), schedule.room(of: p))
    let here = weighed(schedule.worthInTime(p, s, room))
    var count = 0
    var choice: PricedSchedule.Step?
    for start in 0..<board.startCount[p] {
      let inTime = weighed(schedule.dealings(of: p, at: start))
      guard inTime - here <= most else { continue }
      for i in board.firstRoom[p]..<board.firstRoom[p + 1] {
        let there = board.roomOf[i]
        guard start != s || there != room, let price = board.price(p, start, there),
          inTime + price - here <= most
        else { continue }
        let step = PricedSchedule.Step(session: p, start: start, room: there)
        guard weighed(schedule.changeOfOne(step)) <= most else { continue }
        count += 1
        if random.below(count) == 0 { choice = step }
      }
    }
    return choice
  }
}
