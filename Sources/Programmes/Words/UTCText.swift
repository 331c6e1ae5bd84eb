// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Instants in UTC as text.
package enum UTCText {
  /// `2023-10-09T01:30:00Z`.
  package static func dashed(_ instant: Int) -> String {
    let (date, hour, minute, second) = parts(instant)
    return "\(date)T\(two(hour)):\(two(minute)):\(two(second))Z"
  }

  /// Year, month, day, hour, minute, second.
  package static func numbers(_ instant: Int) -> (Int, Int, Int, Int, Int, Int) {
    let (date, hour, minute, second) = parts(instant)
    return (date.year, date.month, date.day, hour, minute, second)
  }

  private static func parts(_ instant: Int) -> (CalendarDate, Int, Int, Int) {
    let ofDay = ((instant % 86_400) + 86_400) % 86_400
    let date = CalendarDate(dayNumber: (instant - ofDay) / 86_400)
    return (date, ofDay / 3600, ofDay / 60 % 60, ofDay % 60)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
