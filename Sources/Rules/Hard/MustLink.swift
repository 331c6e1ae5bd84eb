// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Every link of strength `must` holds.
enum MustLink: HardCheck {
  static let id = HardRule.link

  static let words = RuleWords(
    title: "Links that must hold",
    mark: "breaks a link that must hold",
    counts: "Every link of strength must holds for each pair of sessions that it is about.",
    example: "Two sessions that must follow each other stand on different days.",
    change:
      """

      kind, strength, min_gap and max_gap in links.csv; a number as strength makes it a cost.
      """
  )

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    let reading = LinkReading(schedule: schedule)
    return schedule.scenario.links.filter(\.strength.isMust).flatMap { link in
      reading.broken(link).map { broken in
        violation(
          schedule, [broken.a, broken.b],
          broken.words + (link.reason.isEmpty ? "." : " (\(link.reason))."))
      }
    }
  }
}
