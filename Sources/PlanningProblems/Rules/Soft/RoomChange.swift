// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension PlanningProblem {
  /// `room-change`: each room beyond the first of one activity's sessions.
  mutating func addRoomChange() {
    let price = weight(.roomChange)
    guard price > 0 else { return }
    for (index, activity) in scenario.activities.enumerated() {
      let members = positions(of: .activity(index))
      guard members.count > 1 else { continue }
      terms.roomGroups.all.append(RoomGroup(name: activity.id, members: members, price: price))
    }
  }
}
