// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// The priorities of the unplaced optional sessions.
enum Unplaced: SoftCount {
  static let id = SoftRule.unplaced

  static func causes(in schedule: ReviewedSchedule) -> [Review.Cause] {
    schedule.absent.filter { schedule.scenario.sessions[$0].placement == .optional }.map {
      let priority = schedule.scenario.sessions[$0].priority
      return cause(
        schedule, [$0], priority, "\(schedule.id($0)) (priority \(priority)) is left out")
    }
  }
}
