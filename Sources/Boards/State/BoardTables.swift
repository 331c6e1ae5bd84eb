// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// What a board needs of a scenario's tables: the same for all its drafts, until the tables change.
public struct BoardTables: Sendable {
  /// All sessions' ids, in the order of their table.
  public let sessions: [String]
  /// Of the sessions that are held back for their activity's requirements.
  public let held: Set<String>
  /// The digest of the tables, as in `draft.json`.
  public let digest: String
  private let minutes: [String: Int]
  /// For each room, the rooms that cannot be used at the same time: itself, its parts, and what it is
  /// a part of.
  private let sharing: [String: Set<String>]

  /// - Parameters:
  ///   - held: ids of the sessions that are held back.
  ///   - digest: of the tables.
  public init(_ scenario: Scenario, held: Set<String>, digest: String) {
    sessions = scenario.sessions.map(\.id)
    self.held = held
    self.digest = digest
    minutes = Dictionary(
      scenario.sessions.map { ($0.id, $0.minutes) }, uniquingKeysWith: { first, _ in first })
    let plain = scenario.rooms.indices.map { room in
      let parts = scenario.rooms[room].parts
      return Set(parts.isEmpty ? [room] : parts)
    }
    var sharing: [String: Set<String>] = [:]
    for (room, own) in zip(scenario.rooms, plain) {
      sharing[room.id] = Set(
        scenario.rooms.indices.filter { !plain[$0].isDisjoint(with: own) }
          .map { scenario.rooms[$0].id })
    }
    self.sharing = sharing
  }

  /// Those of tables that cannot be read: nothing is known of them.
  ///
  /// - Parameter digest: of the tables.
  public init(unreadable digest: String) {
    (sessions, held, minutes, sharing) = ([], [], [:], [:])
    self.digest = digest
  }

  /// Whether there is such a session.
  public func has(session: String) -> Bool { minutes[session] != nil }

  /// Whether there is such a room.
  public func has(room: String) -> Bool { sharing[room] != nil }

  /// Whether two sessions at two places would be in the same room at the same time.
  public func meet(
    _ one: String, at place: BoardPlace, _ other: String, at otherPlace: BoardPlace
  ) -> Bool {
    let shared = sharing[place.room] ?? [place.room]
    guard shared.contains(otherPlace.room) else { return false }
    let end = place.start + (minutes[one] ?? 1)
    let otherEnd = otherPlace.start + (minutes[other] ?? 1)
    return place.start < otherEnd && otherPlace.start < end
  }
}
