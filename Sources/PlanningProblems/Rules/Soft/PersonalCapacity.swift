// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension PlanningProblem {
  /// `personal-capacity`: a person in two overlapping sessions, at least once only by preference.
  mutating func addPersonalCapacity() {
    let price = weight(.personalCapacity)
    guard price > 0 else { return }
    var byPerson: [Int: [(position: SessionPosition, attendance: Attendance)]] = [:]
    for (position, session) in sessions.enumerated() {
      for (person, attendance) in attendances.bySession[session] {
        byPerson[person, default: []].append((position, attendance))
      }
    }
    for (_, own) in byPerson {
      for (i, a) in own.enumerated() {
        for b in own[(i + 1)...] where a.attendance == .preferred || b.attendance == .preferred {
          terms.overlapPrices.price.setBoth(a.position, b.position) { $0 + price }
        }
      }
    }
  }
}
