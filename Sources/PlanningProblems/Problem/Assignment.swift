// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Where every session is: indices into its place table, or nothing if it is left out.
public struct Assignment: Sendable, Hashable {
  /// A start and a room of one session.
  public struct Place: Sendable, Hashable {
    /// Of the session's own starts.
    public var start: StartOption
    /// Of the session's own rooms.
    public var room: RoomOption
    /// A place of a session's table; that it is to be had is not asked here.
    public init(start: StartOption, room: RoomOption) {
      self.start = start
      self.room = room
    }
  }

  /// By position in `PlanningProblem.sessions`.
  public var places: TypedArray<SessionPosition, Place?>

  /// Of every session of a problem, in its order.
  public init(places: TypedArray<SessionPosition, Place?>) { self.places = places }
}

extension PlanningProblem {
  /// Venue minute at which a session starts, or `nil` where it is left out.
  package func start(_ p: SessionPosition, in assignment: Assignment) -> Int? {
    assignment.places[p].map { places[p].starts[$0.start] }
  }

  /// The room of a session; `nil` where it is left out.
  package func room(_ p: SessionPosition, in assignment: Assignment) -> RoomPosition? {
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
          room(places[p].rooms[place.room]).id)
      })
  }

  /// A schedule as an assignment; sessions at places they cannot take come out as left out.
  public func assignment(_ schedule: Schedule) -> Assignment {
    let rows = schedule.firstRows
    return Assignment(
      places: TypedArray(over: sessions.indices) { p in
        guard let row = rows[session(p).id], row.status == .placed, let start = row.start,
          let s = places[p].starts.firstIndex(of: start.minutes),
          let r = places[p].rooms.firstIndex(where: { room($0).id == row.room }),
          places[p].price(s, r) != nil
        else { return nil }
        return .init(start: s, room: r)
      })
  }
}
