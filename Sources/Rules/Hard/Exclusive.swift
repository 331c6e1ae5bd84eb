// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// No other placed session overlaps an exclusive one.
enum Exclusive: HardCheck {
  static let id = HardRule.exclusive

  static let words = RuleWords(
    title: "Nothing beside an exclusive session",
    mark: "beside an exclusive session",
    counts: "While an exclusive session runs, no other session does.",
    example: "A workshop that begins before the opening ceremony has ended.",
    change: "exclusive in sessions.csv."
  )

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    schedule.overlaps.compactMap { pair in
      let (a, b) = (schedule.placed[pair.first], schedule.placed[pair.second])
      guard schedule.session(a).isExclusive || schedule.session(b).isExclusive else { return nil }
      let (alone, other) = schedule.session(a).isExclusive ? (a, b) : (b, a)
      return violation(schedule, [a.session, b.session], Beside(alone: alone, other: other))
    }
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
