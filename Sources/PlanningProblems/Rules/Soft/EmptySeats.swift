// SPDX-License-Identifier: GPL-3.0-or-later

extension PlanningProblem {
  /// `empty-seats`: one unit for every full 50 seats that stay empty.
  mutating func addEmptySeats() {
    let price = weight(.emptySeats)
    guard price > 0 else { return }
    for p in sessions.indices {
      for (r, room) in places[p].rooms.enumerated() {
        let units = (self.room(room).capacity - session(p).audience) / 50
        guard units > 0 else { continue }
        for s in places[p].starts.indices { places[p].add(units * price, start: s, room: r) }
      }
    }
  }
}
