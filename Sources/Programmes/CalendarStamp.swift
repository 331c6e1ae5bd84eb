// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// DTSTAMP of a draft's calendar: a date from the data, never from the clock, so that the same
/// tables give the same bytes (RFC 5545, section 3.8.7.2: without METHOD it is the last revision).
enum CalendarStamp {
  /// The latest date in the activities' cells and the waivers that is not after the meeting's first
  /// day, at midnight UTC; if there is none, the first of January of the meeting's year.
  static func of(_ scenario: Scenario) -> Int {
    let first = scenario.meeting.days.first?.date ?? CalendarDate(dayNumber: 0)
    let stated =
      scenario.activities.flatMap { $0.cells.values.compactMap { CalendarDate($0) } }
      + scenario.waivers.compactMap { CalendarDate($0.on) }
    let newYear = CalendarDate(year: first.year, month: 1, day: 1) ?? first
    let latest = stated.filter { $0 <= first }.max() ?? newYear
    return latest.dayNumber * 86_400
  }
}
