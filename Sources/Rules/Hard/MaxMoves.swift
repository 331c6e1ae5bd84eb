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
    violations(schedule) { MoveReading.changes(schedule).map(\.session) }
  }

  static func violations(
    by placed: ReviewedSchedule.Placed, beside others: ReviewedSchedule
  ) -> [Review.Violation] {
    violations(others) {
      guard MoveReading.change(of: placed, in: others) != nil else { return [] }
      let rest = MoveReading.changes(others).map(\.session).filter { $0 != placed.session }
      return (rest + [placed.session]).sorted()
    }
  }

  private static func violations(
    _ schedule: ReviewedSchedule, _ changed: () -> [Int]
  ) -> [Review.Violation] {
    guard let most = schedule.maxMoves else { return [] }
    let moved = changed()
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
