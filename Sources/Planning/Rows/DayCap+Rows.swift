// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

extension DraftProgram {
  /// `day-balance` and `overload`: what a day holds above its share.
  mutating func addDayCapRows() {
    for cap in problem.dayCaps {
      for (day, date) in problem.scenario.meeting.days.map(\.date).enumerated() {
        var held = LinearExpression()
        var able = 0
        for p in cap.members {
          let here = time[p].indices.filter { self.problem.places[p].days[$0] == day }
          for s in here { held.add(time[p][s]) }
          if !here.isEmpty { able += 1 }
        }
        let others = cap.heldDays.count { $0 == day }
        held.constant = Double(others)
        guard able + others > cap.atMost else { continue }
        let problem = problem
        let excess = column(
          "\(cap.name) on \(date)", of: .shared(cap.members),
          upper: Double(able + others - cap.atMost),
          cost: cap.price
        ) { assignment in
          let count = cap.members.count { p in
            assignment.places[p].map { problem.places[p].days[$0.start] == day } ?? false
          }
          return Double(max(0, count + others - cap.atMost))
        }
        held.add(excess, times: -1)
        require("\(cap.name) on \(date)", held, atMost: Double(cap.atMost))
      }
    }
  }
}
