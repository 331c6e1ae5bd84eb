// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A required person's sessions lie inside one of that person's windows.
enum PersonAvailable: EntryCheck {
  static let id = HardRule.personAvailable

  static let words = RuleWords(
    title: "The people needed are there",
    mark: "somebody needed is not there",
    counts: "The sessions of a required person lie inside one of that person's windows.",
    example: "A speaker who arrives on Tuesday is needed on Monday.",
    change: "available in people.csv; attendance in roles.csv."
  )

  static func violation(
    by entry: ReviewedSchedule.Entry, in schedule: ReviewedSchedule
  ) -> Review.Violation? {
    let minutes = schedule.scenario.sessions[entry.session].minutes
    let away = schedule.attendances.required(entry.session).filter {
      schedule.scenario.people[$0].available.map { !canBeThere(entry, minutes, $0) } ?? false
    }
    guard !away.isEmpty else { return nil }
    return violation(schedule, [entry.session], people: away, Away(people: away, entry: entry))
  }

  private static func canBeThere(
    _ entry: ReviewedSchedule.Entry, _ minutes: Int, _ windows: [Interval]
  ) -> Bool {
    switch entry {
    case .placed(let placed): windows.hold(placed.stay)
    case .dayOnly(let day): ReviewedSchedule.isPossible(on: day.date, minutes, in: windows)
    }
  }

  struct Away: RuleFact {
    let people: [Int]
    let entry: ReviewedSchedule.Entry

    func sentence(_ names: ReviewNames) -> String {
      "\(names.names(people)) must be in \(names.words(entry)) and cannot be there"
        + (entry.stay == nil ? " that day." : " then.")
    }
  }
}
