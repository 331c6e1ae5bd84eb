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
      guard placed.roomID != nil else { return nil }
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
    } + schedule.dayOnly.compactMap { byDay($0, schedule) }
  }

  /// What the day alone settles.
  private static func byDay(
    _ entry: ReviewedSchedule.DayOnly, _ schedule: ReviewedSchedule
  ) -> Review.Violation? {
    guard entry.roomID != nil else { return nil }
    guard let room = entry.room.map({ schedule.scenario.rooms[$0] }) else {
      return violation(
        schedule, [entry.session], "\(schedule.words(entry)) is in a room that there is no more.")
    }
    let minutes = schedule.scenario.sessions[entry.session].minutes
    guard let available = room.available,
      !ReviewedSchedule.isPossible(on: entry.date, minutes, in: available)
    else { return nil }
    return violation(
      schedule, [entry.session],
      "\(schedule.words(entry)) is on a day on which the room cannot be used for so long.")
  }
}
