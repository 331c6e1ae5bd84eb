// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities
import Rules
import Tables

@testable import Reports

/// One day in Oslo, 2025-06-23, with rooms, people and sessions as a test wants them.
struct SmallMeeting {
  static let date = CalendarDate(dayNumber: 20_262)
  var scenario: Scenario
  var rows: [Schedule.Row] = []

  init() {
    scenario = Scenario(
      meeting: Meeting(
        id: "small", name: "Small", zone: Self.zone("Europe/Oslo"),
        days: [Day(date: Self.date, label: "Day 1", open: [540..<1080])]))
  }

  static func zone(_ name: String) -> ZoneClock {
    guard let clock = ZoneClock(name) else { fatalError("no zone \(name)") }
    return clock
  }

  mutating func room(_ id: String, _ name: String, turnover: Int = 0) {
    scenario.rooms.append(Room(id: id, name: name, capacity: 40, turnoverMinutes: turnover))
  }

  mutating func person(_ id: String, _ name: String, online zone: String? = nil) {
    scenario.people.append(
      Person(
        id: id, name: name, zone: Self.zone(zone ?? "Europe/Oslo"),
        presence: zone == nil ? .onsite : .online))
  }

  /// An hour's session, placed where a room is given, with the people who are required.
  mutating func session(
    _ id: String, at clock: String, in room: String, people: [String] = [], kind: String = "WS"
  ) {
    scenario.activities.append(Activity(id: "of-\(id)", name: "Of \(id)", kind: Kind(kind)))
    scenario.sessions.append(
      Session(
        id: id, activities: [scenario.activities.count - 1], title: "Title \(id)", minutes: 60))
    let index = scenario.sessions.count - 1
    for person in scenario.people.indices where people.contains(scenario.people[person].id) {
      scenario.roles.append(Role(person: person, subject: .session(index), role: "speaker"))
    }
    let start = WallTime(Self.date, minuteOfDay: ClockTime.minutes(clock) ?? 0)
    rows.append(.placed(id, start, room))
  }

  var view: ReportView {
    let schedule = Schedule(rows: rows)
    return ReportView(scenario, schedule, Review(scenario: scenario, schedule: schedule))
  }

  /// The rows of a section's table, cells in words.
  static func table(_ section: Report.Section, _ caption: String) -> [[String]]? {
    for block in section.blocks {
      switch block {
      case .table(let table), .picture(_, let table):
        if table.caption == caption { return table.rows.map { $0.map(\.words) } }
      case .text, .list, .timetable: continue
      }
    }
    return nil
  }

  /// The plain texts of a section.
  static func texts(_ section: Report.Section) -> [String] {
    section.blocks.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }
}
