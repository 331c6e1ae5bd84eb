// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// One unit for every full 50 seats that stay empty.
enum EmptySeats: SoftCount {
  static let id = SoftRule.emptySeats

  static let words = RuleWords(
    title: "Empty seats",
    mark: "many seats stay empty",
    counts:
      """
      For each session, one unit for every full 50 seats of its room that its audience leaves \
      empty.
      """,
    unit: ("block of 50 empty seats", "blocks of 50 empty seats"),
    example: "An audience of 60 in a hall of 300: 240 empty seats, 4 units.",
    change: "audience in sessions.csv and capacity in rooms.csv."
  )

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
