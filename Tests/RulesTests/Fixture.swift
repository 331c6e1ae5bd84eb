// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules

/// A tiny meeting: 23 and 24 June 2025 in Oslo, 9 to 13 and 14 to 18, rooms r1 to r4 of 50 seats.
struct Fixture {
  static let first = CalendarDate(dayNumber: 20_262)
  static let second = CalendarDate(dayNumber: 20_263)
  static let oslo = zone("Europe/Oslo")

  var scenario: Scenario

  init() {
    let open = [540..<780, 840..<1080]
    scenario = Scenario(
      meeting: Meeting(
        id: "tiny", name: "Tiny", zone: Self.oslo,
        days: [
          Day(date: Self.first, label: "Day 1", open: open),
          Day(date: Self.second, label: "Day 2", open: open),
        ]))
    for number in 1...4 {
      scenario.rooms.append(Room(id: "r\(number)", name: "R\(number)", capacity: 50))
    }
  }

  static func zone(_ name: String) -> ZoneClock {
    guard let clock = ZoneClock(name) else { fatalError("no zone \(name)") }
    return clock
  }

  /// A session of an activity of its own, an hour long unless changed.
  mutating func add(
    _ id: String, kind: Kind = Kind("WS"), themes: [String] = [],
    _ change: (inout Session) -> Void = { _ in }
  ) {
    scenario.activities.append(
      Activity(id: "of-\(id)", name: "Of \(id)", kind: kind, themes: themes))
    var session = Session(
      id: id, activities: [scenario.activities.count - 1], title: "Session \(id)", minutes: 60,
      audience: 10, themes: themes)
    change(&session)
    scenario.sessions.append(session)
  }

  /// A person with a role in some sessions.
  mutating func add(
    person id: String, in sessions: [Int], _ attendance: Attendance = .required,
    _ change: (inout Person) -> Void = { _ in }
  ) {
    var person = Person(id: id, name: id.uppercased(), zone: Self.oslo)
    change(&person)
    if let known = scenario.people.firstIndex(where: { $0.id == id }) {
      scenario.people[known] = person
    } else {
      scenario.people.append(person)
    }
    let index = scenario.people.firstIndex { $0.id == id } ?? 0
    for session in sessions {
      scenario.roles.append(
        Role(
          person: index, subject: .session(session), role: "speaker", attendance: attendance))
    }
  }

  mutating func link(
    _ from: Int, _ to: Int, _ kind: Link.Kind, _ strength: Strength, min: Int = 0,
    max: Int? = nil
  ) {
    scenario.links.append(
      Link(
        from: .session(from), to: .session(to), kind: kind, strength: strength, minGap: min,
        maxGap: max))
  }

  static func time(_ clock: String, _ date: CalendarDate = first) -> WallTime {
    WallTime(date, minuteOfDay: ClockTime.minutes(clock) ?? 0)
  }

  static func window(_ from: String, _ to: String, _ date: CalendarDate = first) -> [Interval] {
    [Interval(start: time(from, date), end: time(to, date))]
  }

  /// Reviews rows such as `s1 09:00 r1`; `+` before the time stands for the second day.
  func review(_ rows: [String], baseline: [String]? = nil, maxMoves: Int? = nil) -> Review {
    Review(
      scenario: scenario, schedule: Self.schedule(rows), baseline: baseline.map(Self.schedule),
      maxMoves: maxMoves)
  }

  static func schedule(_ rows: [String]) -> Schedule {
    Schedule(
      rows: rows.map { row in
        let parts = row.split(separator: " ").map(String.init)
        guard parts.count == 3 else { return Schedule.Row(session: parts[0], status: .unplaced) }
        let isSecond = parts[1].hasPrefix("+")
        let clock = isSecond ? String(parts[1].dropFirst()) : parts[1]
        return .placed(parts[0], time(clock, isSecond ? second : first), parts[2])
      })
  }
}

extension Review {
  /// `rule: s1 s2` for each violation.
  var broken: [String] {
    violations.map { "\($0.rule.rawValue): \($0.sessions.joined(separator: " "))" }
  }

  func units(_ rule: SoftRule) -> Int { costs.first { $0.rule == rule }?.units ?? -1 }
}
