// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities

/// A person for whom something changes between two schedules, and what it is.
public struct PersonAffected: Sendable {
  /// One thing that changes for a person. Sessions are ids; where each is, its own side says.
  public enum Change: Sendable, Hashable {
    /// Theirs, and placed only on the side after.
    case gained(session: String, Attendance, now: SessionState)
    /// Theirs, and placed only on the side before.
    case lost(session: String, Attendance, was: SessionState)
    case moved(session: String, Attendance, was: SessionState, now: SessionState)
    /// Needed in another way than before.
    case attendance(session: String, was: Attendance, now: Attendance)
    case clashes(SessionPair)
    case clashesNoMore(SessionPair)
    case mustCome(CalendarDate)
    case needNotCome(CalendarDate)
  }

  /// Two sessions of theirs at one time, by id.
  public struct SessionPair: Sendable, Hashable {
    /// The id of one session.
    public let first: String
    /// The id of the other.
    public let second: String
  }

  /// As in `people.csv`.
  public let id: String
  /// As in `people.csv`; two people may have one.
  public let name: String
  /// As in `people.csv`; empty where it is not stated.
  public let region: String
  /// Whether one of the changes is about a session that cannot do without them.
  public let isRequired: Bool
  /// Those about single sessions first.
  public let facts: [Change]
  let words: AffectedWords

  /// The same as clauses.
  public var changes: [String] { facts.map(words.text) }

  /// Everybody concerned, those who are required first, then those with most changes.
  static func all(_ before: Side, _ after: Side) -> [PersonAffected] {
    let (then, now) = (Calendars(before), Calendars(after))
    let people = before.scenario.people.map(\.id)
    let ids = people + after.scenario.people.map(\.id).filter { !Set(people).contains($0) }
    let affected = ids.compactMap { person($0, then, now) }
    return affected.sorted {
      ($0.isRequired ? 0 : 1, -$0.facts.count, $0.name, $0.id)
        < ($1.isRequired ? 0 : 1, -$1.facts.count, $1.name, $1.id)
    }
  }

  private static func person(_ id: String, _ then: Calendars, _ now: Calendars) -> PersonAffected? {
    guard let person = now.person(id) ?? then.person(id) else { return nil }
    let (old, new) = (then.entries(id), now.entries(id))
    var changes: [Change] = []
    var isRequired = false
    for session in Set(old.keys).union(new.keys).sorted() {
      let (a, b) = (old[session], new[session])
      guard let change = change(session, a, b) else { continue }
      isRequired = isRequired || a?.attendance == .required || b?.attendance == .required
      changes.append(change)
    }
    let (clashedBefore, clashesNow) = (Calendars.clashes(old), Calendars.clashes(new))
    let words = AffectedWords(person: id, before: then, after: now)
    changes += words.sorted(clashesNow.subtracting(clashedBefore)).map { .clashes($0) }
    changes += words.sorted(clashedBefore.subtracting(clashesNow)).map { .clashesNoMore($0) }
    if person.presence == .onsite {
      let (daysBefore, daysNow) = (Calendars.days(old), Calendars.days(new))
      changes += daysNow.subtracting(daysBefore).sorted().map { .mustCome($0) }
      changes += daysBefore.subtracting(daysNow).sorted().map { .needNotCome($0) }
    }
    guard !changes.isEmpty else { return nil }
    return PersonAffected(
      id: id, name: person.name, region: person.region, isRequired: isRequired, facts: changes,
      words: words)
  }

  private static func change(
    _ session: String, _ a: Calendars.Entry?, _ b: Calendars.Entry?
  ) -> Change? {
    guard let a else {
      guard let b, b.state.isPlaced else { return nil }
      return .gained(session: session, b.attendance, now: b.state)
    }
    guard let b else {
      guard a.state.isPlaced else { return nil }
      return .lost(session: session, a.attendance, was: a.state)
    }
    if a.state != b.state, a.state.isPlaced || b.state.isPlaced {
      return .moved(session: session, b.attendance, was: a.state, now: b.state)
    }
    guard a.attendance != b.attendance, b.state.isPlaced else { return nil }
    return .attendance(session: session, was: a.attendance, now: b.attendance)
  }
}
