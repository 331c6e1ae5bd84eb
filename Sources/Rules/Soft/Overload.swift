// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Texts

/// A person's required sessions of a day above what the person may have.
enum Overload: SoftCount {
  static let id = SoftRule.overload

  static let words = RuleWords(
    title: "Full days",
    mark: "somebody has too many sessions on this day",
    counts: "For each person and day, the required sessions above the person's max_per_day.",
    unit: ("session too many for a person's day", "sessions too many for people's days"),
    example: "Five required sessions where the person takes four: 1 unit.",
    change: "max_per_day in people.csv; attendance in roles.csv."
  )

  static func causes(in schedule: ReviewedSchedule) -> [Review.Cause] {
    schedule.scenario.people.indices.flatMap { index -> [Review.Cause] in
      let person = schedule.scenario.people[index]
      guard let most = person.maxPerDay else { return [] }
      let own = schedule.dates.filter {
        schedule.attendances.bySession[$0.session][index] == .required
      }
      return Dictionary(grouping: own, by: \.date)
        .sorted { $0.key < $1.key }.filter { $0.value.count > most }
        .map { date, sessions in
          cause(
            schedule, sessions.map(\.session), people: [index], sessions.count - most,
            FullDay(person: index, date: date, count: sessions.count, most: most))
        }
    }
  }

  struct FullDay: RuleFact {
    let person: Int
    let date: CalendarDate
    /// Sessions on that day.
    let count: Int
    let most: Int

    func sentence(_ names: ReviewNames) -> String {
      "\(names.names([person])) must be in \(Count.of(count, "session")) on \(date), at most \(most)"
    }
  }
}
