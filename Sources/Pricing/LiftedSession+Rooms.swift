// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// The rooms that the other sessions of an activity use.
struct ActivityRooms: Sendable {
  private let used: Set<RoomNumber>
  private let weight: Int

  /// `nil` where a room costs nothing more.
  init?(_ activity: Int, _ tables: PricingTables, _ others: [Stand?]) {
    weight = tables.weight(.roomChange)
    guard weight != 0 else { return nil }
    var used: Set<RoomNumber> = []
    for (other, stand) in others.enumerated() {
      guard let stand, stand.time != nil, let room = stand.room,
        tables.activities[other].contains(activity)
      else { continue }
      used.insert(room)
    }
    self.used = used
  }

  /// What they cost without the session.
  var without: Int { weight * max(0, used.count - 1) }

  /// What they cost with the session in a room.
  func cost(with room: RoomNumber) -> Int {
    weight * (used.contains(room) ? used.count - 1 : used.count)
  }
}

extension LiftedSession {
  /// What a room means by itself.
  func addRoom(_ room: RoomNumber, to part: inout Part) {
    part.cost += wandering.reduce(0) { $0 + $1.cost(with: room) }
    let index = tables.room(room)
    part.broken.insert(.pinned, if: row.pin.room != nil && row.pin.room != index)
    guard let index else {
      part.broken.insert(.roomAvailable)
      return
    }
    let there = tables.scenario.rooms[index]
    part.cost += tables.weight(.emptySeats) * max(0, (there.capacity - row.audience) / 50)
    part.broken.insert(
      .roomFit, if: there.capacity < row.audience || !row.needs.isSubset(of: there.features))
  }
}
