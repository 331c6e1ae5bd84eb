// SPDX-License-Identifier: GPL-3.0-or-later

import Comparing
import Foundation
import Meetings

/// A small meeting on two days in Oslo, rooms r1 to r3, and schedules of it in short words.
struct Pair {
  static let first = CalendarDate(dayNumber: 20_262)
  static let second = CalendarDate(dayNumber: 20_263)

  var scenario: Scenario

  init() {
    let days = [(Self.first, "Day 1"), (Self.second, "Day 2")].map {
      Day(date: $0, label: $1, open: [540..<1080])
    }
    scenario = Scenario(
      meeting: Meeting(id: "pair", name: "Pair", zone: Self.zone("Europe/Oslo"), days: days))
    scenario.rooms = (1...3).map { Room(id: "r\($0)", name: "Room \($0)", capacity: 50) }
  }

  static func zone(_ name: String) -> ZoneClock {
    guard let clock = ZoneClock(name) else { fatalError("no zone \(name)") }
    return clock
  }

  /// An hour's session of an activity of its own.
  mutating func add(
    _ id: String, kind: Kind = Kind("WS"), themes: [String] = [], cells: [String: String] = [:],
    _ change: (inout Session) -> Void = { _ in }
  ) {
    scenario.activities.append(
      Activity(id: "of-\(id)", name: "Of \(id)", kind: kind, themes: themes, cells: cells))
    var session = Session(
      id: id, activities: [scenario.activities.count - 1], title: "Title \(id)", minutes: 60,
      audience: 50,
      themes: themes)
    change(&session)
    scenario.sessions.append(session)
  }

  mutating func add(
    person id: String, in sessions: [String], _ attendance: Attendance = .required,
    _ change: (inout Person) -> Void = { _ in }
  ) {
    var person = Person(id: id, name: id.uppercased(), zone: Self.zone("Europe/Oslo"))
    change(&person)
    scenario.people.append(person)
    for index in scenario.sessions.indices where sessions.contains(scenario.sessions[index].id) {
      scenario.roles.append(
        Role(
          person: scenario.people.count - 1, subject: .session(index), role: "speaker",
          attendance: attendance))
    }
  }

  /// Rows such as `a 09:00 r1`; `+` before the time is the second day; a session alone is left out.
  static func schedule(_ rows: String) -> Schedule {
    Schedule(
      rows: rows.split(separator: ",").map { row in
        let words = row.split(separator: " ").map(String.init)
        guard words.count == 3 else { return Schedule.Row(session: words[0], status: .unplaced) }
        let day = words[1].hasPrefix("+") ? second : first
        let minute = ClockTime.minutes(words[1].filter { $0 != "+" }) ?? 0
        return .placed(words[0], WallTime(day, minuteOfDay: minute), words[2])
      })
  }

  func side(_ name: String, _ rows: String) -> Side { Side(name, scenario, Self.schedule(rows)) }
}
