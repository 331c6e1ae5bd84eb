// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// The pairs of sessions that `must` links tie (`rules.md`, Links), where both must be placed.
struct LinkPairs {
  struct Pair: Hashable {
    /// Index into `Scenario.links`.
    let link: Int
    let a: Int
    let b: Int
  }

  let pairs: [Pair]

  init(_ places: PossiblePlaces) {
    var pairs: [Pair] = []
    for (index, link) in places.scenario.links.enumerated() where link.strength.isMust {
      var met: Set<[Int]> = []
      let to = places.sessions(of: link.to)
      for a in places.sessions(of: link.from) {
        for b in to where a != b {
          let key = link.kind == .before || a < b ? [a, b] : [b, a]
          if met.insert(key).inserted { pairs.append(Pair(link: index, a: a, b: b)) }
        }
      }
    }
    self.pairs = pairs
  }

  private init(pairs: [Pair]) { self.pairs = pairs }

  /// The pairs without those of some links: what has been reported should not be found again.
  func without(_ spent: Set<Int>) -> LinkPairs {
    spent.isEmpty ? self : LinkPairs(pairs: pairs.filter { !spent.contains($0.link) })
  }
}
