// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Where every session is: indices into its place table, or nothing if it is left out.
public struct Assignment: Sendable, Hashable {
  public struct Place: Sendable, Hashable {
    public var start: StartOption
    public var room: RoomOption
    public init(start: StartOption, room: RoomOption) {
      self.start = start
      self.room = room
    }
  }

  /// By position in `PlanningProblem.sessions`.
  public var places: [Place?]

  public init(places: [Place?]) { self.places = places }
}

extension PlanningProblem {
  /// Venue minute at which a session starts, or `nil` where it is left out.
  package func start(_ p: Int, in assignment: Assignment) -> Int? {
    assignment.places[p].map { places[p].starts[$0.start] }
  }

  /// Scenario index of a session's room.
  package func room(_ p: Int, in assignment: Assignment) -> Int? {
    assignment.places[p].map { places[p].rooms[$0.room] }
  }

  /// The assignment as a schedule of the scenario, held sessions included, in the scenario's order.
  public func schedule(_ assignment: Assignment) -> Schedule {
    Schedule(
      rows: scenario.sessions.indices.map { index in
        let id = scenario.sessions[index].id
        guard let p = position[index] else { return .init(session: id, status: .held) }
        guard let place = assignment.places[p] else {
          return .init(session: id, status: .unplaced)
        }
        return .placed(
          id, WallTime(minutes: places[p].starts[place.start]),
          scenario.rooms[places[p].rooms[place.room]].id)
      })
  }

  /// A schedule as an assignment; sessions at places they cannot take come out as left out.
  public func assignment(_ schedule: Schedule) -> Assignment {
    let rows = schedule.firstRows
    return Assignment(
      places: sessions.indices.map { p in
        guard let row = rows[session(p).id], row.status == .placed, let start = row.start,
          let s = places[p].starts.firstIndex(of: start.minutes),
          let r = places[p].rooms.firstIndex(where: { scenario.rooms[$0].id == row.room }),
          places[p].price(s, r) != nil
        else { return nil }
        return .init(start: s, room: r)
      })
  }
}
