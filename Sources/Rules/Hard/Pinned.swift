// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Day, start and room are as pinned.
enum Pinned: HardCheck {
  static let id = HardRule.pinned

  static let words = RuleWords(
    title: "Pins are kept",
    mark: "not where it is pinned",
    counts: "A session stands on the day, at the start and in the room that it is pinned to.",
    example: "The opening is pinned to 10:00 and stands at 11:00.",
    change: "day, start and room in sessions.csv."
  )

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    schedule.placed.compactMap { placed in
      let pin = schedule.session(placed).pin
      var wanted: [String] = []
      if let date = pin.date, date != placed.stay.start.date { wanted.append("\(date)") }
      if let start = pin.start, start != placed.stay.start.minuteOfDay {
        wanted.append(ClockTime.text(start))
      }
      if let room = pin.room, placed.roomID != nil, room != placed.room {
        wanted.append(schedule.scenario.rooms[room].calledName)
      }
      guard !wanted.isEmpty else { return nil }
      return violation(
        schedule, [placed.session],
        "\(schedule.words(placed)) is pinned to \(wanted.joined(separator: ", ")).")
    } + schedule.dayOnly.compactMap { byDay($0, schedule) }
  }

  /// What the day alone settles.
  private static func byDay(
    _ entry: ReviewedSchedule.DayOnly, _ schedule: ReviewedSchedule
  ) -> Review.Violation? {
    let pin = schedule.scenario.sessions[entry.session].pin
    var wanted: [String] = []
    if let date = pin.date, date != entry.date { wanted.append("\(date)") }
    if let room = pin.room, entry.roomID != nil, room != entry.room {
      wanted.append(schedule.scenario.rooms[room].calledName)
    }
    guard !wanted.isEmpty else { return nil }
    return violation(
      schedule, [entry.session],
      "\(schedule.words(entry)) is pinned to \(wanted.joined(separator: ", ")).")
  }
}
