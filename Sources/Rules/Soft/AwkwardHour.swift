// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A required person who is online would be outside the bearable hours on their own clock for any
/// part of the session.
enum AwkwardHour: SoftCount {
  static let id = SoftRule.awkwardHour

  static let words = RuleWords(
    title: "Awkward hours",
    mark: "an awkward hour for somebody online",
    counts:
      """
      For each session, the required people online who would sit outside the bearable hours of \
      their own clock for any part of it.
      """,
    unit: ("awkward hour", "awkward hours"),
    example: "A speaker in New York at three in the morning.",
    change: "localHours in meeting.json; presence and time_zone in people.csv."
  )

  static func causes(in schedule: ReviewedSchedule) -> [Review.Cause] {
    let meeting = schedule.scenario.meeting
    return schedule.placed.flatMap { placed in
      let from = meeting.zone.instant(placed.stay.start)
      let to = from + placed.stay.minutes * 60
      return schedule.attendances.required(placed.session).compactMap { index -> Review.Cause? in
        let person = schedule.scenario.people[index]
        guard person.presence == .online else { return nil }
        let start = person.zone.wallTime(atInstant: from)
        let end = person.zone.wallTime(atInstant: to)
        guard !isBearable(start, end, meeting.localHours) else { return nil }
        return cause(
          schedule, [placed.session], people: [index], 1,
          Awkward(person: index, placed: placed, from: start, to: end))
      }
    }
  }

  /// Every day that the stay touches, its part inside that day's hours.
  private static func isBearable(_ start: WallTime, _ end: WallTime, _ hours: Range<Int>) -> Bool {
    var date = start.date
    while WallTime(date, minuteOfDay: 0) < end {
      let from = max(start.minutes, date.dayNumber * 1440)
      let to = min(end.minutes, (date.dayNumber + 1) * 1440)
      let bearable = date.dayNumber * 1440
      if from < bearable + hours.lowerBound || to > bearable + hours.upperBound { return false }
      date = date.adding(days: 1)
    }
    return true
  }

  struct Awkward: RuleFact {
    let person: Int
    let placed: ReviewedSchedule.Placed
    /// On the person's own clock.
    let from: WallTime
    let to: WallTime

    func sentence(_ names: ReviewNames) -> String {
      "\(names.names([person])) sits in \(names.words(placed)) online at \(from.clock)-\(to.clock)"
        + " on their own clock"
    }
  }
}
