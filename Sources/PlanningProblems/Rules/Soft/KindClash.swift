// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension PlanningProblem {
  /// `kind-clash`: overlapping sessions that share an intersessional kind, each pair once.
  mutating func addKindClash() {
    addIntersessionalOverlaps(price: weight(.kindClash)) { !$0.isDisjoint(with: $1) }
  }

  /// Prices the overlap of two intersessional sessions whose kinds are as wanted.
  mutating func addIntersessionalOverlaps(
    price: Int, where isPriced: (Set<Kind>, Set<Kind>) -> Bool
  ) {
    guard price > 0 else { return }
    let kinds = sessions.mapped { Set(scenario.kinds(ofSession: $0).filter(\.isIntersessional)) }
    for a in sessions.indices where !kinds[a].isEmpty {
      for b in sessions.indices where b > a && !kinds[b].isEmpty && isPriced(kinds[a], kinds[b]) {
        terms.overlapPrices.price.setBoth(a, b) { $0 + price }
      }
    }
  }
}
