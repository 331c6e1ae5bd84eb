// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// What becomes of one session between two schedules.
public struct SessionChange: Sendable, Hashable {
  /// What sort of change it is.
  public enum Sort: String, Sendable, CaseIterable {
    /// Another date or start, and perhaps another room.
    case moved
    case roomChanged = "room-changed"
    /// Not placed before, placed now; this includes a new session.
    case placed
    /// Placed before and not now; this includes a session that is gone.
    case dropped
    /// At its old start and room, but longer or shorter.
    case resized
  }

  /// Its id.
  public let session: String
  /// As it is after, or as it was before if it is gone.
  public let title: String
  /// What sort of change it is.
  public let sort: Sort
  /// Where it was.
  public let before: SessionState
  /// Where it is.
  public let after: SessionState

  /// What happened, in a word or two.
  public var label: String {
    switch sort {
    case .moved: before.room == after.room ? "moved" : "moved, other room"
    case .roomChanged: "other room"
    case .placed: before == .absent ? "new" : "placed"
    case .dropped: after == .absent ? "removed" : "dropped"
    case .resized: after.stay?.minutes ?? 0 > before.stay?.minutes ?? 0 ? "longer" : "shorter"
    }
  }

  /// The changes between two sides, in order of the time that they are about.
  static func all(_ before: Side, _ after: Side) -> [SessionChange] {
    let (then, now) = (before.states, after.states)
    let titles = Dictionary(
      (after.scenario.sessions + before.scenario.sessions).map { ($0.id, $0.title) },
      uniquingKeysWith: { first, _ in first })
    let changes = titles.compactMap { id, title -> SessionChange? in
      let (a, b) = (then[id] ?? .absent, now[id] ?? .absent)
      guard let sort = sort(a, b) else { return nil }
      return SessionChange(session: id, title: title, sort: sort, before: a, after: b)
    }
    return changes.sorted { $0.order < $1.order }
  }

  private static func sort(_ before: SessionState, _ after: SessionState) -> Sort? {
    guard let a = before.stay else { return after.isPlaced ? .placed : nil }
    guard let b = after.stay else { return .dropped }
    if a.start != b.start { return .moved }
    if before.room != after.room { return .roomChanged }
    return a.end == b.end ? nil : .resized
  }

  private var order: (Int, String) {
    ((before.stay ?? after.stay)?.start.minutes ?? .max, session)
  }
}
