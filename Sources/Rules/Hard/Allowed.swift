// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Inside one of the windows in which the session is allowed.
enum Allowed: HardCheck {
  static let id = HardRule.allowed

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    schedule.placed.compactMap { placed in
      guard let allowed = schedule.session(placed).allowed, !allowed.hold(placed.stay) else {
        return nil
      }
      return violation(
        schedule, [placed.session],
        "\(schedule.words(placed)) is not inside its allowed times,"
          + " \(allowed.map(\.description).joined(separator: " or ")).")
    }
  }
}
