// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Two sessions that cannot both be placed, whatever the others do: every start of one is tried
/// against every start of the other.
struct PairCheck {
  private typealias Demand = Impossibility.Pair.Demand

  private let places: PossiblePlaces
  /// The least minutes between two sessions, by their profiles, that the rooms alone require; -1
  /// for none.
  private let roomGaps: [[(gap: Int, room: Int)]]
  private var known: [Question: Bool] = [:]

  /// What is asked of a pair, without the names: pairs of one activity ask the same many times.
  private struct Question: Hashable {
    let a: Int
    let b: Int
    var relations: [Relation]
    var gap: Int
  }

  private enum Relation: Hashable {
    case before(min: Int, max: Int)
    case after(min: Int, max: Int)
    case sameDay, otherDay, sameRoom
    case backToBack(Int)
  }

  private init(_ places: PossiblePlaces) {
    self.places = places
    let rooms = places.profiles.map(\.rooms)
    let distinct = Array(Set(rooms)).sorted { $0.lexicographicallyPrecedes($1) }
    let number = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0) })
    let table = distinct.map { a in
      distinct.map { b in Self.roomGap(a, b, places.scenario.rooms) }
    }
    roomGaps = rooms.map { a in
      rooms.map { b in table[number[a] ?? 0][number[b] ?? 0] }
    }
  }

  static func pairs(_ places: PossiblePlaces, _ links: LinkPairs) -> [Impossibility] {
    var check = PairCheck(places)
    return check.linked(links) + check.unlinked(links)
  }

  /// Pairs that links tie; those of the same rows are reported once.
  private mutating func linked(_ links: LinkPairs) -> [Impossibility] {
    var tied: [[Int]: [LinkPairs.Pair]] = [:]
    for pair in links.pairs {
      tied[[min(pair.a, pair.b), max(pair.a, pair.b)], default: []].append(pair)
    }
    var found: [Impossibility.Pair] = []
    var groups: [[Demand]: Int] = [:]
    for key in tied.keys.sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }) {
      guard let demands = contradiction(key[0], key[1], tied[key] ?? []) else { continue }
      let rows = demands.filter { if case .link = $0 { true } else { false } }
      if !rows.isEmpty, let first = groups[rows] {
        found[first].others += 1
        continue
      }
      if !rows.isEmpty { groups[rows] = found.count }
      found.append(
        .init(first: places.reach(key[0]), second: places.reach(key[1]), demands: demands))
    }
    return found.map { .pair($0) }
  }

  /// Pairs that only must not run at the same time: nothing is better than the first start of one
  /// with the last of the other.
  private func unlinked(_ links: LinkPairs) -> [Impossibility] {
    let tied = Set(links.pairs.map { [min($0.a, $0.b), max($0.a, $0.b)] })
    let farthest = max(
      places.scenario.meeting.transferMinutes,
      places.scenario.rooms.map(\.turnoverMinutes).max() ?? 0)
    var found: [Impossibility] = []
    for (index, a) in places.sessions.enumerated() {
      guard let first = places.profile(a) else { continue }
      for b in places.sessions[(index + 1)...] {
        guard let second = places.profile(b), !Self.canBeApart(first, second, farthest) else {
          continue
        }
        guard !tied.contains([a, b]),
          let demand = gaps(a, b).first(where: {
            !Self.canBeApart(first, second, $0.gap)
          })
        else { continue }
        found.append(
          .pair(
            .init(
              first: places.reach(a), second: places.reach(b), demands: [demand.demand])))
      }
    }
    return found
  }

  private static func canBeApart(
    _ a: PossiblePlaces.Profile, _ b: PossiblePlaces.Profile, _ gap: Int
  ) -> Bool {
    b.latest >= a.earliest + a.minutes + gap || a.latest >= b.earliest + b.minutes + gap
  }

  /// Why the two must not run at the same time, and how many minutes must be between them.
  private func gaps(_ a: Int, _ b: Int) -> [(demand: Demand, gap: Int)] {
    var gaps: [(Demand, Int)] = []
    let required = Set(places.attendances.required(a))
    if let person = places.attendances.required(b).first(where: required.contains) {
      gaps.append((.person(person), places.scenario.meeting.transferMinutes))
    }
    for session in [a, b] where places.scenario.sessions[session].isExclusive {
      gaps.append((.exclusive(session), 0))
    }
    if let p = places.profileOf[a], let q = places.profileOf[b], roomGaps[p][q].gap >= 0 {
      gaps.append((.room(roomGaps[p][q].room), roomGaps[p][q].gap))
    }
    return gaps
  }

  /// The fewest demands on a pair that cannot be kept together; `nil` if all can.
  private mutating func contradiction(_ a: Int, _ b: Int, _ links: [LinkPairs.Pair]) -> [Demand]? {
    var demands = links.map { (demand: Demand.link($0.link), pair: Optional($0), gap: -1) }
    demands += gaps(a, b).map { ($0.demand, nil, $0.gap) }
    if canBeKept(a, b, demands) { return nil }
    var index = 0
    while index < demands.count {
      var fewer = demands
      fewer.remove(at: index)
      if canBeKept(a, b, fewer) { index += 1 } else { demands = fewer }
    }
    return demands.map(\.demand)
  }

  private mutating func canBeKept(
    _ a: Int, _ b: Int, _ demands: [(demand: Demand, pair: LinkPairs.Pair?, gap: Int)]
  ) -> Bool {
    guard let p = places.profileOf[a], let q = places.profileOf[b] else { return true }
    var question = Question(a: p, b: q, relations: [], gap: -1)
    for demand in demands {
      question.gap = max(question.gap, demand.gap)
      guard let pair = demand.pair else { continue }
      let link = places.scenario.links[pair.link]
      let isTurned = pair.a != a
      let most = link.maxGap ?? .max
      switch link.kind {
      case .apart: question.gap = max(question.gap, 0)
      case .before:
        question.relations.append(
          isTurned ? .after(min: link.minGap, max: most) : .before(min: link.minGap, max: most))
      case .sameDay: question.relations.append(.sameDay)
      case .otherDay: question.relations.append(.otherDay)
      case .backToBack: question.relations.append(.backToBack(link.maxGap ?? 30))
      case .sameRoom: question.relations.append(.sameRoom)
      }
    }
    if let answer = known[question] { return answer }
    let answer = isPossible(question)
    known[question] = answer
    return answer
  }

  private func isPossible(_ question: Question) -> Bool {
    let (a, b) = (places.profiles[question.a], places.profiles[question.b])
    let isInOneRoom = question.relations.contains(.sameRoom)
    let common = isInOneRoom ? a.rooms.filter { b.rooms.contains($0) } : []
    if isInOneRoom && common.isEmpty { return false }
    let timed = question.relations.filter { $0 != .sameRoom }
    guard timed.allSatisfy({ Self.mayHold($0, a, b) }) else { return false }
    for (i, x) in a.starts.enumerated() {
      for (j, y) in b.starts.enumerated() {
        let (after, before) = (y - x - a.minutes, x - y - b.minutes)
        guard max(after, before) >= question.gap || question.gap < 0,
          timed.allSatisfy({ Self.holds($0, after, before, a.dayOf[i] == b.dayOf[j]) })
        else { continue }
        if !isInOneRoom
          || common.contains(where: { canShare($0, x, a.minutes, y, b.minutes) })
        {
          return true
        }
      }
    }
    return false
  }

  /// A quick look at the first and last starts and the days: a no is certain.
  private static func mayHold(
    _ relation: Relation, _ a: PossiblePlaces.Profile, _ b: PossiblePlaces.Profile
  ) -> Bool {
    switch relation {
    case .before(let min, _): b.latest - a.earliest - a.minutes >= min
    case .after(let min, _): a.latest - b.earliest - b.minutes >= min
    case .sameDay, .backToBack: !a.days.isDisjoint(with: b.days)
    case .otherDay: a.days.union(b.days).count > 1
    case .sameRoom: true
    }
  }

  /// - Parameters:
  ///   - after: minutes from the end of the first to the start of the second; `before` the other way.
  private static func holds(
    _ relation: Relation, _ after: Int, _ before: Int, _ isOneDay: Bool
  ) -> Bool {
    switch relation {
    case .before(let min, let max): after >= min && after <= max
    case .after(let min, let max): before >= min && before <= max
    case .sameDay: isOneDay
    case .otherDay: !isOneDay
    case .backToBack(let most): isOneDay && max(after, before) >= 0 && max(after, before) <= most
    case .sameRoom: true
    }
  }

  /// Whether a room can be used by both, one after the other.
  private func canShare(_ room: Int, _ x: Int, _ long: Int, _ y: Int, _ other: Int) -> Bool {
    let room = places.scenario.rooms[room]
    guard max(y - x - long, x - y - other) >= room.turnoverMinutes else { return false }
    guard let windows = room.available else { return true }
    return windows.hold(Interval(start: WallTime(minutes: x), minutes: long))
      && windows.hold(Interval(start: WallTime(minutes: y), minutes: other))
  }

  /// The least turnover, if any two of these rooms share their space; otherwise -1.
  private static func roomGap(_ a: [Int], _ b: [Int], _ rooms: [Room]) -> (gap: Int, room: Int) {
    var least = (gap: Int.max, room: -1)
    for p in a {
      for q in b {
        let meet =
          p == q || rooms[p].parts.contains(q) || rooms[q].parts.contains(p)
          || rooms[p].parts.contains { rooms[q].parts.contains($0) }
        guard meet else { return (-1, -1) }
        let gap = max(rooms[p].turnoverMinutes, rooms[q].turnoverMinutes)
        if gap < least.gap { least = (gap, p) }
      }
    }
    return least.room < 0 ? (-1, -1) : least
  }
}
