// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

extension DraftProgram {
  /// `person-free`: one clique per person and moment, transfer included, instead of pairs.
  mutating func addPersonFreeRows() {
    let transfer = problem.scenario.meeting.transferMinutes
    var written: Set<[Int]> = []
    for (person, own) in problem.requiredSessions where own.count > 1 {
      // People who must attend the same sessions are one.
      guard written.insert(own).inserted else { continue }
      for moment in moments(of: own) {
        var running = LinearExpression()
        for p in own { running.add(active(p, at: moment, after: transfer)) }
        if running.factors.count > 1 {
          require(
            "\(problem.scenario.people[person].id) at \(moment)", running, atMost: 1)
        }
      }
    }
  }
}
