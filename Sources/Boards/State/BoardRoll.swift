// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A draft against the tables as they are now. Every session of the tables is in exactly one of
/// `placed`, `unplaced` and `held`; what the draft knows and the tables no longer have is named beside.
public struct BoardRoll: Hashable, Sendable {
  /// A session where it stands, or stood.
  public struct Standing: Hashable, Sendable {
    /// The session's id.
    public let session: String
    /// `nil`: nowhere.
    public let place: BoardPlace?
  }

  /// In the order of the tables, each with its place.
  public private(set) var placed: [String] = []
  /// In the order of the tables.
  public private(set) var unplaced: [String] = []
  /// Unplaced for their activity's requirements, in the order of the tables. One that somebody has
  /// placed all the same is among `placed`.
  public private(set) var held: [String] = []
  /// Where the placed sessions stand, by id.
  public private(set) var places: [String: BoardPlace] = [:]
  /// Sessions that the tables no longer have, with where they stood, in the order of their ids.
  public private(set) var gone: [Standing] = []
  /// Sessions whose room the tables no longer have, with where they stood; they are unplaced or held.
  public private(set) var roomless: [Standing] = []

  public init(_ state: BoardState, _ tables: BoardTables) {
    for session in tables.sessions {
      let place = state.place(of: session)
      if let place, tables.has(room: place.room) {
        placed.append(session)
        places[session] = place
        continue
      }
      if let place { roomless.append(Standing(session: session, place: place)) }
      if tables.held.contains(session) { held.append(session) } else { unplaced.append(session) }
    }
    gone = state.sessions.filter { !tables.has(session: $0) }.map {
      Standing(session: $0, place: state.place(of: $0))
    }
  }

  /// As a schedule of the tables' sessions, in their order.
  ///
  /// - Parameter tables: those that it was made with.
  public func schedule(_ tables: BoardTables) -> Schedule {
    let held = Set(held)
    return Schedule(
      rows: tables.sessions.map { session in
        if let place = places[session] { return .placed(session, place.start, place.room) }
        return Schedule.Row(session: session, status: held.contains(session) ? .held : .unplaced)
      })
  }
}
