// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// The room has a seat for everybody and every feature that the session needs.
enum RoomFit: HardCheck {
  static let id = HardRule.roomFit

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    schedule.placed.compactMap { placed in
      guard let index = placed.room else { return nil }
      let room = schedule.scenario.rooms[index]
      let session = schedule.session(placed)
      var faults: [String] = []
      if room.capacity < session.audience {
        faults.append("wants \(session.audience) seats and \(room.id) has \(room.capacity)")
      }
      let lacking = session.needs.subtracting(room.features).sorted()
      if !lacking.isEmpty {
        faults.append(
          "needs \(lacking.joined(separator: " and ")), which \(room.id) does not have")
      }
      guard !faults.isEmpty else { return nil }
      return violation(
        schedule, [placed.session], "\(session.id) \(faults.joined(separator: ", and it ")).")
    }
  }
}
