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
      guard
        let words = change(
          now.name(session) ?? then.name(session) ?? session, a, b, then.words(id), now.words(id))
      else { continue }
      isRequired = isRequired || a?.attendance == .required || b?.attendance == .required
      changes.append(words)
    }
    let (clashedBefore, clashesNow) = (then.clashes(old), now.clashes(new))
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

  /// - Parameters:
  ///   - was: a standing in words, on the side before.
  ///   - now: the same on the side after.
  private static func change(
    _ session: String, _ a: Calendars.Entry?, _ b: Calendars.Entry?,
    _ was: (Standing) -> String, _ now: (Standing) -> String
  ) -> String? {
    guard let a else {
      guard let b, b.standing.isPlaced else { return nil }
      return "\(session), \(b.attendance): new for them, \(now(b.standing))"
    }
    guard let b else {
      guard a.standing.isPlaced else { return nil }
      return "\(session), \(a.attendance): no longer theirs, was \(was(a.standing))"
    }
    if a.standing != b.standing, a.standing.isPlaced || b.standing.isPlaced {
      return "\(session), \(b.attendance): \(was(a.standing)) → \(now(b.standing))"
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

  private let side: Side
  private var scenario: Scenario { side.scenario }
  private let titles: [String: String]
  private let indices: [String: Int]
  /// By person.
  private var own: [Int: [String: Entry]] = [:]

  init(_ side: Side) {
    self.side = side
    titles = Dictionary(
      side.scenario.sessions.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
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

  /// A standing in words, with the person's own clock where that is another than the meeting's.
  func words(_ id: String) -> (Standing) -> String {
    let person = person(id)
    return { standing in
      let words = side.words(standing)
      guard let stay = standing.stay, let person, person.presence == .online else { return words }
      let start = person.zone.wallTime(atInstant: scenario.meeting.zone.instant(stay.start))
      return start == stay.start ? words : "\(words) (\(start.clock) on their clock)"
    }
  }

  /// A session's title with its id.
  func name(_ session: String) -> String? {
    titles[session].map { CompareWords.named(session, $0) }
  }

  /// Pairs of sessions at the same time.
  func clashes(_ entries: [String: Entry]) -> Set<String> {
    let placed = entries.compactMap { id, entry in entry.standing.stay.map { (id, $0) } }
      .sorted { $0.0 < $1.0 }
    var pairs: Set<String> = []
    for (index, (id, stay)) in placed.enumerated() {
      for (other, otherStay) in placed[(index + 1)...] where stay.overlaps(otherStay) {
        pairs.insert("\(name(id) ?? id) and \(name(other) ?? other)")
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
