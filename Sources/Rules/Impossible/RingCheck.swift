// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Rings of links: a system of differences between starts has no solution where, round a circle of
/// sessions, the least differences add up to more than zero (Bellman and Ford).
struct RingCheck {
  /// `start(to) ≥ start(from) + weight`.
  private struct Edge {
    let step: Impossibility.Step
    let weight: Int
  }

  private let count: Int
  private var edges: [Edge] = []

  private init(_ places: PossiblePlaces, _ links: LinkPairs) {
    let scenario = places.scenario
    count = scenario.sessions.count
    func add(_ from: Int, _ to: Int, _ link: Int, _ sort: Impossibility.Step.Sort) {
      let weight =
        switch sort {
        case .before(let least): scenario.sessions[from].minutes + least
        case .within(let most): -scenario.sessions[to].minutes - most
        }
      edges.append(
        Edge(step: .init(from: from, to: to, link: link, sort: sort), weight: weight))
    }
    for pair in links.pairs {
      let link = scenario.links[pair.link]
      switch link.kind {
      case .before:
        add(pair.a, pair.b, pair.link, .before(link.minGap))
        if let most = link.maxGap { add(pair.b, pair.a, pair.link, .within(most)) }
      case .backToBack:
        let most = link.maxGap ?? 30
        add(pair.b, pair.a, pair.link, .within(most))
        add(pair.a, pair.b, pair.link, .within(most))
      case .apart, .sameDay, .otherDay, .sameRoom: break
      }
    }
  }

  /// Rings of different rows, until the only ones left share the last row of one of these.
  static func rings(_ places: PossiblePlaces, _ links: LinkPairs) -> [Impossibility] {
    var check = RingCheck(places, links)
    var found: [Impossibility] = []
    while let ring = check.ring() {
      found.append(.ring(ring.map(\.step)))
      let last = ring.map(\.step.link).max()
      check.edges.removeAll { $0.step.link == last }
    }
    return found
  }

  private func ring() -> [Edge]? {
    var start = Array(repeating: 0, count: count)
    var cause = Array(repeating: -1, count: count)
    while true {
      var hasMoved = false
      for (index, edge) in edges.enumerated()
      where start[edge.step.from] + edge.weight > start[edge.step.to] {
        start[edge.step.to] = start[edge.step.from] + edge.weight
        cause[edge.step.to] = index
        hasMoved = true
      }
      guard hasMoved else { return nil }
      if let ring = circle(cause) { return shortest(ring) }
    }
  }

  /// A circle among the causes: only a ring that adds up to more than zero makes one.
  private func circle(_ cause: [Int]) -> [Edge]? {
    var seenFrom = Array(repeating: -1, count: count)
    for first in cause.indices where cause[first] >= 0 && seenFrom[first] < 0 {
      var place = first
      while cause[place] >= 0 && seenFrom[place] < 0 {
        seenFrom[place] = first
        place = edges[cause[place]].step.from
      }
      guard cause[place] >= 0, seenFrom[place] == first else { continue }
      var ring: [Edge] = []
      var next = place
      repeat {
        let edge = edges[cause[next]]
        ring.append(edge)
        next = edge.step.from
      } while next != place
      return ring.reversed()
    }
    return nil
  }

  /// A ring of as few sessions as possible, among the sessions and rows of one.
  private func shortest(_ ring: [Edge]) -> [Edge] {
    let rows = Set(ring.map(\.step.link))
    let inside = Set(ring.map(\.step.from))
    let own = edges.filter {
      rows.contains($0.step.link) && inside.contains($0.step.from) && inside.contains($0.step.to)
    }
    var best = ring
    for first in inside.sorted() {
      if let shorter = walk(from: first, own, shorterThan: best.count) { best = shorter }
    }
    return best
  }

  /// The first walk back to a session, by number of steps, that adds up to more than zero.
  private func walk(from first: Int, _ own: [Edge], shorterThan most: Int) -> [Edge]? {
    var reached: [Int: (sum: Int, walk: [Edge])] = [first: (0, [])]
    for _ in 1..<max(1, most) {
      var next: [Int: (sum: Int, walk: [Edge])] = [:]
      for edge in own {
        guard let here = reached[edge.step.from] else { continue }
        let sum = here.sum + edge.weight
        if sum > next[edge.step.to]?.sum ?? .min { next[edge.step.to] = (sum, here.walk + [edge]) }
      }
      if let back = next[first], back.sum > 0 { return back.walk }
      reached = next
    }
    return nil
  }
}
