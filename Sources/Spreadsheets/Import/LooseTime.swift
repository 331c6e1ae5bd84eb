// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Workbooks

/// A time of day as spreadsheets and people write it: `9:00`, `09:00:00`, `9.30`, `9h30`, `9:00 AM`,
/// `0900`, or the part of the day that a spreadsheet keeps, `0.375`.
enum LooseTime {
  enum Reading: Equatable {
    /// A minute of the day.
    case minute(Int)
    /// A time of another day than the row's.
    case otherDay(CalendarDate)
    case notWhole
    case none
  }

  /// - Parameter date: the row's, where it is known: a cell may hold date and time together.
  static func read(_ cell: Sheet.Cell, on date: CalendarDate?) -> Reading {
    switch cell {
    case .number(let number): return fraction(number, on: date)
    case .failure: return .none
    case .text(let text): return read(text, on: date)
    }
  }

  private static func fraction(_ number: Double, on date: CalendarDate?) -> Reading {
    guard number >= 0, number < 200_000 else { return .none }
    let day = number.rounded(.down)
    if day >= 1 {
      // `9` in a cell for times is nine days, not nine hours.
      guard (32_874..<109_575).contains(day) else { return .none }
      let own = CalendarDate(dayNumber: Int(day) - 25_569)
      if let date, own != date { return .otherDay(own) }
    }
    let seconds = (number - day) * 86_400
    let whole = seconds.rounded()
    guard abs(seconds - whole) < 0.4 else { return .notWhole }
    let minute = Int(whole) / 60
    return Int(whole) % 60 == 0 && minute < 1440 ? .minute(minute) : .notWhole
  }

  private static func read(_ text: String, on date: CalendarDate?) -> Reading {
    // An ISO date may stand before the time.
    if let own = CalendarDate(text.prefix(10)), (12...40).contains(text.count) {
      if let date, own != date { return .otherDay(own) }
      return read(String(text.dropFirst(11)), on: nil)
    }
    var words = text.lowercased().filter { !$0.isWhitespace }
    var half: Int?
    for (ending, value) in [("a.m.", 0), ("p.m.", 12), ("am", 0), ("pm", 12)]
    where half == nil && words.hasSuffix(ending) {
      words.removeLast(ending.count)
      half = value
    }
    let parts = words.split(omittingEmptySubsequences: false) { ":.h,".contains($0) }
    guard parts.allSatisfy({ part in part.allSatisfy { $0.isASCII && $0.isNumber } }) else {
      return .none
    }
    if half == nil, parts.count == 2, words.contains(where: { ".,".contains($0) }) {
      // `0.375` is a part of the day, `9.30` a time; `0.25` may be either and is not guessed.
      if parts[0] == "0" {
        return parts[1].count > 2
          ? fraction(Double("0." + parts[1]) ?? -1, on: nil)
          : parts[1] == "5" ? .minute(720) : .none
      }
      if parts[1].count != 2 { return .none }
    }
    if half == nil, parts.count == 1, parts[0].count == 4 {
      return minute(parts[0].prefix(2), parts[0].suffix(2), nil)
    }
    switch parts.count {
    case 1 where half != nil: return minute(parts[0], "00", half)
    case 2 where words.hasSuffix("h"): return minute(parts[0], "00", half)
    case 2: return minute(parts[0], parts[1], half)
    case 3: return Double(parts[2]) == 0 ? minute(parts[0], parts[1], half) : .notWhole
    default: return .none
    }
  }

  private static func minute(_ hour: Substring, _ minute: Substring, _ half: Int?) -> Reading {
    guard hour.count <= 2, minute.count == 2, var hour = Int(hour), let minute = Int(minute),
      minute < 60
    else { return .none }
    if let half {
      guard (1...12).contains(hour) else { return .none }
      hour = hour % 12 + half
    }
    return hour < 24 ? .minute(hour * 60 + minute) : .none
  }
}
