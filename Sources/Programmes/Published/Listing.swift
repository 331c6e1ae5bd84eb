// SPDX-License-Identifier: GPL-3.0-or-later

import Languages
import Meetings

/// A programme as published, in order, with everything looked up that several outputs need.
package struct Listing {
  /// A day with its sessions.
  package struct DayOfSessions {
    /// On the venue's clock.
    package let date: CalendarDate
    /// What the meeting calls it; empty for a day that the meeting does not have.
    package let label: String
    /// Indices into `sessions`.
    package var sessions: [Int] = []
    /// The id of its element on the page.
    package var anchor: String { "day-\(date)" }
  }

  /// What is listed.
  package let programme: PublishedProgramme
  /// What its page says by itself.
  package let words: Words
  package let clock: VenueClock
  /// By start, room and id.
  package let sessions: [PublishedProgramme.Session]
  /// Those of the meeting and of the sessions, in order.
  package let days: [DayOfSessions]
  /// The rooms that sessions have, in the programme's order; unknown ones at the end.
  package let rooms: [PublishedProgramme.Room]
  /// Tokens; the kinds with the most sessions come first.
  package let kinds: [String]
  /// Those of the sessions, in order.
  package let themes: [String]
  /// Those of the sessions, in order.
  package let languages: [String]
  /// By the session's id.
  package let changes: [String: [PublishedProgramme.Change]]

  package init(_ programme: PublishedProgramme) {
    self.programme = programme
    words = Words(programme.language)
    clock = VenueClock(zone: programme.zone)
    let order = Dictionary(
      programme.rooms.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    sessions = programme.sessions.sorted { a, b in
      (a.start, order[a.room] ?? .max, a.room, a.id)
        < (b.start, order[b.room] ?? .max, b.room, b.id)
    }
    var days = programme.days.map { DayOfSessions(date: $0.date, label: $0.label) }
    for (index, session) in sessions.enumerated() {
      let date = clock.date(session.start)
      if let day = days.firstIndex(where: { $0.date == date }) {
        days[day].sessions.append(index)
      } else {
        days.append(DayOfSessions(date: date, label: "", sessions: [index]))
      }
    }
    self.days = days.sorted { $0.date < $1.date }
    let used = Set(sessions.map(\.room))
    let unknownRooms = used.subtracting(order.keys).subtracting([""]).sorted()
    rooms =
      programme.rooms.filter { used.contains($0.id) }
      + unknownRooms.map { PublishedProgramme.Room(id: $0, name: $0) }
    // The kinds that most sessions have come first: they are what people look for.
    let counts = sessions.flatMap(\.kinds).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    kinds = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    themes = Set(sessions.flatMap(\.themes)).sorted()
    languages = Set(sessions.flatMap(\.languages)).sorted()
    changes = Dictionary(grouping: programme.changes, by: \.session)
  }

  /// The room with an id, if a session is in it.
  package func room(_ id: String) -> PublishedProgramme.Room? { rooms.first { $0.id == id } }

  /// What people call a kind of session.
  package func kindName(_ token: String) -> String {
    programme.kindNames[token] ?? words.kind(token) ?? token
  }

  /// One of eight colours; words always stand beside it.
  package func colour(_ session: PublishedProgramme.Session) -> Int {
    (session.kinds.first.flatMap { kinds.firstIndex(of: $0) } ?? 7) % 8
  }
}
