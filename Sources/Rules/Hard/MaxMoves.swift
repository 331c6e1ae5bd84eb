// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Under `--max-moves N` at most N sessions of the baseline change date, start, room or status.
enum MaxMoves: HardCheck {
  static let id = HardRule.maxMoves

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    guard let most = schedule.maxMoves else { return [] }
    let moved = MoveReading.changes(schedule).map(\.session)
    guard moved.count > most else { return [] }
    return [
      violation(
        schedule, moved,
        "\(moved.count) sessions of the baseline change; at most \(most) may:"
          + " \(moved.map { schedule.id($0) }.joined(separator: ", ")).")
    ]
  }
}
