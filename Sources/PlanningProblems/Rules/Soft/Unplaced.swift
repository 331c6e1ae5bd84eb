// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension PlanningProblem {
  /// `unplaced`, and `placed-once` for the sessions that must be placed.
  mutating func addUnplaced() {
    for p in sessions.indices where session(p).placement == .optional {
      unplacedCost[p] = weight(.unplaced) * session(p).priority
    }
  }
}
