// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension PlanningProblem {
  /// `moved`: 3 for another date or start or for being left out, 1 for another room only;
  /// and `max-moves`, which counts a change of status too.
  mutating func addMoved(from baseline: Schedule, atMost: Int?) {
    let price = weight(.moved)
    let rows = baseline.firstRows
    let rooms = Dictionary(uniqueKeysWithValues: scenario.rooms.enumerated().map { ($1.id, $0) })
    var homes: [MoveCap.Home] = []
    for p in sessions.indices {
      guard let row = rows[session(p).id] else { continue }
      guard row.status == .placed, let start = row.start?.minutes else {
        homes.append(MoveCap.Home(session: p, place: nil))
        continue
      }
      // A room that is no more has no index: every place is a move then.
      let home = row.room.flatMap { rooms[$0] } ?? -1
      homes.append(MoveCap.Home(session: p, place: (start, home)))
      if let cost = unplacedCost[p] {
        unplacedCost[p] = cost + 3 * price
      } else {
        absenceCost[p] = 3 * price
      }
      for (s, here) in places[p].starts.enumerated() {
        for (r, room) in places[p].rooms.enumerated() {
          let units = here != start ? 3 : room != home ? 1 : 0
          places[p].add(units * price, start: s, room: r)
        }
      }
    }
    if let atMost { maxMoves = MoveCap(homes: homes, atMost: atMost) }
  }
}
