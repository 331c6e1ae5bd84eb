// SPDX-License-Identifier: GPL-3.0-or-later

extension PlanningProblem {
  /// `room-free`: rooms share space when they are one room, a joined room and its part, or two
  /// joined rooms with a common part; the larger turnover counts.
  mutating func addRoomFree() {
    for a in rooms {
      for b in a..<rooms.upperBound {
        let (own, other) = (room(a), room(b))
        let shared =
          a == b || own.parts.contains(b.index) || other.parts.contains(a.index)
          || !Set(own.parts).isDisjoint(with: other.parts)
        guard shared else { continue }
        let gap = max(own.turnoverMinutes, other.turnoverMinutes)
        terms.roomGaps.minutes.setBoth(a, b) { _ in gap }
      }
    }
  }
}
