// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// Looks at the partners or places of one session one after the other, for one that is good enough: a
/// candidate list, as in GRASP (Feo and Resende 1995).
///
/// When a schedule has cooled, one move drawn at random in thousands is accepted. All exchanges of
/// one session with those of its length are priced in the time of a few such draws, since the tables
/// of `PricedSchedule` hold nearly all that is needed. While it is hot, the first is soon found.
struct CandidateList {
  private let board: PriceBoard
  private let rotation: RoomRotation
  private let ties: RoomTies
  /// Partners that are looked at in one look.
  private static let mostPeers = 256
  /// Places of one session that are priced in rooms in one look.
  private static let mostPlaces = 256
  /// Price of a broken hard rule.
  private let violationPrice: Int

  init(_ board: PriceBoard, violationPrice: Int) {
    self.board = board
    ties = RoomTies(board: board, violationPrice: violationPrice)
    rotation = RoomRotation(board: board, ties: ties)
    self.violationPrice = violationPrice
  }

  @inline(__always) private func weighed(_ score: PackedScore) -> Int {
    score.violations &* violationPrice &+ score.cost
  }

  @inline(__always) private func weighed(_ score: Score) -> Int {
    score.violations &* violationPrice &+ score.cost
  }

  /// What a move may add, as a whole number.
  static func most(_ allowed: Double) -> Int { allowed < 1e15 ? Int(allowed) : Int.max / 4 }

  /// Adds the exchange of a session with one of its peers with which that adds no more than `allowed`, as
  /// far as times, prices of places and ties to rooms tell; false where there is none.
  ///
  /// It is the first, from anywhere in the list; in small meetings one drawn among all.
  func addExchange(
    of p: SessionPosition, in schedule: PricedSchedule, allowed: Double,
    random: inout SeededGenerator, to steps: inout [PricedSchedule.Step]
  ) -> Bool {
    let most = Self.most(allowed)
    let first = board.firstPeer[p]
    let peers = board.firstPeer[p.next] - first
    guard peers > 0 else { return false }
    // With very many peers, one stretch of the list is enough for one look.
    var at = random.below(peers)
    var count = 0
    for _ in 0..<min(peers, Self.mostPeers) {
      let q = board.peers[first + at].position
      at = at + 1 == peers ? 0 : at + 1
      if board.turnsRooms {
        if addExchange(p, q, in: schedule, most: most, to: &steps) { return true }
        continue
      }
      var others: [PricedSchedule.Step] = []
      guard addExchange(p, q, in: schedule, most: most, to: &others) else { continue }
      count += 1
      if random.below(count) == 0 { steps = others }
    }
    return count > 0
  }

  /// Adds the exchange of two sessions, with those that make room for them (`RoomRotation`), where that
  /// is good enough.
  @inline(__always)
  func addExchange(
    _ p: SessionPosition, _ q: SessionPosition, in schedule: PricedSchedule, most: Int,
    to steps: inout [PricedSchedule.Step]
  ) -> Bool {
    let (here, there) = (schedule.stand(of: p), schedule.stand(of: q))
    guard !there.start.isNone else { return false }
    let forward = board.starts.position(of: p, inCell: Int(there.cell))
    guard !forward.isNone else { return false }
    let s = board.position(of: forward, of: p)
    let new = schedule.dealings[s]
    // What the other comes to where it goes is no less than what the two pay each other there.
    let least =
      new.cost &- here.price &- weighed(schedule.dealings[here.start.position])
      &- there.price &- weighed(schedule.dealings[there.start.position])
      &- ties.price(p, in: here.room.position, schedule)
      &- ties.price(q, in: there.room.position, schedule)
    if new.violations == 0, least &- board.dearestOverlap[p] > most { return false }
    let back = board.starts.position(of: q, inCell: Int(here.cell))
    guard !back.isNone else { return false }
    let t = board.position(of: back, of: q)
    var change = least &+ new.violations &* violationPrice &+ weighed(schedule.dealings[t])
    if here.cell != there.cell {
      // Each was priced as if the other stayed where it goes.
      let pair = board.pair(p, q)
      change -= 2 * board.overlapCost[pair]
      if board.requiredGap[pair] >= 0 { change -= 2 * violationPrice }
    }
    guard board.turnsRooms, here.cell != there.cell else {
      let (priceThere, priceHere) = (
        board.price(at: s, there.room.position), board.price(at: t, here.room.position)
      )
      guard priceThere >= 0, priceHere >= 0,
        change + priceThere + priceHere + ties.price(p, in: there.room.position, schedule)
          + ties.price(q, in: here.room.position, schedule) <= most,
        schedule.canReplace(q, by: p, at: s, in: there.room.position),
        schedule.canReplace(p, by: q, at: t, in: here.room.position)
      else { return false }
      steps.append(PricedSchedule.Step(session: p, start: forward, room: there.room.position))
      steps.append(PricedSchedule.Step(session: q, start: back, room: here.room.position))
      return true
    }
    guard change <= most,
      let wayThere = rotation.cheapest(
        for: p, at: s, leftBy: q, there.room.position, in: schedule),
      change + wayThere.price <= most,
      let wayHere = rotation.cheapest(for: q, at: t, leftBy: p, here.room.position, in: schedule),
      change + wayThere.price + wayHere.price <= most
    else { return false }
    wayThere.add(p, forward, leaving: there.room.position, in: schedule, to: &steps)
    wayHere.add(q, back, leaving: here.room.position, in: schedule, to: &steps)
    return true
  }

  /// A place for a session that adds no more than `allowed`: the first, from any of its starts; in small
  /// meetings one drawn among all.
  func place(
    for p: SessionPosition, in schedule: PricedSchedule, allowed: Double,
    random: inout SeededGenerator
  ) -> PricedSchedule.Step? {
    let most = Self.most(allowed)
    let (s, room) = (schedule.start(of: p), schedule.room(of: p))
    let here =
      weighed(schedule.worth(of: schedule.stand(of: p))) + ties.price(p, in: room, schedule)
    let startCount = board.startCount[p]
    let firstRoom = board.firstRoom[p]
    let roomCount = board.roomCount[p]
    var looks = 0
    var count = 0
    var choice: PricedSchedule.Step?
    var at = random.below(startCount)
    for _ in 0..<startCount {
      let start = StartOption(at)
      at = at + 1 == startCount ? 0 : at + 1
      let inTime = weighed(schedule.dealings(of: p, at: start))
      guard inTime - here <= most else { continue }
      let there = board.position(of: start, of: p)
      var next = board.turnsRooms ? random.below(roomCount) : 0
      for _ in 0..<roomCount {
        let other = board.roomOf[firstRoom + next]
        next = next + 1 == roomCount ? 0 : next + 1
        guard start != s || other != room else { continue }
        let price = board.price(at: there, other)
        guard price >= 0, inTime + price - here <= most else { continue }
        let step = PricedSchedule.Step(session: p, start: start, room: other)
        looks += 1
        guard weighed(schedule.changeOfOne(step)) <= most else { continue }
        if board.turnsRooms { return step }
        count += 1
        if random.below(count) == 0 { choice = step }
      }
      // Where a session has thousands of places, some hundreds are enough for one look.
      if looks >= Self.mostPlaces { return choice }
    }
    return choice
  }
}
