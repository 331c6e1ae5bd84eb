// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities

/// A person for whom something changes between two schedules, and what.
public struct PersonAffected: Sendable, Hashable {
  public let id: String
  public let name: String
  public let region: String
  /// Whether one of the changes is about a session that cannot do without them.
  public let isRequired: Bool
  /// Sentences, those about sessions first.
  public let changes: [String]

  /// Everybody concerned, those who are required first, then those with most changes.
  static func all(_ before: Side, _ after: Side) -> [PersonAffected] {
    let (then, now) = (Calendars(before), Calendars(after))
    let people = before.scenario.people.map(\.id)
    let ids = people + after.scenario.people.map(\.id).filter { !Set(people).contains($0) }
    let affected = ids.compactMap { person($0, then, now) }
    return affected.sorted {
      ($0.isRequired ? 0 : 1, -$0.changes.count, $0.name, $0.id)
        < ($1.isRequired ? 0 : 1, -$1.changes.count, $1.name, $1.id)
    }
  }

  private static func person(_ id: String, _ then: Calendars, _ now: Calendars) -> PersonAffected? {
    guard let person = now.person(id) ?? then.person(id) else { return nil }
    let (old, new) = (then.entries(id), now.entries(id))
    var changes: [String] = []
    var isRequired = false
    for session in Set(old.keys).union(new.keys).sorted() {
      let (a, b) = (old[session], new[session])
      guard let words = change(session, a, b, then.clock(id), now.clock(id)) else { continue }
      isRequired = isRequired || a?.attendance == .required || b?.attendance == .required
      changes.append(words)
    }
    let (clashedBefore, clashesNow) = (Calendars.clashes(old), Calendars.clashes(new))
    for pair in clashesNow.subtracting(clashedBefore).sorted() {
      changes.append("\(pair) are now at the same time")
    }
    for pair in clashedBefore.subtracting(clashesNow).sorted() {
      changes.append("\(pair) are no longer at the same time")
    }
    if person.presence == .onsite {
      let (daysBefore, daysNow) = (Calendars.days(old), Calendars.days(new))
      for day in daysNow.subtracting(daysBefore).sorted() { changes.append("must come on \(day)") }
      for day in daysBefore.subtracting(daysNow).sorted() {
        changes.append("need not come on \(day) any more")
      }
    }
    guard !changes.isEmpty else { return nil }
    return PersonAffected(
      id: id, name: person.name, region: person.region, isRequired: isRequired, changes: changes)
  }

  private static func change(
    _ session: String, _ a: Calendars.Entry?, _ b: Calendars.Entry?,
    _ oldClock: (Interval) -> String, _ newClock: (Interval) -> String
  ) -> String? {
    guard let a else {
      guard let b, let stay = b.standing.stay else { return nil }
      return "\(session) (\(b.attendance)): new for them, \(b.standing.words)\(newClock(stay))"
    }
    guard let b else {
      guard a.standing.isPlaced else { return nil }
      return "\(session) (\(a.attendance)): no longer theirs, was \(a.standing.words)"
    }
    if a.standing != b.standing, a.standing.isPlaced || b.standing.isPlaced {
      let was = a.standing.words + (a.standing.stay.map(oldClock) ?? "")
      let isNow = b.standing.words + (b.standing.stay.map(newClock) ?? "")
      return "\(session) (\(b.attendance)): \(was) → \(isNow)"
    }
    guard a.attendance != b.attendance, b.standing.isPlaced else { return nil }
    return "\(session): \(a.attendance) before, \(b.attendance) now"
  }
}

/// What stands in people's calendars on one side.
private struct Calendars {
  struct Entry {
    let attendance: Attendance
    let standing: Standing
  }

  private let scenario: Scenario
  private let indices: [String: Int]
  /// By person.
  private var own: [Int: [String: Entry]] = [:]

  init(_ side: Side) {
    scenario = side.scenario
    indices = Dictionary(
      side.scenario.people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first }
    )
    let standings = side.standings
    for (session, people) in Attendances(side.scenario).bySession.enumerated() {
      let id = side.scenario.sessions[session].id
      for (person, attendance) in people {
        own[person, default: [:]][id] = Entry(
          attendance: attendance, standing: standings[id] ?? .absent)
      }
    }
  }

  func person(_ id: String) -> Person? { indices[id].map { scenario.people[$0] } }

  func entries(_ id: String) -> [String: Entry] { indices[id].flatMap { own[$0] } ?? [:] }

  /// What a stay is on the person's own clock, where that is another than the meeting's.
  func clock(_ id: String) -> (Interval) -> String {
    guard let person = person(id), person.presence == .online else { return { _ in "" } }
    let (venue, home) = (scenario.meeting.zone, person.zone)
    return { stay in
      let start = home.wallTime(atInstant: venue.instant(stay.start))
      return start == stay.start ? "" : " (\(start.clock) on their clock)"
    }
  }

  /// Pairs of sessions at the same time.
  static func clashes(_ entries: [String: Entry]) -> Set<String> {
    let placed = entries.compactMap { id, entry in entry.standing.stay.map { (id, $0) } }
      .sorted { $0.0 < $1.0 }
    var pairs: Set<String> = []
    for (index, (id, stay)) in placed.enumerated() {
      for (other, otherStay) in placed[(index + 1)...] where stay.overlaps(otherStay) {
        pairs.insert("\(id) and \(other)")
      }
    }
    return pairs
  }

  /// The days on which they are required.
  static func days(_ entries: [String: Entry]) -> Set<CalendarDate> {
    Set(
      entries.values.compactMap {
        $0.attendance == .required ? $0.standing.stay?.start.date : nil
      })
  }
}
