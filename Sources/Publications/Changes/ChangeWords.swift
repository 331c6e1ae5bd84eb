// SPDX-License-Identifier: GPL-3.0-or-later

import Programmes
import Texts

/// What changed, in words: the sentences of pages, letters and the terminal about facts that
/// `ProgrammeChange` holds.
enum ChangeWords {
  // MARK: How much

  /// `7 sessions changed: 5 moved, 1 in another room, 1 cancelled; 1 room renamed (3 sessions)`.
  static func summary(_ change: ProgrammeChange) -> String {
    var parts: [String] = []
    if !change.sessions.isEmpty {
      let counts = change.counts.map { counted($0.what, $0.count) }.joined(separator: ", ")
      parts.append("\(sessionsChanged(change.sessions.count)): \(counts)")
    }
    if let rooms = rooms(change.rooms) { parts.append(rooms) }
    return parts.isEmpty ? "no session changed" : parts.joined(separator: "; ")
  }

  /// `7 sessions changed; 1 room renamed (3 sessions)`.
  static func short(_ change: ProgrammeChange) -> String {
    let parts = [sessionsChanged(change.sessions.count), rooms(change.rooms)].compactMap(\.self)
    return (change.sessions.isEmpty && parts.count > 1 ? [parts[1]] : parts).joined(separator: "; ")
  }

  static func sessionsChanged(_ count: Int) -> String {
    Count.of(count, "session changed", "sessions changed")
  }

  /// `1 room renamed (3 sessions)`; `nil` where all are as they were.
  private static func rooms(_ changes: [RoomChange]) -> String? {
    guard !changes.isEmpty else { return nil }
    let sessions = Set(changes.flatMap(\.sessions)).count
    let verb = changes.allSatisfy(\.isRenamed) ? "renamed" : "described otherwise"
    return "\(Count.of(changes.count, "room")) \(verb) (\(Count.of(sessions, "session")))"
  }

  static func counted(_ what: EventChange.What, _ count: Int) -> String {
    switch what {
    case .cancelled: "\(count) cancelled"
    case .returned: "\(count) back again"
    case .moved: "\(count) moved"
    case .room: "\(count) in another room"
    case .people: "\(count) with other people"
    case .title: "\(count) retitled"
    case .new: "\(count) new"
    case .details: "\(count) with other details"
    }
  }

  // MARK: Rooms

  /// `Room 1 is now called Hall A.`
  static func line(_ change: RoomChange) -> String {
    let (before, after) = (change.before, change.after)
    guard change.isRenamed else {
      return after.location.isEmpty
        ? "\(after.name): where it is is no longer said (before: \(before.location))."
        : "\(after.name) is now said to be at: \(after.location)"
          + (before.location.isEmpty ? "." : " (before: \(before.location)).")
    }
    let place =
      after.location == before.location || after.location.isEmpty ? "" : ", \(after.location)"
    return "\(before.name) is now called \(after.name)\(place)."
  }

  // MARK: People

  /// A line for each role: `Speaker: Cam Example in place of Ben Example`.
  static func lines(_ change: PeopleChange) -> [String] {
    change.turns.map(line)
      + change.renamed.map { "\($0.after): so far called \($0.before)" }
  }

  private static func line(_ turn: PeopleChange.Turn) -> String {
    let role = turn.role.isEmpty ? "with" : turn.role
    if turn.left.isEmpty { return "New \(turn.role.isEmpty ? "in it" : role): \(turn.came.listed)" }
    if turn.came.isEmpty {
      return "No longer \(turn.role.isEmpty ? "in it" : role): \(turn.left.listed)"
    }
    return "\(role.capitalizedFirst): \(turn.came.listed) in place of \(turn.left.listed)"
  }

  /// `Ben Example (speaker)`, a cell of a table for each.
  static func cell(_ parts: [PeopleChange.Part]) -> [String] {
    parts.map { $0.role.isEmpty ? $0.name : "\($0.name) (\($0.role))" }
  }
}
