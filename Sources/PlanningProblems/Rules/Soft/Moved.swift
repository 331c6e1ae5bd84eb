// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension PlanningProblem {
  /// `moved`: 3 for another date or start or for being left out, 1 for another room only.
  mutating func addMoved() {
    let price = weight(.moved)
    for home in homes {
      guard let (start, room) = home.place else { continue }
      let p = home.session
      if let cost = unplacedCost[p] {
        unplacedCost[p] = cost + 3 * price
      } else {
        absenceCost[p] = 3 * price
      }
      for (s, here) in places[p].starts.enumerated() {
        for (r, there) in places[p].rooms.enumerated() {
          let units = here != start ? 3 : there != room ? 1 : 0
          places[p].add(units * price, start: s, room: r)
        }
      }
    }
  }
}
