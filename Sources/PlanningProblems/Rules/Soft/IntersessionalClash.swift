// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension PlanningProblem {
  /// `intersessional-clash`: overlapping intersessional sessions of different kinds.
  mutating func addIntersessionalClash() {
    addIntersessionalOverlaps(price: weight(.intersessionalClash)) { $0.isDisjoint(with: $1) }
  }
}
