// SPDX-License-Identifier: GPL-3.0-or-later

extension PlanningProblem {
  /// `exclusive`: nothing else runs while an exclusive session does.
  mutating func addExclusive() {
    for a in sessions.indices where session(a).isExclusive {
      for b in sessions.indices where b != a {
        terms.sessionGaps.minutes.setBoth(a, b) { max($0, 0) }
      }
    }
  }
}
