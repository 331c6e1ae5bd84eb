// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Against a baseline: 3 for another date or start or for being left out, 1 for only another room.
enum Moved: SoftCount {
  static let id = SoftRule.moved

  static let words = RuleWords(
    title: "Moves from the baseline",
    mark: "moved from the baseline",
    counts:
      """
      Against a baseline, 3 units for a session with another day or start or without its \
      place, 1 for only another room.
      """,
    unit: ("point of moves", "points of moves"),
    example: "A session that keeps its hour and changes its room: 1 unit.",
    change: "--baseline names the schedule; --max-moves limits the number."
  )

  static func causes(in schedule: ReviewedSchedule) -> [Review.Cause] {
    MoveReading.changes(schedule).compactMap { session, change, was in
      switch change {
      case .moved: cause(schedule, [session], 3, "\(schedule.named(session)) was at \(was)")
      case .roomChanged:
        cause(schedule, [session], 1, "\(schedule.named(session)) was in another room: \(was)")
      case .newlyPlaced: nil
      }
    }
  }
}
