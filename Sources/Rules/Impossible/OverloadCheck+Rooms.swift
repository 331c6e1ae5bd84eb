// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension OverloadCheck {
  /// Sets of rooms, each with all sessions that fit into no other room: the sets of every session,
  /// unions of two of them, and all.
  func rooms() -> [Overload] {
    let own = Set(places.profiles.map(\.rooms))
    var found: [Overload] = []
    for rooms in own.sorted(by: PlaceSets.isBefore) {
      found += inRooms(rooms, spans: nil)
    }
    let broad = spans.list.indices.filter {
      spans.list[$0].isWhole || spans.list[$0].days?.count == 1
    }
    for rooms in Self.unions(own) { found += inRooms(rooms, spans: broad) }
    return found
  }

  /// Unions of two sets and of all, except those that are a set already.
  private static func unions(_ sets: Set<[Int]>) -> [[Int]] {
    let order = sets.sorted { $0.lexicographicallyPrecedes($1) }
    var unions: Set<[Int]> = [Set(order.flatMap(\.self)).sorted()]
    for (index, a) in order.enumerated() {
      for b in order[(index + 1)...] { unions.insert(Set(a).union(b).sorted()) }
    }
    return unions.subtracting(sets).sorted(by: PlaceSets.isBefore)
  }

  private func inRooms(_ rooms: [Int], spans: [Int]?) -> [Overload] {
    let whole = Set(rooms)
    let fits = places.profiles.map { whole.isSuperset(of: $0.rooms) }
    let all = places.scenario.rooms
    let spaces = Set(rooms.flatMap { Self.spaces(of: $0, all) })
    let sessions = places.sessions.filter { session in
      // An exclusive session keeps the others out of every space, not of one.
      let isCounted = spaces.count == 1 || !places.scenario.sessions[session].isExclusive
      return isCounted && places.profileOf[session].map { fits[$0] } ?? false
    }
    let times = Dictionary(grouping: spaces) { time(of: $0, through: rooms) }
    let rest = rooms.map { all[$0].turnoverMinutes }.min() ?? 0
    return tried(
      .rooms(rooms), sessions, times.map { .init(time: $0, count: $1.count) }, rest: rest,
      spans: spans
    ) { session in
      // In a joined room it takes all its parts at once.
      (places.profile(session)?.rooms ?? []).map { Self.spaces(of: $0, all).count }.min() ?? 1
    }
  }

  /// Sessions that must all be in one room, more than any room has time for.
  func oneRoom(_ links: LinkPairs) -> [Overload] {
    TieCheck.oneRoom(places, links).compactMap { group in
      var common = Set(places.profile(group.sessions[0])?.rooms ?? [])
      for session in group.sessions.dropFirst() {
        common.formIntersection(places.profile(session)?.rooms ?? [])
      }
      let rooms = common.sorted()
      let overloads = rooms.map { room in
        tried(
          .oneRoom(rooms, links: group.links), group.sessions,
          [.init(time: time(of: room), count: 1)],
          rest: places.scenario.rooms[room].turnoverMinutes, spans: [0]
        ).first
      }
      // Impossible only if it is impossible in every room; the roomiest is reported.
      guard !rooms.isEmpty, overloads.allSatisfy({ $0 != nil }) else { return nil }
      return overloads.compactMap(\.self).max { $0.available < $1.available }
    }
  }

  /// A joined room is made of its parts.
  private static func spaces(of room: Int, _ rooms: [Room]) -> [Int] {
    rooms[room].parts.isEmpty ? [room] : rooms[room].parts
  }

  /// When a room itself can be used, joined or not.
  private func time(of room: Int) -> Stretches {
    guard let windows = places.scenario.rooms[room].available else { return places.allOpen }
    return Stretches(windows).intersection(places.allOpen)
  }

  /// When a space can be used, by itself or as a part of what it is joined to.
  private func time(of space: Int, through rooms: [Int]) -> Stretches {
    let all = places.scenario.rooms
    let using = rooms.filter { Self.spaces(of: $0, all).contains(space) }
    if using.contains(where: { all[$0].available == nil }) { return places.allOpen }
    return Stretches(using.flatMap { all[$0].available ?? [] }).intersection(places.allOpen)
  }
}
