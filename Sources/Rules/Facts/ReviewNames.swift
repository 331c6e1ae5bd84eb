// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// What the sentences of a review call sessions, rooms and people: taken from the tables alone, so
/// a finding keeps no schedule in memory. One object for all findings of a review.
final class ReviewNames: Sendable {
  let scenario: Scenario

  init(_ scenario: Scenario) { self.scenario = scenario }

  func id(_ session: Int) -> String { scenario.sessions[session].id }

  /// `s1, s2`.
  func ids(_ sessions: [Int]) -> String { sessions.map(id).joined(separator: ", ") }

  /// `s1 “Opening”`: the id that tables and commands know, and the title that people know.
  func named(_ session: Int) -> String {
    let (id, title) = (scenario.sessions[session].id, scenario.sessions[session].title)
    guard !title.isEmpty, title.lowercased() != id.lowercased() else { return id }
    let words = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard words.count > Self.longestTitle else { return "\(id) “\(words)”" }
    // Cut between two words where there are some.
    let cut = words.prefix(Self.longestTitle)
    let whole = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
    return "\(id) “\(whole) …”"
  }

  /// The most characters of a title in a sentence; longer ones are cut.
  private static let longestTitle = 48

  /// `s1 “Opening” (Main Hall, 2025-06-23 09:00-10:00)`, `(Main Hall, 2025-06-23, no hour)`.
  func words(_ entry: ReviewedSchedule.Entry) -> String {
    let when =
      switch entry {
      case .placed(let placed): " \(scenario.meeting.zone.words(placed.stay))"
      case .dayOnly(let day): " \(day.date), no hour"
      }
    return "\(named(entry.session)) (\(name(ofRoom: entry.room, entry.roomID)),\(when))"
  }

  func words(_ placed: ReviewedSchedule.Placed) -> String { words(.placed(placed)) }

  /// The name that people know, or the id of a room that has none or no longer exists.
  ///
  /// - Parameters:
  ///   - room: its index, where the scenario has it.
  ///   - id: `nil` where no room is known yet.
  func name(ofRoom room: Int?, _ id: String?) -> String {
    guard let id else { return "no room" }
    return room.map(scenario.name(ofRoom:)) ?? id
  }

  /// `Ada, Grace and Mary`.
  func names(_ people: some Sequence<Int>) -> String {
    let names = people.map(scenario.name(ofPerson:))
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
