// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension PlanningProblem {
  /// The same problem where sessions that must be placed may be left out at a price; optional ones
  /// keep theirs.
  ///
  /// - Parameters:
  ///   - staying: sessions that must be placed all the same, by index into `Scenario.sessions`.
  ///   - most: how many of each priority may be left out; no entry for as many as there are.
  ///   - price: of leaving out one; not negative.
  public func leavingOut(
    staying: Set<Int> = [], most: [Int: Int] = [:], price: (Session) -> Int
  ) -> PlanningProblem {
    var part = self
    var members: [Int: [SessionPosition]] = [:]
    for p in leavable(staying) where most[session(p).priority] != 0 {
      part.unplacedCost[p] = absenceCost[p] + price(session(p))
      part.absenceCost[p] = 0
      members[session(p).priority, default: []].append(p)
    }
    part.terms.leftOutCaps.all = members.sorted { $0.key < $1.key }.compactMap {
      priority, members in
      guard let atMost = most[priority], atMost < members.count else { return nil }
      return LeftOutCap(members: members, atMost: atMost)
    }
    return part
  }

  /// Positions of the sessions that must be placed and may be left out where not all can be.
  package func leavable(_ staying: Set<Int>) -> [SessionPosition] {
    sessions.indices.filter {
      unplacedCost[$0] == nil && session($0).placement == .must && !staying.contains(sessions[$0])
    }
  }

  /// The problem in which only sessions left out that must be placed cost, one each: its best
  /// schedule leaves out the fewest.
  public static func fewestUnplaced(
    _ scenario: Scenario, baseline: Schedule?, maxMoves: Int?
  ) -> PlanningProblem {
    PlanningProblem(scenario.withoutSoftRules, baseline: baseline, maxMoves: maxMoves)
      .leavingOut { _ in 1 }
  }
}
