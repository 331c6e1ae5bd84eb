// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Inside one open interval of its day, on the grid, and at one of the day's starts unless the
/// session's start is pinned.
enum OpenHours: HardCheck {
  static let id = HardRule.openHours

  static let words = RuleWords(
    title: "Inside the open hours",
    mark: "outside the open hours",
    counts:
      """
      A session lies wholly inside one of its day's open hours, begins on the grid, at a time \
      that the clocks show that day, and, where the day lists starts, at one of them unless \
      its start is pinned.
      """,
    example: "A session from 12:30 to 13:30 where the venue closes for lunch at 13:00.",
    change:
      """
      days (open, starts) and gridMinutes in meeting.json; start in sessions.csv pins a \
      session past the list of starts.
      """
  )

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    schedule.placed.compactMap { placed in
      fault(placed, schedule).map {
        violation(schedule, [placed.session], "\(schedule.words(placed)) \($0).")
      }
    } + schedule.dayOnly.compactMap { byDay($0, schedule) }
  }

  /// What the day alone settles.
  private static func byDay(
    _ entry: ReviewedSchedule.DayOnly, _ schedule: ReviewedSchedule
  ) -> Review.Violation? {
    let session = schedule.scenario.sessions[entry.session]
    guard let day = schedule.scenario.meeting.day(entry.date) else {
      return violation(
        schedule, [entry.session],
        "\(schedule.words(entry)) is on \(entry.date), which is no day of the meeting.")
    }
    let longest = day.open.map(\.count).max() ?? 0
    guard session.minutes > longest else { return nil }
    return violation(
      schedule, [entry.session],
      "\(schedule.words(entry)) lasts \(session.minutes) minutes; \(day.label) is open for"
        + " \(longest) at a time.")
  }

  private static func fault(
    _ placed: ReviewedSchedule.Placed, _ schedule: ReviewedSchedule
  ) -> String? {
    let meeting = schedule.scenario.meeting
    guard let day = meeting.day(placed.stay.start.date) else {
      return "is on \(placed.stay.start.date), which is no day of the meeting"
    }
    guard day.openIntervals.contains(where: { $0.contains(placed.stay) }) else {
      let open = day.open.map {
        "\(ClockTime.text($0.lowerBound))-\(ClockTime.text($0.upperBound))"
      }
      return "is not inside the open hours of \(day.label), \(open.joined(separator: " or "))"
    }
    let start = placed.stay.start.minuteOfDay
    guard start % meeting.gridMinutes == 0 else {
      return "does not begin on the grid of \(meeting.gridMinutes) minutes"
    }
    guard meeting.zone.shows(placed.stay.start) else {
      return "begins at a time that does not exist: the clocks are put forward over it"
    }
    if let starts = day.starts, schedule.session(placed).pin.start == nil, !starts.contains(start) {
      return "does not begin at one of the starts of \(day.label),"
        + " \(starts.map(ClockTime.text).joined(separator: ", "))"
    }
    return nil
  }
}
