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
    var byActivity: [[ReviewedSchedule.Entry]] = schedule.scenario.activities.map { _ in [] }
    for entry in schedule.entries where entry.roomID != nil {
      for activity in Set(schedule.scenario.sessions[entry.session].activities) {
        byActivity[activity].append(entry)
      }
    }
    return schedule.scenario.activities.indices.compactMap { activity in
      let own = byActivity[activity]
      let used = Set(own.compactMap(\.roomID)).count
      guard used > 1 else { return nil }
      return cause(
        schedule, own.map(\.session), used - 1, Wandering(activity: activity, entries: own))
    }
  }

  struct Wandering: RuleFact {
    let activity: Int
    /// Its sessions of which the room is known.
    let entries: [ReviewedSchedule.Entry]

    func sentence(_ names: ReviewNames) -> String {
      let rooms = Set(entries.map { names.name(ofRoom: $0.room, $0.roomID) }).sorted()
      return "\(names.scenario.activities[activity].id) uses \(rooms.joined(separator: ", "))"
    }
  }
}
