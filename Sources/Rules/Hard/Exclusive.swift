// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// No other placed session overlaps an exclusive one.
enum Exclusive: TwoCheck {
  static let id = HardRule.exclusive

  static let words = RuleWords(
    title: "Nothing beside an exclusive session",
    mark: "beside an exclusive session",
    counts: "While an exclusive session runs, no other session does.",
    example: "A workshop that begins before the opening ceremony has ended.",
    change: "exclusive in sessions.csv."
  )

  static func violation(
    by first: ReviewedSchedule.Placed, and second: ReviewedSchedule.Placed,
    in schedule: ReviewedSchedule
  ) -> Review.Violation? {
    guard first.stay.overlaps(second.stay) else { return nil }
    let isFirst = schedule.session(first).isExclusive
    guard isFirst || schedule.session(second).isExclusive else { return nil }
    let (alone, other) = isFirst ? (first, second) : (second, first)
    return violation(
      schedule, [first.session, second.session], Beside(alone: alone, other: other))
  }

  struct Beside: RuleFact {
    /// The exclusive one.
    let alone: ReviewedSchedule.Placed
    let other: ReviewedSchedule.Placed

    func sentence(_ names: ReviewNames) -> String {
      "\(names.words(other)) runs while \(names.words(alone)) does, which is exclusive."
    }
  }
}
