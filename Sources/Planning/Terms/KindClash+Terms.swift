// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension PlanningProblem {
  /// `kind-clash` for a shared intersessional kind, `intersessional-clash` for different ones.
  mutating func addKindClash() {
    let same = weight(.kindClash)
    let other = weight(.intersessionalClash)
    guard same > 0 || other > 0 else { return }
    let kinds = sessions.map { Set(scenario.kinds(ofSession: $0).filter(\.isIntersessional)) }
    for a in sessions.indices where !kinds[a].isEmpty {
      for b in sessions.indices where b > a && !kinds[b].isEmpty {
        let price = kinds[a].isDisjoint(with: kinds[b]) ? other : same
        overlapCost.setBoth(a, b) { $0 + price }
      }
    }
  }
}
