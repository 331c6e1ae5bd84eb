// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A required person's sessions lie inside one of that person's windows.
enum PersonAvailable: HardCheck {
  static let id = HardRule.personAvailable

  static let words = RuleWords(
    title: "The people needed are there",
    mark: "somebody needed is not there",
    counts: "The sessions of a required person lie inside one of that person's windows.",
    example: "A speaker who arrives on Tuesday is needed on Monday.",
    change: "available in people.csv; attendance in roles.csv."
  )

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    schedule.placed.compactMap { placed in
      let away = schedule.attendances.required(placed.session).filter {
        !(schedule.scenario.people[$0].available?.hold(placed.stay) ?? true)
      }
      guard !away.isEmpty else { return nil }
      return violation(
        schedule, [placed.session],
        "\(schedule.names(away)) must be in \(schedule.words(placed)) and cannot be there then.")
    }
  }
}
