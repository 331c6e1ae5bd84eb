// SPDX-License-Identifier: GPL-3.0-or-later

extension PlanningProblem {
  /// `room-free`: rooms share space when they are one room, a joined room and its part, or two
  /// joined rooms with a common part; the larger turnover counts.
  mutating func addRoomFree() {
    let rooms = scenario.rooms
    for a in rooms.indices {
      for b in a..<rooms.count {
        let shared =
          a == b || rooms[a].parts.contains(b) || rooms[b].parts.contains(a)
          || !Set(rooms[a].parts).isDisjoint(with: rooms[b].parts)
        guard shared else { continue }
        let gap = max(rooms[a].turnoverMinutes, rooms[b].turnoverMinutes)
        terms.roomGaps.minutes.setBoth(a, b) { _ in gap }
      }
    }
  }
}
