// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities

/// What is in people's calendars on one side of a comparison: one object, shared by everything that
/// is said about it.
final class Calendars: Sendable {
  struct Entry: Sendable {
    let attendance: Attendance
    let state: SessionState
  }

  private let side: Side
  private var scenario: Scenario { side.scenario }
  private let titles: [String: String]
  private let indices: [String: Int]
  /// By person.
  private let own: [Int: [String: Entry]]

  init(_ side: Side) {
    self.side = side
    titles = Dictionary(
      side.scenario.sessions.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    indices = Dictionary(
      side.scenario.people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first }
    )
    let states = side.states
    var own: [Int: [String: Entry]] = [:]
    for (session, people) in Attendances(side.scenario).bySession.enumerated() {
      let id = side.scenario.sessions[session].id
      for (person, attendance) in people {
        own[person, default: [:]][id] = Entry(
          attendance: attendance, state: states[id] ?? .absent)
      }
    }
    self.own = own
  }

  func person(_ id: String) -> Person? { indices[id].map { scenario.people[$0] } }

  func entries(_ id: String) -> [String: Entry] { indices[id].flatMap { own[$0] } ?? [:] }

  /// A state in words, with the person's own clock where that differs from the meeting's.
  ///
  /// - Parameter id: the person's.
  func words(_ state: SessionState, for id: String) -> String {
    let words = side.words(state)
    guard let stay = state.stay, let person = person(id), person.presence == .online else {
      return words
    }
    let start = person.zone.wallTime(atInstant: scenario.meeting.zone.instant(stay.start))
    return start == stay.start ? words : "\(words) (\(start.clock) on their clock)"
  }

  /// A session's title with its id.
  func name(_ session: String) -> String? {
    titles[session].map { CompareWords.named(session, $0) }
  }

  /// Pairs of sessions at the same time.
  static func clashes(_ entries: [String: Entry]) -> Set<PersonAffected.SessionPair> {
    let placed = entries.compactMap { id, entry in entry.state.stay.map { (id, $0) } }
      .sorted { $0.0 < $1.0 }
    var pairs: Set<PersonAffected.SessionPair> = []
    for (index, (id, stay)) in placed.enumerated() {
      for (other, otherStay) in placed[(index + 1)...] where stay.overlaps(otherStay) {
        pairs.insert(PersonAffected.SessionPair(first: id, second: other))
      }
    }
    return pairs
  }

  /// The days on which they are required.
  static func days(_ entries: [String: Entry]) -> Set<CalendarDate> {
    Set(
      entries.values.compactMap {
        $0.attendance == .required ? $0.state.stay?.start.date : nil
      })
  }
}
