// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Sessions that links tie to one day or one room, each tied to the next.
struct TieCheck {
  private let places: PossiblePlaces
  private let links: LinkPairs
  /// The sessions tied to each, with the link that ties them.
  private var tied: [Int: [(session: Int, link: Int)]] = [:]

  private init(_ places: PossiblePlaces, _ links: LinkPairs, by kinds: Set<Link.Kind>) {
    self.places = places
    self.links = links
    for pair in links.pairs where kinds.contains(places.scenario.links[pair.link].kind) {
      tied[pair.a, default: []].append((pair.b, pair.link))
      tied[pair.b, default: []].append((pair.a, pair.link))
    }
  }

  /// Sessions that must share a day but cannot, or may not.
  static func days(_ places: PossiblePlaces, _ links: LinkPairs) -> [Impossibility] {
    let check = TieCheck(places, links, by: [.sameDay, .backToBack])
    let apart = check.forbidden()
    return apart.map { .days($0) }
      + check.without { places.profile($0).map { Array($0.days) } ?? [] }.map { .days($0) }
  }

  /// Sessions that must share a room but have none in common.
  static func rooms(_ places: PossiblePlaces, _ links: LinkPairs) -> [Impossibility] {
    TieCheck(places, links, by: [.sameRoom]).without { places.profile($0)?.rooms ?? [] }
      .map { .rooms($0) }
  }

  /// Sets of sessions that must each share a room with another, with the links that say so.
  static func oneRoom(_ places: PossiblePlaces, _ links: LinkPairs) -> [(
    sessions: [Int], links: [Int]
  )] {
    let check = TieCheck(places, links, by: [.sameRoom])
    return check.groups().map { group in (group, check.rows(of: group)) }
  }

  /// Tied sets in order, the first session of each first.
  private func groups() -> [[Int]] {
    var seen: Set<Int> = []
    var groups: [[Int]] = []
    for first in tied.keys.sorted() where seen.insert(first).inserted {
      var group = [first]
      var next = 0
      while next < group.count {
        for (other, _) in tied[group[next]] ?? [] where seen.insert(other).inserted {
          group.append(other)
        }
        next += 1
      }
      groups.append(group.sorted())
    }
    return groups
  }

  private func rows(of group: [Int]) -> [Int] {
    Set(group.flatMap { (tied[$0] ?? []).map(\.link) }).sorted()
  }

  /// Tied sets that have no choice in common: two of them that have none, or all.
  private func without(_ choices: (Int) -> [Int]) -> [Impossibility.Tie] {
    groups().compactMap { group in
      var common = Set(choices(group[0]))
      for session in group.dropFirst() { common.formIntersection(choices(session)) }
      guard common.isEmpty else { return nil }
      for (index, a) in group.enumerated() {
        let own = Set(choices(a))
        for b in group[(index + 1)...] where own.isDisjoint(with: choices(b)) {
          let way = way(from: a, to: b)
          return Impossibility.Tie(
            sessions: way.sessions.map(places.reach), links: way.links, against: nil)
        }
      }
      return Impossibility.Tie(
        sessions: group.map(places.reach), links: rows(of: group), against: nil)
    }
  }

  /// Sessions of one tied set that a link keeps on different days.
  private func forbidden() -> [Impossibility.Tie] {
    var groupOf: [Int: Int] = [:]
    for (index, group) in groups().enumerated() {
      for session in group { groupOf[session] = index }
    }
    var seen: Set<Int> = []
    return links.pairs.compactMap { pair in
      guard places.scenario.links[pair.link].kind == .otherDay,
        let group = groupOf[pair.a], groupOf[pair.b] == group, seen.insert(pair.link).inserted
      else { return nil }
      let way = way(from: pair.a, to: pair.b)
      return Impossibility.Tie(
        sessions: way.sessions.map(places.reach), links: way.links, against: pair.link)
    }
  }

  /// The fewest ties from one session to another.
  private func way(from a: Int, to b: Int) -> (sessions: [Int], links: [Int]) {
    var cause: [Int: (session: Int, link: Int)] = [:]
    var queue = [a]
    var next = 0
    while next < queue.count, cause[b] == nil {
      for (other, link) in tied[queue[next]] ?? [] where other != a && cause[other] == nil {
        cause[other] = (queue[next], link)
        queue.append(other)
      }
      next += 1
    }
    var sessions = [b]
    var rows: Set<Int> = []
    while let step = cause[sessions[sessions.count - 1]] {
      sessions.append(step.session)
      rows.insert(step.link)
    }
    return (sessions.reversed(), rows.sorted())
  }
}
