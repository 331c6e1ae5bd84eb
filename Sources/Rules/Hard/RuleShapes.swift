// SPDX-License-Identifier: GPL-3.0-or-later

/// A hard rule that looks at one session at a time.
protocol EntryCheck: HardCheck {
  static func violation(
    by entry: ReviewedSchedule.Entry, in schedule: ReviewedSchedule
  ) -> Review.Violation?
}

extension EntryCheck {
  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    schedule.entries.compactMap { violation(by: $0, in: schedule) }
  }

  static func violations(
    by placed: ReviewedSchedule.Placed, beside others: ReviewedSchedule
  ) -> [Review.Violation] {
    violation(by: .placed(placed), in: others).map { [$0] } ?? []
  }
}

/// A hard rule that looks at two sessions at a time.
protocol TwoCheck: HardCheck {
  /// - Parameters:
  ///   - first: the one that comes first in the sessions' table.
  static func violation(
    by first: ReviewedSchedule.Placed, and second: ReviewedSchedule.Placed,
    in schedule: ReviewedSchedule
  ) -> Review.Violation?
}

extension TwoCheck {
  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    let placed = schedule.placed
    return placed.indices.flatMap { a in
      placed[(a + 1)...].compactMap { violation(by: placed[a], and: $0, in: schedule) }
    }
  }

  static func violations(
    by placed: ReviewedSchedule.Placed, beside others: ReviewedSchedule
  ) -> [Review.Violation] {
    others.placed.compactMap { other in
      other.session < placed.session
        ? violation(by: other, and: placed, in: others)
        : violation(by: placed, and: other, in: others)
    }
  }
}
