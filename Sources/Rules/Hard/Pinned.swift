// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Day, start and room are as pinned.
enum Pinned: HardCheck {
  static let id = HardRule.pinned

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    schedule.placed.compactMap { placed in
      let pin = schedule.session(placed).pin
      var wanted: [String] = []
      if let date = pin.date, date != placed.stay.start.date { wanted.append("\(date)") }
      if let start = pin.start, start != placed.stay.start.minuteOfDay {
        wanted.append(ClockTime.text(start))
      }
      if let room = pin.room, room != placed.room {
        wanted.append(schedule.scenario.rooms[room].id)
      }
      guard !wanted.isEmpty else { return nil }
      return violation(
        schedule, [placed.session],
        "\(schedule.words(placed)) is pinned to \(wanted.joined(separator: ", ")).")
    }
  }
}
