// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Every eligible `must` session is placed, once; an optional one at most once.
enum PlacedOnce: HardCheck {
  static let id = HardRule.placedOnce

  static let words = RuleWords(
    title: "Every session has its place",
    mark: "has no place",
    counts:
      """
      Every session with placement must has exactly one place; an optional one has one or \
      none. Sessions held back for their activity's requirements are not asked for.
      """,
    example: "The opening ceremony stands in no row of the schedule, or stands in two.",
    change:
      """
      placement in sessions.csv: must or optional. A meeting that is too full gets its best \
      partial draft with --allow-unplaced.
      """
  )

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    let missing = schedule.absent.filter { schedule.scenario.sessions[$0].placement == .must }
    return missing.map {
      violation(schedule, [$0], "\(schedule.named($0)) must be placed and is not.")
    }
      + schedule.placedTwice.map {
        violation(schedule, [$0], "\(schedule.named($0)) is placed more than once.")
      }
  }
}
