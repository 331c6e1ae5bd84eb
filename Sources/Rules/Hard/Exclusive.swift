// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// No other placed session overlaps an exclusive one.
enum Exclusive: HardCheck {
  static let id = HardRule.exclusive

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    schedule.overlaps.compactMap { pair in
      let (a, b) = (schedule.placed[pair.first], schedule.placed[pair.second])
      guard schedule.session(a).isExclusive || schedule.session(b).isExclusive else { return nil }
      let (alone, other) = schedule.session(a).isExclusive ? (a, b) : (b, a)
      return violation(
        schedule, [a.session, b.session],
        "\(schedule.words(other)) runs while \(schedule.words(alone)) does, which is exclusive.")
    }
  }
}
