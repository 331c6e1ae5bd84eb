// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Inside one of the windows in which the session is allowed.
enum Allowed: EntryCheck {
  static let id = HardRule.allowed

  static let words = RuleWords(
    title: "Inside the allowed times",
    mark: "outside its allowed times",
    counts: "A session lies inside one of the windows that it is allowed in.",
    example: "A session allowed on the first two days is placed on the third.",
    change: "allowed in sessions.csv."
  )

  static func violation(
    by entry: ReviewedSchedule.Entry, in schedule: ReviewedSchedule
  ) -> Review.Violation? {
    let session = schedule.scenario.sessions[entry.session]
    guard let allowed = session.allowed, !canHold(allowed, entry, session.minutes) else {
      return nil
    }
    return violation(schedule, [entry.session], Outside(entry: entry, allowed: allowed))
  }

  private static func canHold(
    _ windows: [Interval], _ entry: ReviewedSchedule.Entry, _ minutes: Int
  ) -> Bool {
    switch entry {
    case .placed(let placed): windows.hold(placed.stay)
    case .dayOnly(let day): ReviewedSchedule.isPossible(on: day.date, minutes, in: windows)
    }
  }

  struct Outside: RuleFact {
    let entry: ReviewedSchedule.Entry
    let allowed: [Interval]

    func sentence(_ names: ReviewNames) -> String {
      let times = allowed.map(\.description).joined(separator: " or ")
      return entry.stay == nil
        ? "\(names.words(entry)) is on a day without any of its allowed times, \(times)."
        : "\(names.words(entry)) is not inside its allowed times, \(times)."
    }
  }
}
