// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings

/// What the log of decisions calls sessions and rooms, and in which zone it tells the time.
public struct DecisionNames: Sendable {
  private let titles: [String: String]
  private let rooms: [String: String]
  private let zone: ZoneClock

  /// By the tables as they are now; what they no longer have is called by its id.
  public init(_ scenario: Scenario) {
    titles = Dictionary(
      scenario.sessions.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    rooms = Dictionary(
      scenario.rooms.indices.map { (scenario.rooms[$0].id, scenario.name(ofRoom: $0)) },
      uniquingKeysWith: { first, _ in first })
    zone = scenario.meeting.zone
  }

  /// `Opening (s1)`: people know the title, and the tables the id.
  func session(_ id: String) -> String {
    guard let title = titles[id] else { return "\(id) (no longer in the tables)" }
    return title.isEmpty || title == id ? id : "\(title) (\(id))"
  }

  /// `2026-11-03 09:30 in Main Hall`.
  func place(_ place: BoardPlace) -> String {
    "\(place.start) in \(rooms[place.room] ?? "\(place.room) (no longer in the tables)")"
  }

  /// `2026-11-03 09:30`, on the venue's clocks.
  func time(_ instant: Int) -> String { "\(zone.wallTime(atInstant: instant))" }

  /// `Europe/Oslo`.
  var zoneName: String { zone.zone.identifier }
}
