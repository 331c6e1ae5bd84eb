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
    schedule.entries.compactMap { entry in
      guard let room = entry.room else { return nil }
      let seats = schedule.scenario.rooms[room].capacity
      let empty = seats - schedule.scenario.sessions[entry.session].audience
      guard empty >= 50 else { return nil }
      return cause(
        schedule, [entry.session], empty / 50, HalfEmpty(entry: entry, empty: empty))
    }
  }

  struct HalfEmpty: RuleFact {
    let entry: ReviewedSchedule.Entry
    /// Seats.
    let empty: Int

    func sentence(_ names: ReviewNames) -> String {
      "\(names.words(entry)) leaves \(empty) seats empty"
    }
  }
}
