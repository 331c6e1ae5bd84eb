// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Strength × excess of the limits that are not `must`.
enum SoftLimit: SoftCount {
  static let id = SoftRule.limit

  static let words = RuleWords(
    title: "Limits that are passed",
    mark: "more than a limit wants",
    counts: "The strength of each limit that is not must, times the sessions above it.",
    unit: ("point above the limits", "points above the limits"),
    example: "Four workshops at a moment where three are wanted, strength 5: 5 units.",
    change: "at_most and strength in limits.csv."
  )

  static func causes(in schedule: ReviewedSchedule) -> [Review.Cause] {
    let reading = LimitReading(schedule: schedule)
    return schedule.scenario.limits.enumerated().flatMap { index, limit -> [Review.Cause] in
      guard case .cost(let strength) = limit.strength else { return [] }
      return reading.over(limit).map {
        var cause = cause(
          schedule, $0.sessions, strength * $0.excess, LimitPassed(limit: index, over: $0))
        cause.limit = limit.id
        return cause
      }
    }
  }
}
