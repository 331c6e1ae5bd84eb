// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Rooms beyond the first that an activity's placed sessions use.
enum RoomChange: SoftCount {
  static let id = SoftRule.roomChange

  static let words = RuleWords(
    title: "Changes of room",
    mark: "its activity changes rooms",
    counts: "For each activity with two sessions or more, the rooms it uses beyond the first.",
    unit: ("change of room", "changes of room"),
    example: "A coalition that meets in two rooms: 1 unit.",
    change: "A same-room link asks for one room with a strength of its own."
  )

  static func causes(in schedule: ReviewedSchedule) -> [Review.Cause] {
    var byActivity = schedule.scenario.activities.map { _ in schedule.rooms.prefix(0) }
    for stay in schedule.rooms {
      for activity in Set(schedule.scenario.sessions[stay.session].activities) {
        byActivity[activity].append(stay)
      }
    }
    return schedule.scenario.activities.indices.compactMap { activity in
      let own = byActivity[activity]
      let rooms = Set(own.map(\.name)).sorted()
      let used = Set(own.map(\.id))
      guard own.count > 1, used.count > 1 else { return nil }
      return cause(
        schedule, own.map(\.session), used.count - 1,
        "\(schedule.scenario.activities[activity].id) uses \(rooms.joined(separator: ", "))")
    }
  }
}
