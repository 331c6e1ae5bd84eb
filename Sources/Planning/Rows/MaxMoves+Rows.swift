// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

extension DraftProgram {
  /// `max-moves`: sessions that stay where the baseline has them are at least all but the allowance.
  mutating func addMoveRows() {
    guard let cap = problem.maxMoves else { return }
    var stays = LinearExpression()
    for home in cap.homes {
      let p = home.session
      guard let place = home.place else {
        if let out = out[p] { stays.add(out) }
        continue
      }
      guard let s = problem.places[p].starts.firstIndexSorted(place.start),
        problem.scenario.rooms.indices.contains(place.room)
      else { continue }
      for entry in self.place[p][s] where entry.roomClass == classes.classOf[place.room] {
        stays.add(entry.column)
      }
    }
    require("moves", stays, atLeast: Double(cap.homes.count - cap.atMost))
  }
}
