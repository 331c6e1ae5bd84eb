// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// More asked for than there is, of rooms, people and limits, each for the whole meeting, for days
/// and for every time to which some sessions are bound (Hall's condition over sets that nest).
struct OverloadCheck {
  typealias Overload = Impossibility.Overload

  let places: PossiblePlaces
  let spans: Spans

  private init(_ places: PossiblePlaces) {
    self.places = places
    spans = Spans(places)
  }

  /// Everything found, without what follows from a part of it.
  static func overloads(_ places: PossiblePlaces, _ links: LinkPairs) -> [Impossibility] {
    let check = OverloadCheck(places)
    let found =
      check.rooms() + check.oneRoom(links) + check.people() + check.limits() + check.apart(links)
    return smallest(found).map { .overload($0) }
  }

  /// Sessions that are bound to a span.
  func bound(_ sessions: [Int], to span: Int) -> [Int] {
    sessions.filter { spans.isBound(places.profileOf[$0], to: span) }
  }

  /// Checks a resource for every span, or for some.
  ///
  /// - Parameter tracksOf: how many tracks a session takes at once.
  func tried(
    _ resource: Overload.Resource, _ sessions: [Int], _ tracks: [Load.Track], rest: Int,
    spans chosen: [Int]? = nil, tracksOf: (Int) -> Int = { _ in 1 }
  ) -> [Overload] {
    let own = Set(sessions)
    let alone = places.sessions.filter {
      places.scenario.sessions[$0].isExclusive && !own.contains($0)
    }
    return (chosen ?? Array(spans.list.indices)).compactMap { span in
      let members = bound(sessions, to: span)
      guard !members.isEmpty else { return nil }
      let exclusive = bound(alone, to: span)
      return overload(resource, members, exclusive, tracks, rest: rest, span: span, tracksOf)
    }
  }

  private func overload(
    _ resource: Overload.Resource, _ members: [Int], _ alone: [Int], _ tracks: [Load.Track],
    rest: Int, span: Int, _ tracksOf: (Int) -> Int
  ) -> Overload? {
    let chosen = spans.list[span]
    let minutes = members.map { places.scenario.sessions[$0].minutes }
    var counts: [Load.Share: Int] = [:]
    for (session, long) in zip(members, minutes) {
      counts[Load.Share(minutes: long, tracks: tracksOf(session), count: 1), default: 0] += 1
    }
    let load = Load(
      grid: places.scenario.meeting.gridMinutes, rest: rest,
      tracks: chosen.isWhole
        ? tracks
        : tracks.map { .init(time: $0.time.intersection(chosen.time), count: $0.count) },
      shares: counts.map { .init(minutes: $0.minutes, tracks: $0.tracks, count: $1) },
      exclusive: alone.compactMap(places.profile))
    guard let excess = load.excess(starts: spans.starts[span]) else { return nil }
    return Overload(
      resource: resource,
      sessions: zip(members, minutes).filter { $1 >= excess.atLeast }.map(\.0),
      exclusive: excess.usesExclusive ? alone : [], days: chosen.days,
      within: chosen.isWhole || chosen.days != nil ? nil : Self.intervals(chosen.time),
      unit: excess.unit, needed: excess.needed, available: excess.available, rest: rest)
  }

  private static func intervals(_ time: Stretches) -> [Interval] {
    time.parts.map {
      Interval(start: WallTime(minutes: $0.lowerBound), end: WallTime(minutes: $0.upperBound))
    }
  }

  /// Without those of which a part is already an overload; for the same sessions, the one that is
  /// easiest to explain.
  private static func smallest(_ found: [Overload]) -> [Overload] {
    let order = found.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }.map(\.element)
    let sets = order.map { Set($0.sessions + $0.exclusive) }
    return order.indices.filter { index in
      !order.indices.contains { other in
        guard other != index, order[other].resource.isOfOneSort(order[index].resource),
          sets[other].isSubset(of: sets[index])
        else { return false }
        return sets[other].count < sets[index].count || other < index
      }
    }.map { order[$0] }
  }
}

extension Impossibility.Overload {
  /// How easy it is to explain: days and the whole meeting come before single hours, minutes before
  /// numbers, days before the whole meeting.
  fileprivate var rank: Int {
    (within == nil ? 0 : 4) + (unit == .minutes ? 0 : 2) + (days == nil ? 1 : 0)
  }
}

extension Impossibility.Overload.Resource {
  /// Whether two are rooms, or the same person, limit or link.
  fileprivate func isOfOneSort(_ other: Self) -> Bool {
    switch (self, other) {
    case (.rooms, .rooms), (.oneRoom, .oneRoom), (.rooms, .oneRoom), (.oneRoom, .rooms): true
    default: self == other
    }
  }
}
