// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

extension DraftProgram {
  /// `exclusive` and must links `apart`: pairs that may not overlap, moment by moment.
  mutating func addGapRows() {
    let count = problem.sessions.count
    var byPerson = SquareTable<Int>(repeating: -1, side: count)
    let transfer = problem.scenario.meeting.transferMinutes
    for (_, own) in problem.requiredSessions {
      for (i, a) in own.enumerated() {
        for b in own[(i + 1)...] { byPerson.setBoth(a, b) { _ in transfer } }
      }
    }
    for p in 0..<count {
      for q in (p + 1)..<max(count, p + 1) where problem.requiredGap[p, q] > byPerson[p, q] {
        for moment in moments(of: [p, q]) {
          let gap = problem.requiredGap[p, q]
          var both = active(p, at: moment, after: gap)
          let other = active(q, at: moment, after: gap)
          if both.isEmpty || other.isEmpty { continue }
          both.add(other)
          require(
            "\(problem.session(p).id) or \(problem.session(q).id) at \(moment)", both, atMost: 1)
        }
      }
    }
  }
}
