// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Texts

/// A session that is elsewhere than in the draft that is asked about.
public struct DraftChange: Sendable, Hashable {
  /// Index into `Scenario.sessions`.
  public let session: Int
  /// Its row in the draft.
  public let before: Schedule.Row
  /// Its row in the answer.
  public let after: Schedule.Row
}

/// What answers about a draft call sessions, rooms and places.
extension DraftAnalysis {
  /// The title that people know, and the id where it says something else.
  func name(_ session: Int) -> String {
    let (id, title) = (scenario.sessions[session].id, scenario.sessions[session].title)
    return title.isEmpty || title == id ? id : "\(title) (\(id))"
  }

  /// The same by id.
  func name(ofSession id: String) -> String {
    scenario.sessions.firstIndex { $0.id == id }.map(name) ?? id
  }

  /// Rooms by name, ids where they say something else.
  func names(ofRooms ids: [String]) -> String {
    ids.map { id in scenario.rooms.first { $0.id == id }?.nameWithID ?? id }
      .joined(separator: ", ")
  }

  /// `2023-10-09 09:30 in Main Hall`.
  func words(_ row: Schedule.Row) -> String {
    guard let start = row.start, let room = row.room else { return "left out" }
    let name = scenario.rooms.firstIndex { $0.id == room }.map(scenario.name(ofRoom:)) ?? room
    return "\(start) in \(name)"
  }

  /// `Opening (opening-1): 2023-10-09 09:30 in … → 2023-10-10 11:00 in …`.
  func words(_ change: DraftChange) -> String {
    "\(name(change.session)): \(words(change.before)) → \(words(change.after))"
  }

  func words(_ changes: [DraftChange]) -> String { changes.map(words).joined(separator: "; ") }

  /// The first few of some names, and how many more there are.
  static func few(_ names: [String], most: Int = 3) -> String {
    names.listed(atMost: most)
  }
}
