// SPDX-License-Identifier: GPL-3.0-or-later

extension PlanningProblem {
  /// The problem of some of its sessions alone: whatever they cost among themselves at best, they
  /// cost in every schedule of all.
  ///
  /// Terms that reach outside keep what lies inside; `max-moves` and the allowances of what may be
  /// left out are dropped.
  func restricted(to chosen: [Int]) -> PlanningProblem {
    var part = self
    let index = Dictionary(uniqueKeysWithValues: chosen.enumerated().map { ($1, $0) })
    func inside(_ members: [Int]) -> [Int] { members.compactMap { index[$0] } }
    part.sessions = chosen.map { sessions[$0] }
    part.position = Dictionary(
      uniqueKeysWithValues: part.sessions.enumerated().map { ($1, $0) })
    part.minutes = chosen.map { minutes[$0] }
    part.places = chosen.map { places[$0] }
    part.unplacedCost = chosen.map { unplacedCost[$0] }
    part.absenceCost = chosen.map { absenceCost[$0] }
    part.overlapCost = overlapCost.restricted(to: chosen)
    part.requiredGap = requiredGap.restricted(to: chosen)
    part.relations = relations.compactMap { relation in
      guard let a = index[relation.a], let b = index[relation.b] else { return nil }
      return TimeRelation(
        a: a, b: b, kind: relation.kind, price: relation.price, line: relation.line)
    }
    part.sameRooms = sameRooms.compactMap { pair in
      guard let a = index[pair.a], let b = index[pair.b] else { return nil }
      return SameRoom(a: a, b: b, price: pair.price, line: pair.line)
    }
    part.limits = limits.compactMap { limit in
      let members = inside(limit.members)
      guard members.count > limit.atMost else { return nil }
      return LimitTerm(
        id: limit.id, members: members, rooms: limit.rooms, atMost: limit.atMost,
        scope: limit.scope, price: limit.price)
    }
    part.dayCaps = dayCaps.compactMap { cap in
      let members = inside(cap.members)
      guard members.count > cap.atMost else { return nil }
      return DayCap(name: cap.name, members: members, atMost: cap.atMost, price: cap.price)
    }
    part.roomGroups = roomGroups.compactMap { group in
      let members = inside(group.members)
      guard members.count > 1 else { return nil }
      return RoomGroup(name: group.name, members: members, price: group.price)
    }
    part.maxMoves = nil
    part.leftOutCaps = []
    return part
  }
}

extension SquareTable {
  /// The rows and columns of some indices.
  func restricted(to chosen: [Int]) -> SquareTable {
    guard let first = values.first else { return self }
    var part = SquareTable(repeating: first, side: chosen.count)
    for (i, a) in chosen.enumerated() {
      for (j, b) in chosen.enumerated() { part[i, j] = self[a, b] }
    }
    return part
  }
}
