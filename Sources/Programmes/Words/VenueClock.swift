// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Times and days in words on the venue's clock.
package struct VenueClock {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The venue's.
  package let zone: ZoneClock

  package init(zone: ZoneClock) { self.zone = zone }

  /// The day of an instant, which is in seconds since 1970-01-01 00:00 UTC.
  package func date(_ instant: Int) -> CalendarDate { zone.wallTime(atInstant: instant).date }

  /// `Monday 9 October 2023`.
  package static func long(_ date: CalendarDate) -> String {
    "\(date.weekdayName) \(date.day) \(months[date.month - 1]) \(date.year)"
  }

  /// `Mon 9 Oct`.
  package static func short(_ date: CalendarDate) -> String {
    "\(date.weekdayName.prefix(3)) \(date.day) \(months[date.month - 1].prefix(3))"
  }

  /// `8–12 October 2023`, with months and years where they differ.
  package static func span(_ dates: [CalendarDate]) -> String {
    guard let first = dates.min(), let last = dates.max() else { return "" }
    let end = "\(last.day) \(months[last.month - 1]) \(last.year)"
    if first == last { return end }
    if first.year != last.year {
      return "\(first.day) \(months[first.month - 1]) \(first.year) – \(end)"
    }
    return first.month != last.month
      ? "\(first.day) \(months[first.month - 1]) – \(end)" : "\(first.day)–\(end)"
  }

  /// `UTC+9`, `UTC−3:30`.
  package func offset(at instant: Int) -> String {
    zone.offsetText(at: instant)
  }

  /// `2023-10-09T00:30Z`: UTC, which scripts read the instant from.
  package static func iso(_ instant: Int) -> String {
    let ofDay = ((instant % 86_400) + 86_400) % 86_400
    let date = CalendarDate(dayNumber: (instant - ofDay) / 86_400)
    return "\(date)T\(ClockTime.text(ofDay / 60)):\(ClockTime.text(ofDay % 60).suffix(2))Z"
  }
}
