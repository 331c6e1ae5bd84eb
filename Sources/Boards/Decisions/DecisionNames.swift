// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings

/// What the log of decisions calls sessions and rooms, and in which zone it tells the time.
public struct DecisionNames: Sendable {
  private let titles: [String: String]
  private let rooms: [String: String]
  private let zone: ZoneClock
  /// By the rules' ids.
  private let rules: [String: String]
  private let broken: Set<String>?

  /// By the tables as they are now; what they no longer have is called by its id.
  ///
  /// - Parameters:
  ///   - rules: what hard rules are called, by their ids.
  ///   - broken: ids of the violations that the draft has now; `nil` where nobody knows.
  public init(_ scenario: Scenario, rules: [String: String] = [:], broken: Set<String>? = nil) {
    self.rules = rules
    self.broken = broken
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

  /// `One session in a room at a time: Opening (s1) and Closing (s2)`. A violation's id is its rule,
  /// its limit where it has one, and its sessions.
  func violation(_ id: String) -> String {
    let parts = id.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1, let rule = rules[parts[0]], let sessions = parts.last else { return id }
    let limit = parts.count > 2 ? " (limit \(parts[1]))" : ""
    let listed = sessions.split(separator: ",").map { session(String($0)) }.listed
    return rule + limit + (listed.isEmpty ? "" : ": \(listed)")
  }

  /// Whether the draft no longer breaks a rule that is put up with.
  func isKeptNow(_ violation: String) -> Bool { broken.map { !$0.contains(violation) } ?? false }

  /// `2026-11-03 09:30 in Main Hall`.
  func place(_ place: BoardPlace) -> String {
    "\(place.start) in \(rooms[place.room] ?? "\(place.room) (no longer in the tables)")"
  }

  /// `2026-11-03 09:30`, on the venue's clocks.
  func time(_ instant: Int) -> String { "\(zone.wallTime(atInstant: instant))" }

  /// `Europe/Oslo`.
  var zoneName: String { zone.zone.identifier }
}
