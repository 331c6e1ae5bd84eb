// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Workbooks

/// A date as spreadsheets and people write it.
///
/// Where day and month could be taken for each other, the meeting's days decide; where they do not,
/// the date is not guessed.
enum LooseDate {
  enum Reading: Equatable {
    case date(CalendarDate)
    /// Two days that it may be.
    case either(CalendarDate, CalendarDate)
    case none
  }

  static func read(_ cell: Sheet.Cell, days: [CalendarDate]) -> Reading {
    switch cell {
    case .number(let number): return serial(number)
    case .failure: return .none
    case .text(let text): return read(text, days: days)
    }
  }

  /// Days since the end of 1899; or a date written as the number 20231009.
  private static func serial(_ number: Double) -> Reading {
    guard number >= 1, number < 1e8 else { return .none }
    let whole = Int(number)
    // 1990 to 2199: what lies outside is a number of something else.
    if (32_874..<109_575).contains(whole) { return .date(CalendarDate(dayNumber: whole - 25_569)) }
    if whole >= 19_900_101, Double(whole) == number,
      let date = CalendarDate(year: whole / 10_000, month: whole / 100 % 100, day: whole % 100)
    {
      return .date(date)
    }
    return .none
  }

  private static func read(_ text: String, days: [CalendarDate]) -> Reading {
    if let number = Double(text.replacing(",", with: ".")) { return serial(number) }
    // An ISO date may have its time behind it.
    if let date = CalendarDate(text.prefix(10)),
      text.count == 10 || "T ".contains(text.dropFirst(10).first ?? "x")
    {
      return .date(date)
    }
    var parts = text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
    if let first = parts.first,
      weekdays.contains(where: { first.count >= 2 && $0.hasPrefix(first) }),
      parts.count == 4
    {
      parts.removeFirst()
    }
    guard parts.count == 3 else { return .none }
    if let named = named(parts) { return .date(named) }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3, parts.allSatisfy({ $0.count <= 4 }) else { return .none }
    if parts[0].count == 4 {
      return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
        .map(Reading.date) ?? .none
    }
    guard let year = year(parts[2]) else { return .none }
    let european = CalendarDate(year: year, month: numbers[1], day: numbers[0])
    let american = CalendarDate(year: year, month: numbers[0], day: numbers[1])
    // With full stops the day is first everywhere.
    if text.contains(".") { return european.map(Reading.date) ?? .none }
    return chosen(european, american, days: days)
  }

  private static func chosen(
    _ one: CalendarDate?, _ other: CalendarDate?, days: [CalendarDate]
  ) -> Reading {
    switch (one, other) {
    case (nil, nil): return .none
    case (let date?, nil), (nil, let date?): return .date(date)
    case (let one?, let other?):
      if one == other { return .date(one) }
      switch (days.contains(one), days.contains(other)) {
      case (true, false): return .date(one)
      case (false, true): return .date(other)
      default: return .either(one, other)
      }
    }
  }

  /// `9 Oct 2023`, `October 9, 2023`, `9-Oct-23`.
  private static func named(_ parts: [String]) -> CalendarDate? {
    for (month, day) in [(1, 0), (0, 1)] {
      guard
        let number = months.firstIndex(where: { $0 == parts[month] || $0.prefix(3) == parts[month] }
        ),
        let day = Int(parts[day].prefix { $0.isNumber }), let year = year(parts[2])
      else { continue }
      return CalendarDate(year: year, month: number + 1, day: day)
    }
    return nil
  }

  private static func year(_ text: String) -> Int? {
    guard let number = Int(text) else { return nil }
    switch text.count {
    case 4: return number
    case 2: return 2000 + number
    default: return nil
    }
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
