// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Meetings
import Texts

/// The days of a meeting, their open hours and listed starts.
extension MeetingFile {
  func days(_ value: Any?, grid: Int, _ context: CellContext) -> [Day] {
    guard let list = value as? [Any], !list.isEmpty else {
      values.report(
        "days", nil, value == nil ? "The key 'days' is missing." : "'days' lists no day.",
        values.reporter.sheets == nil
          ? "[{\"date\": \"2024-12-16\", \"open\": [\"09:00-13:00\", \"14:00-18:30\"]}]"
          : "a sheet 'days' with a row for each: date, label, open, starts")
      return []
    }
    var days: [Day] = []
    for (index, item) in list.enumerated() {
      let place = "days[\(index)]"
      guard let object = item as? [String: Any] else {
        values.report(
          place, nil, "A day is not an object.",
          "{\"date\": \"2024-12-16\", \"open\": [\"09:00-18:00\"]}")
        continue
      }
      values.check(object, keys: ["date", "label", "open", "starts"], at: place + ".")
      guard let day = day(object, place, grid: grid, number: index + 1, context) else { continue }
      if days.contains(where: { $0.date == day.date }) {
        values.report("\(place).date", "\(day.date)", "The day \(day.date) is listed twice.", nil)
        continue
      }
      days.append(day)
    }
    return days.sorted { $0.date < $1.date }
  }

  func day(
    _ object: [String: Any], _ place: String, grid: Int, number: Int, _ context: CellContext
  ) -> Day? {
    guard let date = values.date(object["date"], "\(place).date", context) else { return nil }
    guard Self.dates.contains(date) else {
      values.report(
        "\(place).date", "\(date)", "The day \(date) is out of range.",
        "a date from \(Self.dates.lowerBound) to \(Self.dates.upperBound)")
      return nil
    }
    let open = open(object["open"], place, date)
    let label = (object["label"] as? String)?.trimmed ?? ""
    return Day(
      date: date, label: label.isEmpty ? "Day \(number)" : label, open: open,
      starts: starts(object["starts"], place, open: open, grid: grid))
  }

  func open(_ value: Any?, _ place: String, _ date: CalendarDate) -> [Range<Int>] {
    guard let texts = value as? [String], !texts.isEmpty else {
      values.report(
        "\(place).open", nil, "The day has no open hours.", "\"open\": [\"09:00-13:00\"]")
      return []
    }
    var open: [Range<Int>] = []
    for text in texts {
      guard let hours = values.hours(text, "\(place).open", "09:00-13:00") else { continue }
      guard hours.upperBound <= 1440 else {
        let night = WindowCell.plain(0..<(hours.upperBound - 1440))
        values.report(
          "\(place).open", text,
          "A day ends at 24:00, so no open hours and no session run over midnight.",
          "write \(WindowCell.plain(hours.lowerBound..<1440)) here, and \(night) in the open hours"
            + " of \(date.adding(days: 1)), if sessions begin after midnight too")
        continue
      }
      if let other = open.first(where: { $0.overlaps(hours) }) {
        values.report(
          "\(place).open", text,
          "The open hours '\(text)' overlap \(ClockTime.text(other.lowerBound))-"
            + "\(ClockTime.text(other.upperBound)).", "a session lies inside one of them")
        continue
      }
      open.append(hours)
    }
    open.sort { $0.lowerBound < $1.lowerBound }
    warnOfSeams(open, place)
    return open
  }

  /// Open hours that adjoin stay two, which is not what somebody means who had no break in mind.
  func warnOfSeams(_ open: [Range<Int>], _ place: String) {
    for (first, second) in zip(open, open.dropFirst()) where first.upperBound == second.lowerBound {
      values.report(
        "\(place).open", WindowCell.plain(second),
        "The open hours \(WindowCell.plain(first)) and \(WindowCell.plain(second)) meet at"
          + " \(ClockTime.text(first.upperBound)): a session across it is inside neither.",
        "write \(WindowCell.plain(first.lowerBound..<second.upperBound)), if no break is meant",
        .warning)
    }
  }

  func starts(_ value: Any?, _ place: String, open: [Range<Int>], grid: Int) -> [Int]? {
    guard let value, !(value is NSNull) else { return nil }
    guard let texts = value as? [String] else {
      values.report(
        "\(place).starts", nil, "'starts' is not a list of times.", "[\"09:00\", \"10:15\"]")
      return nil
    }
    var starts: Set<Int> = []
    for text in texts {
      guard let minutes = values.clock(text, "\(place).starts") else { continue }
      if minutes % grid != 0 {
        values.report(
          "\(place).starts", text, "The start \(text) is not on the grid of \(grid) minutes.",
          "\(ClockTime.text(minutes / grid * grid)), for one")
      } else if !open.contains(where: { $0.contains(minutes) }) {
        values.report(
          "\(place).starts", text, "The start \(text) is outside the open hours.", nil, .warning)
      }
      starts.insert(minutes)
    }
    return starts.sorted()
  }
}
