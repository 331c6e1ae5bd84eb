// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Every link of strength `must` holds.
enum MustLink: HardCheck {
  static let id = HardRule.link

  static let words = RuleWords(
    title: "Links that must hold",
    mark: "breaks a link that must hold",
    counts: "Every link of strength must holds for each pair of sessions that it is about.",
    example: "Two sessions that must follow each other are on different days.",
    change:
      "kind, strength, min_gap and max_gap in links.csv; a number as strength makes it a cost."
  )

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    let reading = LinkReading(schedule: schedule)
    return schedule.scenario.links.indices.flatMap { link -> [Review.Violation] in
      guard schedule.scenario.links[link].strength.isMust else { return [] }
      return reading.broken(link).map { broken in
        var violation = violation(schedule, [broken.a.session, broken.b.session], broken)
        violation.link = link
        return violation
      }
    }
  }
}
