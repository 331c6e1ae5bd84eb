// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension PlanningProblem {
  /// `day-balance`: each intersessional kind spread evenly over the days.
  mutating func addDayBalance() {
    let price = weight(.dayBalance)
    let days = scenario.meeting.days.count
    guard price > 0, days > 0 else { return }
    for kind in Kind.intersessional {
      let members = sessions.indices.filter {
        scenario.kinds(ofSession: sessions[$0]).contains(kind)
      }
      let share = (members.count + days - 1) / days
      guard members.count > share else { continue }
      terms.dayCaps.all.append(
        DayCap(name: "day-balance \(kind)", members: members, atMost: share, price: price))
    }
  }
}
