// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Rooms beyond the first that an activity's placed sessions use.
enum RoomChange: SoftCount {
  static let id = SoftRule.roomChange

  static func causes(in schedule: ReviewedSchedule) -> [Review.Cause] {
    schedule.scenario.activities.indices.compactMap { activity in
      let own = schedule.placed.filter { schedule.session($0).activities.contains(activity) }
      let rooms = Set(own.map(\.roomID)).sorted()
      guard own.count > 1, rooms.count > 1 else { return nil }
      return cause(
        schedule, own.map(\.session), rooms.count - 1,
        "\(schedule.scenario.activities[activity].id) uses \(rooms.joined(separator: ", "))")
    }
  }
}
