// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Inside one of the room's windows. A room that the scenario no longer has is never available.
enum RoomAvailable: HardCheck {
  static let id = HardRule.roomAvailable

  static let words = RuleWords(
    title: "The room can be used then",
    mark: "the room cannot be used then",
    counts:
      """
      The session lies inside one of the room's windows. A room without windows can always be \
      used.
      """,
    example: "A session on the evening on which the hall is being built up.",
    change: "available in rooms.csv."
  )

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    schedule.placed.compactMap { placed in
      guard let index = placed.room else {
        return violation(
          schedule, [placed.session],
          "\(schedule.words(placed)) is in a room that there is no more.")
      }
      let room = schedule.scenario.rooms[index]
      guard let available = room.available, !available.hold(placed.stay) else { return nil }
      return violation(
        schedule, [placed.session],
        "\(schedule.words(placed)) is not inside the hours in which \(schedule.name(ofRoom: placed)) can be used."
      )
    }
  }
}
