// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// One unit for every full 50 seats that stay empty.
enum EmptySeats: SoftCount {
  static let id = SoftRule.emptySeats

  static func causes(in schedule: ReviewedSchedule) -> [Review.Cause] {
    schedule.placed.compactMap { placed in
      guard let room = placed.room else { return nil }
      let empty = schedule.scenario.rooms[room].capacity - schedule.session(placed).audience
      guard empty >= 50 else { return nil }
      return cause(
        schedule, [placed.session], empty / 50,
        "\(schedule.words(placed)) leaves \(empty) seats empty")
    }
  }
}
