// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// The strengths of the wishes that are not met, once for each session a wish is about. Inside
/// means inside the window and the room, where both are named.
enum WishRule: SoftCount {
  static let id = SoftRule.wish

  static let words = RuleWords(
    title: "Wishes that are not met",
    mark: "a wish is not met",
    counts:
      """
      The strengths of the wishes that are not met, once for each session that a wish is \
      about.
      """,
    unit: ("point of unmet wishes", "points of unmet wishes"),
    example:
      """

      A coalition asked for the morning with strength 10 and has the afternoon: 10 units.
      """,
    change: "strength in wishes.csv."
  )

  static func causes(in schedule: ReviewedSchedule) -> [Review.Cause] {
    let position = schedule.position
    return schedule.scenario.wishes.flatMap { wish in
      schedule.scenario.sessions(of: wish.subject).compactMap { session -> Review.Cause? in
        guard let index = position[session] else { return nil }
        let placed = schedule.placed[index]
        let isInside =
          (wish.window?.hold(placed.stay) ?? true) && (wish.room.map { $0 == placed.room } ?? true)
        guard isInside != wish.wantsIt else { return nil }
        return cause(
          schedule, [session], wish.strength,
          "\(schedule.words(placed)) is \(isInside ? "where it should not be" : "not where wished")"
            + (wish.reason.isEmpty ? "" : ": \(wish.reason)")
            + (wish.askedBy.isEmpty ? "" : " (asked by \(wish.askedBy))"))
      }
    }
  }
}
