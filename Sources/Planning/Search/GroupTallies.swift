// SPDX-License-Identifier: GPL-3.0-or-later

/// The running counts behind the terms that tie many sessions together.
struct GroupTallies: Sendable {
  /// Standing of all group terms as they are now.
  private(set) var standing: Standing

  private let limits: [LimitTerm]
  private let dayCaps: [DayCap]
  private let roomGroups: [RoomGroup]
  private let moveCap: MoveCap?
  private let minutes: [Int]
  private let memberships: [Membership]
  private let grain: Int
  private let bucketsPerDay: Int
  private let dayStarts: [Int]

  private var limitCounts: [[Int]]
  /// How many buckets of a limit per moment hold each count.
  private var heights: [[Int]]
  private var capCounts: [[Int]]
  private var roomCounts: [[Int]]
  private var usedRooms: [Int]
  private var moves = 0
  private let homeOf: [MoveCap.Home?]
  private let leftOutCaps: [LeftOutCap]
  /// Sessions left out, by cap.
  private var leftOut: [Int]
  /// The cap that each session counts in, -1 for none.
  private let leftOutCapOf: [Int]

  private struct Membership: Sendable {
    var limits: [Int] = []
    var caps: [Int] = []
    var groups: [Int] = []
  }

  init(_ problem: PlanningProblem) {
    limits = problem.limits
    dayCaps = problem.dayCaps
    roomGroups = problem.roomGroups
    moveCap = problem.maxMoves
    minutes = problem.minutes
    let days = problem.scenario.meeting.days
    grain = max(1, problem.scenario.meeting.gridMinutes)
    bucketsPerDay = 1440 / grain
    dayStarts = days.map { $0.date.dayNumber * 1440 }
    var memberships = Array(repeating: Membership(), count: problem.sessions.count)
    for (i, limit) in limits.enumerated() {
      for p in limit.members { memberships[p].limits.append(i) }
    }
    for (i, cap) in dayCaps.enumerated() { for p in cap.members { memberships[p].caps.append(i) } }
    for (i, group) in roomGroups.enumerated() {
      for p in group.members { memberships[p].groups.append(i) }
    }
    self.memberships = memberships
    let buckets = bucketsPerDay * days.count
    limitCounts = limits.map {
      switch $0.scope {
      case .moment: Array(repeating: 0, count: buckets)
      case .day: Array(repeating: 0, count: days.count)
      case .meeting: [0]
      }
    }
    heights = limits.map { limit in
      guard case .moment = limit.scope else { return [] }
      var heights = Array(repeating: 0, count: limit.members.count + limit.held.count + 1)
      heights[0] = buckets
      return heights
    }
    capCounts = dayCaps.map { _ in Array(repeating: 0, count: days.count) }
    let rooms = problem.scenario.rooms.count
    roomCounts = roomGroups.map { _ in Array(repeating: 0, count: rooms) }
    usedRooms = Array(repeating: 0, count: roomGroups.count)
    var homeOf: [MoveCap.Home?] = Array(repeating: nil, count: problem.sessions.count)
    for home in moveCap?.homes ?? [] { homeOf[home.session] = home }
    self.homeOf = homeOf
    leftOutCaps = problem.leftOutCaps
    leftOut = leftOutCaps.map(\.members.count)
    var leftOutCapOf = Array(repeating: -1, count: problem.sessions.count)
    for (i, cap) in leftOutCaps.enumerated() { for p in cap.members { leftOutCapOf[p] = i } }
    self.leftOutCapOf = leftOutCapOf
    standing = .zero
    for i in leftOutCaps.indices { standing.violations += excessLeftOut(i) }
    moves = homeOf.count { $0?.place != nil }
    standing.violations += excessMoves
    countHeld()
  }

  /// Counts in what stays where it is.
  private mutating func countHeld() {
    for (i, limit) in limits.enumerated() {
      for stay in limit.held {
        changeLimit(i, start: stay.start, minutes: stay.minutes, day: stay.day, by: 1)
      }
    }
    for (i, cap) in dayCaps.enumerated() {
      for day in cap.heldDays {
        capCounts[i][day] += 1
        if capCounts[i][day] > cap.atMost { standing.cost += cap.price }
      }
    }
    for (i, group) in roomGroups.enumerated() {
      for room in group.heldRooms { roomCounts[i][room] = 1 }
      usedRooms[i] = group.heldRooms.count
      standing.cost += max(0, usedRooms[i] - 1) * group.price
    }
  }

