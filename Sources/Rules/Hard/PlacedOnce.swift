// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Every eligible `must` session is placed, once; an optional one at most once.
enum PlacedOnce: HardCheck {
  static let id = HardRule.placedOnce

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    let missing = schedule.absent.filter { schedule.scenario.sessions[$0].placement == .must }
    return missing.map {
      violation(schedule, [$0], "\(schedule.id($0)) must be placed and is not.")
    }
      + schedule.placedTwice.map {
        violation(schedule, [$0], "\(schedule.id($0)) is placed more than once.")
      }
  }
}
