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
    let standing =
      schedule.placed.map { ($0.session, $0.room, schedule.words($0)) }
      + schedule.dayOnly.map { ($0.session, $0.room, schedule.words($0)) }
    return standing.compactMap { session, room, words in
      guard let room else { return nil }
      let seats = schedule.scenario.rooms[room].capacity
      let empty = seats - schedule.scenario.sessions[session].audience
      guard empty >= 50 else { return nil }
      return cause(schedule, [session], empty / 50, "\(words) leaves \(empty) seats empty")
    }
  }
}
