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
    MoveReading.changes(schedule).compactMap { change in
      guard let was = change.was else { return nil }
      let isTime = change.sort == .moved
      return cause(
        schedule, [change.session], isTime ? 3 : 1,
        OtherPlace(session: change.session, isTime: isTime, was: was))
    }
  }

  struct OtherPlace: RuleFact {
    let session: Int
    /// Whether it has another time or none; otherwise only another room.
    let isTime: Bool
    let was: MoveReading.Stood

    func sentence(_ names: ReviewNames) -> String {
      "\(names.named(session)) was \(isTime ? "at" : "in another room:") \(was.room), \(was.start)"
    }
  }
}
