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
        schedule, [placed.session], people: away,
        "\(schedule.names(away)) must be in \(schedule.words(placed)) and cannot be there then.")
    }
      + schedule.dayOnly.compactMap { entry in
        let minutes = schedule.scenario.sessions[entry.session].minutes
        let away = schedule.attendances.required(entry.session).filter {
          let windows = schedule.scenario.people[$0].available
          return windows.map {
            !ReviewedSchedule.isPossible(on: entry.date, minutes, in: $0)
          } ?? false
        }
        guard !away.isEmpty else { return nil }
        return violation(
          schedule, [entry.session], people: away,
          "\(schedule.names(away)) must be in \(schedule.words(entry)) and cannot be there that"
            + " day.")
      }
  }
}
