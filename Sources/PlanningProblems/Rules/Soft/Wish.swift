// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension PlanningProblem {
  /// `wish`: inside means inside the window and the room, where both are named.
  mutating func addWishes() {
    for wish in scenario.wishes {
      let price = wish.strength * weight(.wish)
      guard price > 0 else { continue }
      for p in positions(of: wish.subject) {
        for (s, start) in places[p].starts.enumerated() {
          let stay = Interval(start: WallTime(minutes: start), minutes: minutes[p])
          let inWindow = wish.window?.hold(stay) ?? true
          for (r, room) in places[p].rooms.enumerated() {
            let isInside = inWindow && (wish.room.map(RoomPosition.init) ?? room) == room
            if isInside != wish.wantsIt { places[p].add(price, start: s, room: r) }
          }
        }
      }
    }
  }
}
