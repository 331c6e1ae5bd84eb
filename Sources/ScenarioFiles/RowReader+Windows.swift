// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings
import Texts

extension RowReader {
  /// The windows of a list as stretches of the meeting's days, in order; `nil` where the cell is empty.
  func windows(_ column: String) -> [Interval]? {
    let items = WindowCell.list(row[column], in: context)
    if items.isEmpty { return nil }
    warnOfHoursWithoutDay(items, column)
    return items.flatMap { stretches($0.text, $0.reading, column) }.merged()
  }

  /// Hours that follow a day's hours look like that day's, but count on each day.
  private func warnOfHoursWithoutDay(
    _ items: [(text: String, reading: Reading<[WindowValue]>)], _ column: String
  ) {
    guard context.days.count > 1 else { return }
    for (before, item) in zip(items, items.dropFirst()) {
      guard let day = before.reading.value?.last, let date = day.date, day.hours != nil,
        let window = item.reading.value?.first, window.date == nil
      else { continue }
      warn(
        "window-each-day", column, item.text,
        "'\(item.text)' names no day, so it is on each day of the meeting.",
        "write \(date) \(window.plain), if it is meant for that day alone")
    }
  }

  private func stretches(
    _ text: String, _ reading: Reading<[WindowValue]>, _ column: String
  ) -> [Interval] {
    switch reading {
    case .read(let windows, _): return windows.flatMap { stretches($0, text, column) }
    case .ambiguous(let readings):
      let plain = readings.map { $0.map(\.plain).asCell }
      report(CellWords.ambiguous(text, plain), column, text)
    case .refused(let refusal):
      report(CellWords.refused(text, refusal, as: .window, in: context), column, text)
    }
    return []
  }

  private func stretches(_ window: WindowValue, _ text: String, _ column: String) -> [Interval] {
    let days = context.days.map(\.date)
    let dates = window.date.map { [$0] } ?? days
    for date in dates where !days.isEmpty && !days.contains(date) {
      warn(
        "window-day", column, text, "\(date) is not a day of the meeting.",
        days.first.map { "the meeting's days begin on \($0)" })
    }
    let hours = window.hours ?? 0..<1440
    return dates.map {
      Interval(
        start: WallTime($0, minuteOfDay: hours.lowerBound),
        end: WallTime($0, minuteOfDay: hours.upperBound))
    }
  }
}
