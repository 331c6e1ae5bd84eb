// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension RowReader {
  /// The windows of a list as stretches of the meeting's days, in order; `nil` where the cell is empty.
  func windows(_ column: String) -> [Interval]? {
    let items = list(column)
    if items.isEmpty { return nil }
    return items.flatMap { window($0, column) }.merged()
  }

  /// `2024-12-16`, `2024-12-16 09:00-13:00`, or `09:00-13:00` on each day.
  private func window(_ text: String, _ column: String) -> [Interval] {
    let parts = text.split(separator: " ", omittingEmptySubsequences: true)
    switch parts.count {
    case 1:
      if let date = CalendarDate(parts[0]) { return stretch([date], 0..<1440, text, column) }
      if let hours = hours(parts[0], text, column) { return stretch(days, hours, text, column) }
      return []
    case 2:
      guard let date = CalendarDate(parts[0]) else { break }
      guard let hours = hours(parts[1], text, column) else { return [] }
      return stretch([date], hours, text, column)
    default: break
    }
    reportForm(text, column)
    return []
  }

  private func hours(_ part: Substring, _ text: String, _ column: String) -> Range<Int>? {
    let ends = part.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let start = ClockTime.minutes(ends[0]),
      let end = ClockTime.minutes(ends[1])
    else {
      reportForm(text, column)
      return nil
    }
    guard start < end else {
      report(
        "window", column, text, "The window '\(text)' ends before it begins.",
        "a window that runs over midnight is written as two")
      return nil
    }
    return start..<end
  }

  private func stretch(
    _ dates: [CalendarDate], _ hours: Range<Int>, _ text: String, _ column: String
  ) -> [Interval] {
    for date in dates where !days.isEmpty && !days.contains(date) {
      warn(
        "window-day", column, text, "\(date) is no day of the meeting.",
        days.first.map { "the meeting's days begin on \($0)" })
    }
    return dates.map {
      Interval(
        start: WallTime($0, minuteOfDay: hours.lowerBound),
        end: WallTime($0, minuteOfDay: hours.upperBound))
    }
  }

  private func reportForm(_ text: String, _ column: String) {
    report(
      "window", column, text, "'\(text)' is no window.",
      "write 2024-12-16, or 2024-12-16 09:00-13:00, or 09:00-13:00 for each day")
  }
}
