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
    example: "A coalition asked for the morning with strength 10 and has the afternoon: 10 units.",
    change: "strength in wishes.csv."
  )

  static func causes(in schedule: ReviewedSchedule) -> [Review.Cause] {
    let (position, dayPosition) = (schedule.position, schedule.dayPosition)
    return schedule.scenario.wishes.enumerated().flatMap { index, wish in
      schedule.scenario.sessions(of: wish.subject).compactMap { session -> Review.Cause? in
        let entry: ReviewedSchedule.Entry
        let isInside: Bool?
        if let index = position[session] {
          entry = .placed(schedule.placed[index])
          isInside = self.isInside(wish, schedule.placed[index])
        } else if let index = dayPosition[session] {
          let day = schedule.dayOnly[index]
          entry = .dayOnly(day)
          isInside = self.isInside(wish, day, schedule.scenario.sessions[session].minutes)
        } else {
          return nil
        }
        guard let isInside, isInside != wish.wantsIt else { return nil }
        var cause = cause(schedule, [session], wish.strength, Unmet(wish: index, entry: entry))
        cause.wish = index
        return cause
      }
    }
  }

  struct Unmet: RuleFact {
    /// Index into `Scenario.wishes`.
    let wish: Int
    let entry: ReviewedSchedule.Entry

    func sentence(_ names: ReviewNames) -> String {
      let wish = names.scenario.wishes[wish]
      return "\(names.words(entry)) is"
        + (wish.wantsIt ? " not where wished" : " where it should not be")
        + (wish.reason.isEmpty ? "" : ": \(wish.reason)")
        + (wish.askedBy.isEmpty ? "" : " (asked by \(wish.askedBy))")
    }
  }

  private static func isInside(_ wish: Wish, _ placed: ReviewedSchedule.Placed) -> Bool? {
    var answers: [Bool?] = []
    if let window = wish.window { answers.append(window.hold(placed.stay)) }
    if let room = wish.room { answers.append(placed.roomID == nil ? nil : room == placed.room) }
    return all(answers)
  }

  /// What the day alone settles: that a session is outside.
  private static func isInside(
    _ wish: Wish, _ entry: ReviewedSchedule.DayOnly, _ minutes: Int
  ) -> Bool? {
    var answers: [Bool?] = []
    if let window = wish.window {
      let mayBe = ReviewedSchedule.isPossible(on: entry.date, minutes, in: window)
      answers.append(mayBe ? nil : false)
    }
    if let room = wish.room { answers.append(entry.roomID == nil ? nil : room == entry.room) }
    return all(answers)
  }

  /// No as soon as one says no, `nil` while one is not known.
  private static func all(_ answers: [Bool?]) -> Bool? {
    if answers.contains(false) { return false }
    return answers.contains(nil) ? nil : true
  }
}
