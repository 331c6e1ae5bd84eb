// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Texts

/// Under `--max-moves N` at most N sessions of the baseline change date, start, room or status.
enum MaxMoves: HardCheck {
  static let id = HardRule.maxMoves

  static let words = RuleWords(
    title: "At most so many moves",
    mark: "more moves than allowed",
    counts:
      """
      With --max-moves N at most N sessions of the baseline change day, start, room or status.
      """,
    example: "Nine sessions change where --max-moves 8 was given.",
    change: "--max-moves; --fewest-moves finds the smallest number."
  )

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    guard let most = schedule.maxMoves else { return [] }
    let moved = MoveReading.changes(schedule).map(\.session)
    guard moved.count > most else { return [] }
    return [violation(schedule, moved, TooManyMoves(sessions: moved, most: most))]
  }

  struct TooManyMoves: RuleFact {
    let sessions: [Int]
    let most: Int

    func sentence(_ names: ReviewNames) -> String {
      "\(Count.of(sessions.count, "session")) of the baseline"
        + " \(Count.noun(sessions.count, "changes", "change")); at most \(most) may:"
        + " \(names.ids(sessions))."
    }
  }
}
