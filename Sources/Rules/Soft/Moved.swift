// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Against a baseline: 3 for another date or start or for being left out, 1 for only another room.
enum Moved: SoftCount {
  static let id = SoftRule.moved

  static func causes(in schedule: ReviewedSchedule) -> [Review.Cause] {
    MoveReading.changes(schedule).compactMap { session, change, was in
      switch change {
      case .moved: cause(schedule, [session], 3, "\(schedule.id(session)) was at \(was)")
      case .roomChanged:
        cause(schedule, [session], 1, "\(schedule.id(session)) was in another room: \(was)")
      case .newlyPlaced: nil
      }
    }
  }
}
