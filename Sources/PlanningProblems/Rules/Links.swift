// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension PlanningProblem {
  /// The pairs that a link is about: each once, ordered only for `before` (`rules.md`, Links).
  func pairs(of link: Link) -> [(a: SessionPosition, b: SessionPosition)] {
    var seen: Set<[SessionPosition]> = []
    var pairs: [(SessionPosition, SessionPosition)] = []
    for a in positions(of: link.from) {
      for b in positions(of: link.to) where a != b {
        let key = link.kind == .before || a < b ? [a, b] : [b, a]
        if seen.insert(key).inserted { pairs.append((a, b)) }
      }
    }
    return pairs
  }

  /// `link`, hard and soft.
  mutating func addLinks() {
    for link in scenario.links {
      let price: Int?
      switch link.strength {
      case .must: price = nil
      case .cost(let strength): price = strength * weight(.link)
      }
      if price == 0 { continue }
      for (a, b) in pairs(of: link) {
        let kind: TimeRelation.Kind
        switch link.kind {
        case .apart:
          if let price {
            terms.overlapPrices.price.setBoth(a, b) { $0 + price }
          } else {
            terms.sessionGaps.minutes.setBoth(a, b) { max($0, 0) }
          }
          continue
        case .sameRoom:
          terms.sameRooms.all.append(SameRoom(a: a, b: b, price: price, line: link.line))
          continue
        case .before: kind = .before(min: link.minGap, max: link.maxGap ?? .max)
        case .sameDay: kind = .sameDay
        case .otherDay: kind = .otherDay
        case .backToBack: kind = .backToBack(max: link.maxGap ?? 30)
        }
        terms.timeRelations.all.append(
          TimeRelation(a: a, b: b, kind: kind, price: price, line: link.line))
      }
    }
  }
}