  private var excessMoves: Int { moveCap.map { max(0, moves - $0.atMost) } ?? 0 }

  private func excessLeftOut(_ i: Int) -> Int { max(0, leftOut[i] - leftOutCaps[i].atMost) }

  /// Counts a session in; the change of the standing.
  mutating func put(_ p: Int, start: Int, day: Int, room: Int) -> Standing {
    change(p, start: start, day: day, room: room, by: 1)
  }

  /// Counts a session out; the change of the standing.
  mutating func take(_ p: Int, start: Int, day: Int, room: Int) -> Standing {
    change(p, start: start, day: day, room: room, by: -1)
  }

  private mutating func change(_ p: Int, start: Int, day: Int, room: Int, by sign: Int) -> Standing
  {
    let before = standing
    for i in memberships[p].limits where limits[i].rooms?.contains(room) ?? true {
      changeLimit(i, start: start, minutes: minutes[p], day: day, by: sign)
    }
    for i in memberships[p].caps {
      let old = max(0, capCounts[i][day] - dayCaps[i].atMost)
      capCounts[i][day] += sign
      let new = max(0, capCounts[i][day] - dayCaps[i].atMost)
      standing.cost += (new - old) * dayCaps[i].price
    }
    for i in memberships[p].groups {
      let old = max(0, usedRooms[i] - 1)
      let count = roomCounts[i][room]
      roomCounts[i][room] = count + sign
      if count == 0 { usedRooms[i] += 1 } else if count + sign == 0 { usedRooms[i] -= 1 }
      standing.cost += (max(0, usedRooms[i] - 1) - old) * roomGroups[i].price
    }
    if let home = homeOf[p] {
      // Left out counts as moved where there was a place, and being placed where there was none.
      let old = excessMoves
      if let place = home.place {
        if place.start == start && place.room == room { moves -= sign }
      } else {
        moves += sign
      }
      standing.violations += excessMoves - old
    }
    let cap = leftOutCapOf[p]
    if cap >= 0 {
      let old = excessLeftOut(cap)
      leftOut[cap] -= sign
      standing.violations += excessLeftOut(cap) - old
    }
    return standing - before
  }

  private mutating func changeLimit(
    _ i: Int, start: Int, minutes: Int, day: Int, by sign: Int
  ) {
    let limit = limits[i]
    let old = excess(i, day: day)
    switch limit.scope {
    case .day: limitCounts[i][day] += sign
    case .meeting: limitCounts[i][0] += sign
    case .moment:
      let first = day * bucketsPerDay + (start - dayStarts[day]) / grain
      let last = day * bucketsPerDay + (start - dayStarts[day] + minutes - 1) / grain
      for bucket in first...last {
        let count = limitCounts[i][bucket]
        heights[i][count] -= 1
        heights[i][count + sign] += 1
        limitCounts[i][bucket] = count + sign
      }
    }
    standing.charge(limit.price, times: excess(i, day: day) - old)
  }

  private func excess(_ i: Int, day: Int) -> Int {
    switch limits[i].scope {
    case .day: return max(0, limitCounts[i][day] - limits[i].atMost)
    case .meeting: return max(0, limitCounts[i][0] - limits[i].atMost)
    case .moment:
      let highest = heights[i].lastIndex { $0 > 0 } ?? 0
      return max(0, highest - limits[i].atMost)
    }
  }

  /// What group terms may give at most when one session moves, by session.
  static func mostFromMoving(_ problem: PlanningProblem) -> [Standing] {
    var most = Array(repeating: Standing.zero, count: problem.sessions.count)
    for limit in problem.limits { for p in limit.members { most[p].charge(limit.price) } }
    for cap in problem.dayCaps { for p in cap.members { most[p].cost += cap.price } }
    for group in problem.roomGroups { for p in group.members { most[p].cost += group.price } }
    for home in problem.maxMoves?.homes ?? [] { most[home.session].violations += 1 }
    for cap in problem.leftOutCaps { for p in cap.members { most[p].violations += 1 } }
    return most
  }
}
