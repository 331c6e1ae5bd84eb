// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Texts

extension Fragility {
  /// What is lost for a day.
  public enum Lost: Sendable, Hashable {
    /// By its index in the scenario.
    case room(Int, CalendarDate)
    /// One of these people, who all leave the same gap.
    case people([Int], CalendarDate)
  }
}

extension Fragility.Lost {
  /// The scenario without it; for people, without the first of them.
  func taken(from scenario: Scenario) -> Scenario {
    var changed = scenario
    switch self {
    case .room(let room, let date):
      changed.rooms[room].available = Self.without(
        date, scenario.rooms[room].available, scenario.meeting)
    case .people(let people, let date):
      guard let person = people.first else { return scenario }
      changed.people[person].available = Self.without(
        date, scenario.people[person].available, scenario.meeting)
    }
    return changed
  }

  /// The same as edits of the tables, each a what-if of its own: one for the room or for each person.
  public func edits(of scenario: Scenario) -> [WhatIfEdit] {
    switch self {
    case .room(let index, let date):
      let room = scenario.rooms[index]
      return [
        .set(
          table: "rooms", id: room.id,
          cells: ["available": Self.cell(date, room.available, scenario.meeting)])
      ]
    case .people(let people, let date):
      return people.map { index in
        let person = scenario.people[index]
        return .set(
          table: "people", id: person.id,
          cells: ["available": Self.cell(date, person.available, scenario.meeting)])
      }
    }
  }

  /// Windows with a day cut out.
  private static func without(
    _ date: CalendarDate, _ windows: [Interval]?, _ meeting: Meeting
  ) -> [Interval] {
    let all =
      windows
      ?? meeting.days.map {
        Interval(start: WallTime($0.date, minuteOfDay: 0), minutes: 1440)
      }
    let day = Interval(start: WallTime(date, minuteOfDay: 0), minutes: 1440)
    return all.flatMap { window -> [Interval] in
      guard window.overlaps(day) else { return [window] }
      return [
        Interval(start: window.start, end: day.start), Interval(start: day.end, end: window.end),
      ].filter { $0.minutes > 0 }
    }
  }

  /// As a cell of `available`. An empty one would mean always, so if nothing is left it is a day
  /// before the meeting.
  private static func cell(
    _ date: CalendarDate, _ windows: [Interval]?, _ meeting: Meeting
  ) -> String {
    let left = without(date, windows, meeting)
    guard !left.isEmpty else { return "\((meeting.days.first?.date ?? date).adding(days: -1))" }
    return left.map { $0.minutes == 1440 ? "\($0.start.date)" : $0.description }
      .asCell
  }
}

extension Fragility.Lost {
  /// `Room I on 2023-10-10`, or the people who are missed.
  func words(in scenario: Scenario) -> String {
    switch self {
    case .room(let room, let date): return "\(scenario.rooms[room].nameWithID) on \(date)"
    case .people(let people, let date):
      let names = DraftAnalysis.few(people.map(scenario.name(ofPerson:)))
      return (people.count == 1 ? names : "one of \(names)") + " on \(date)"
    }
  }
}

extension Fragility.Loss {
  /// `Room I on 2023-10-10`, or the people who are missed.
  public var words: String { lost.words(in: tables.scenario) }
}
