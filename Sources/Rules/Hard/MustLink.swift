// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Every link of strength `must` holds.
enum MustLink: HardCheck {
  static let id = HardRule.link

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    let reading = LinkReading(schedule: schedule)
    return schedule.scenario.links.filter(\.strength.isMust).flatMap { link in
      reading.broken(link).map { broken in
        violation(
          schedule, [broken.a.session, broken.b.session],
          broken.words + (link.reason.isEmpty ? "." : " (\(link.reason))."))
      }
    }
  }
}
