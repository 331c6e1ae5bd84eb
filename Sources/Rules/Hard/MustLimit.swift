// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Every limit of strength `must` holds; the sessions of its worst moment or day are at fault.
enum MustLimit: HardCheck {
  static let id = HardRule.limit

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    let reading = LimitReading(schedule: schedule)
    return schedule.scenario.limits.filter(\.strength.isMust).compactMap { limit in
      var worst: LimitReading.Over?
      for over in reading.over(limit) where over.excess > worst?.excess ?? 0 { worst = over }
      return worst.map {
        violation(schedule, $0.sessions.map(\.session), reading.words(limit, $0))
      }
    }
  }
}
