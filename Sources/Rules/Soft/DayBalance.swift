// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Texts

/// Sessions of an intersessional kind on a day above its even share.
enum DayBalance: SoftCount {
  static let id = SoftRule.dayBalance

  static let words = RuleWords(
    title: "Uneven days",
    mark: "its kind has too many on this day",
    counts:
      """
      For each intersessional kind, its sessions on a day above an even share of the meeting's \
      days.
      """,
    unit: ("session above a day's share", "sessions above a day's share"),
    example: "Four of six coalitions on one of three days: 2 units above an even share of 2.",
    change: "The days in meeting.json; pins and allowed times in sessions.csv."
  )

  static func causes(in schedule: ReviewedSchedule) -> [Review.Cause] {
    let scenario = schedule.scenario
    let days = scenario.meeting.days.count
    guard days > 0 else { return [] }
    return Kind.intersessional.flatMap { kind -> [Review.Cause] in
      let count = scenario.sessions.indices.count {
        scenario.kinds(ofSession: $0).contains(kind) && !schedule.eligibility.held.contains($0)
      }
      let share = (count + days - 1) / days
      let placed = schedule.dates.filter {
        scenario.kinds(ofSession: $0.session).contains(kind)
      }
      return Dictionary(grouping: placed, by: \.date)
        .sorted { $0.key < $1.key }.filter { $0.value.count > share }
        .map { date, sessions in
          let fact = Crowded(date: date, kind: kind, count: sessions.count, share: share)
          return cause(schedule, sessions.map(\.session), sessions.count - share, fact)
        }
    }
  }

  struct Crowded: RuleFact {
    let date: CalendarDate
    let kind: Kind
    /// Sessions on that day.
    let count: Int
    let share: Int

    func sentence(_ names: ReviewNames) -> String {
      "\(date) has \(count) \(kind) \(Count.noun(count, "session")); \(share) would be even"
    }
  }
}
