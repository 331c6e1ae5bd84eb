// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Who is in a session's way at a place: the sessions of that room, and of rooms that share a part with
/// it, that are nearer in time than the turnover.
struct RoomWays {
  private struct Stay {
    let session: Int
    let hours: Time.Hours
    /// Minutes that must lie between.
    let turnover: Int
  }

  /// By room.
  private let stays: [[Stay]]
  private let minutes: [Int]
  private let movable: Set<Int>

  /// - Parameter movable: those that can be displaced.
  init(_ programme: PricedProgramme, movable: Set<Int>) {
    let scenario = programme.scenario
    let tables = programme.tables
    self.movable = movable
    minutes = scenario.sessions.map(\.minutes)
    var stays: [[Stay]] = scenario.rooms.map { _ in [] }
    for (session, stand) in programme.stands.enumerated() {
      guard let hours = stand?.time?.hours, let own = tables.room(stand?.room) else { continue }
      for room in tables.meeting[own] {
        let turnover = max(
          scenario.rooms[room].turnoverMinutes, scenario.rooms[own].turnoverMinutes)
        stays[room].append(Stay(session: session, hours: hours, turnover: turnover))
      }
    }
    self.stays = stays
  }

  /// The two sessions that a third would displace, in the table's order; `nil` where one is in its way
  /// that cannot be, or where there are more or fewer.
  ///
  /// - Parameter moving: those that go elsewhere anyhow.
  func pair(displacedBy session: Int, at start: WallTime, _ room: Int, moving: [Int]) -> [Int]? {
    let hours = Time.Hours(start: start.minutes, end: start.minutes + minutes[session])
    var found: [Int] = []
    for stay in stays[room] where hours.gap(stay.hours) < stay.turnover {
      guard stay.session != session, !moving.contains(stay.session) else { continue }
      guard found.count < 2, movable.contains(stay.session) else { return nil }
      found.append(stay.session)
    }
    return found.count == 2 ? found : nil
  }
}
