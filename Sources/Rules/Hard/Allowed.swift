// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Inside one of the windows in which the session is allowed.
enum Allowed: HardCheck {
  static let id = HardRule.allowed

  static let words = RuleWords(
    title: "Inside the allowed times",
    mark: "outside its allowed times",
    counts: "A session lies inside one of the windows that it is allowed in.",
    example: "A session allowed on the first two days stands on the third.",
    change: "allowed in sessions.csv."
  )

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    schedule.placed.compactMap { placed in
      guard let allowed = schedule.session(placed).allowed, !allowed.hold(placed.stay) else {
        return nil
      }
      return violation(
        schedule, [placed.session],
        "\(schedule.words(placed)) is not inside its allowed times,"
          + " \(allowed.map(\.description).joined(separator: " or ")).")
    }
      + schedule.dayOnly.compactMap { entry in
        let session = schedule.scenario.sessions[entry.session]
        guard let allowed = session.allowed,
          !ReviewedSchedule.isPossible(on: entry.date, session.minutes, in: allowed)
        else { return nil }
        return violation(
          schedule, [entry.session],
          "\(schedule.words(entry)) is on a day without any of its allowed times,"
            + " \(allowed.map(\.description).joined(separator: " or ")).")
      }
  }
}
