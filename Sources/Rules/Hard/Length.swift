// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A session lasts as long as its table says, where the schedule gives its end.
enum Length: EntryCheck {
  static let id = HardRule.length

  static let words = RuleWords(
    title: "As long as asked",
    mark: "not as long as asked",
    counts:
      """
      Where the schedule gives a session's end, the session lasts its minutes. Every other rule \
      goes by the end that the schedule gives.
      """,
    example: "A published programme lists a session of 90 minutes from 15:35 to 16:50.",
    change: "minutes in sessions.csv, or end in schedule.csv."
  )

  static func violation(
    by entry: ReviewedSchedule.Entry, in schedule: ReviewedSchedule
  ) -> Review.Violation? {
    guard case .placed(let placed) = entry else { return nil }
    let asked = schedule.session(placed).minutes
    guard placed.hasEnd, placed.stay.minutes != asked else { return nil }
    return violation(schedule, [placed.session], OtherLength(placed: placed, asked: asked))
  }

  struct OtherLength: RuleFact {
    let placed: ReviewedSchedule.Placed
    /// Minutes.
    let asked: Int

    func sentence(_ names: ReviewNames) -> String {
      let given = placed.stay.minutes
      return "\(names.words(placed)) has \(given) minutes, \(abs(asked - given))"
        + " \(given < asked ? "fewer" : "more") than the \(asked) it asks for."
    }
  }
}
