// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension PlanningProblem {
  /// `overload`: required sessions of a person above what the person may have a day.
  mutating func addOverload() {
    let price = weight(.overload)
    guard price > 0 else { return }
    for (person, own) in requiredSessions {
      guard let most = scenario.people[person].maxPerDay, own.count > most else { continue }
      terms.dayCaps.all.append(
        DayCap(
          name: "overload \(scenario.people[person].id)", members: own, atMost: most, price: price))
    }
  }
}
