// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Every limit of strength `must` holds; the sessions of its worst moment or day are at fault.
enum MustLimit: HardCheck {
  static let id = HardRule.limit

  static let words = RuleWords(
    title: "Limits that must hold",
    mark: "more than a limit allows",
    counts:
      """
      Every limit of strength must holds: never more of its sessions at a moment, on a day or \
      in the meeting than it says.
      """,
    example: "Three sessions with interpretation at one moment where there are two teams.",
    change: "at_most, per and strength in limits.csv; a number as strength makes it a cost."
  )

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    violations(schedule, LimitReading(schedule: schedule))
  }

  static func violations(
    by placed: ReviewedSchedule.Placed, beside others: ReviewedSchedule
  ) -> [Review.Violation] {
    var reading = LimitReading(schedule: others)
    reading.add(placed)
    let id = others.id(placed.session)
    return violations(others, reading).filter { $0.sessions.contains(id) }
  }

  private static func violations(
    _ schedule: ReviewedSchedule, _ reading: LimitReading
  ) -> [Review.Violation] {
    schedule.scenario.limits.enumerated().compactMap { index, limit in
      guard limit.strength.isMust else { return nil }
      var worst: LimitReading.Over?
      for over in reading.over(limit) where over.excess > worst?.excess ?? 0 { worst = over }
      return worst.map {
        var violation = violation(schedule, $0.sessions, LimitPassed(limit: index, over: $0))
        violation.limit = limit.id
        return violation
      }
    }
  }
}
