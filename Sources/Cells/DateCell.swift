// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings

/// A date, as spreadsheets and people write it.
///
/// If day and month could be confused, the meeting's `dateOrder` decides; without it, the date is
/// not guessed.
public enum DateCell {
  /// A date and nothing else: a time of day after it is refused, unless it is midnight as
  /// spreadsheets write it.
  public static func read(
    _ cell: String, in context: CellContext = CellContext()
  ) -> Reading<CalendarDate> {
    let reading = alone(cell, in: context)
    guard case .refused(.unlike(let guesses)) = reading, guesses.isEmpty else { return reading }
    return .refused(.unlike(dates(in: CellText(cell).text, context)))
  }

  /// A date and nothing else; if it is not one, the text is not searched for one.
  static func alone(_ cell: String, in context: CellContext) -> Reading<CalendarDate> {
    switch moment(cell, in: context) {
    case .read(let moment, let spellings):
      if let minute = moment.minute, minute != 0 {
        return .refused(.timeBehind(date: "\(moment.date)", time: ClockTime.text(minute)))
      }
      return .read(moment.date, spellings)
    case .ambiguous(let moments): return .ambiguous(moments.map(\.date))
    case .refused(let refusal): return .refused(refusal)
    }
  }

  /// A date, with the minute of the day after it, if there was one.
  public struct Moment: Hashable, Sendable {
    /// The day.
    public var date: CalendarDate
    /// Minutes since midnight, if there is a time beside it.
    public var minute: Int?
  }

  /// A day, perhaps with a time of day after it.
  public static func moment(
    _ cell: String, in context: CellContext = CellContext()
  ) -> Reading<Moment> {
    let plain = CellText(cell)
    if let date = CalendarDate(plain.text) {
      return .read(Moment(date: date), plain.spellings)
    }
    if let number = DayNumber(plain.text), number.hasPart, let date = number.date {
      guard let minute = number.minute else { return .refused(.unlike(["\(date)"])) }
      return .read(Moment(date: date, minute: minute), plain.spellings.union([.dayNumber]))
    }
    if let (date, hours) = WindowCell.datedHours(plain.text, in: context) {
      let time = ClockTime.text(hours.lowerBound)
      return .refused(.timeBehind(date: "\(date)", time: time))
    }
    guard let parts = MomentText(plain.text), !parts.date.isEmpty else {
      return day(plain.text, in: context).map { Moment(date: $0) }.spelt(plain.spellings)
    }
    let date = day(parts.date, in: context)
    guard let minute = ClockCell.time(parts.time).value else {
      return .refused(.unlike(date.value.map { ["\($0)"] } ?? []))
    }
    if let zone = parts.zone {
      return .refused(Instant.refusal(date.value, minute, zone, context))
    }
    return date.map { Moment(date: $0, minute: minute) }
      .spelt(plain.spellings.union([.midnight]))
  }

  /// Whether the cell is a date in figures whose reading depends on the order of day and month.
  public static func hangsOnOrder(_ cell: String) -> Bool {
    let first = read(cell, in: CellContext(order: .dayMonth)).value
    let second = read(cell, in: CellContext(order: .monthDay)).value
    return first != nil && second != nil && first != second
  }

  // MARK: Days

  /// A date alone, in plain digits and blanks.
  static func day(_ text: String, in context: CellContext) -> Reading<CalendarDate> {
    if let date = CalendarDate(text) { return .read(date, []) }
    if let number = DayNumber(text) {
      if !number.hasPart, let date = number.date { return .read(date, [.dayNumber]) }
      if text.count == 8, let date = compact(text) { return .read(date, [.date]) }
    }
    var parts = text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
    let words = parts
    parts = DateWords.withoutFillers(parts)
    switch parts.count {
    case 3:
      let weekdays = DateWords.weekdays(besides: parts, in: words)
      return three(parts, hasStops: text.contains("."), context).on(weekdays)
    case 1, 2: return .refused(.unlike(yearless(text, parts, context)))
    default: return .refused(.unlike([]))
    }
  }

  /// The dates in a longer text, such as `2026-12-16x`, if there are one or two.
  static func dates(in text: String, _ context: CellContext) -> [String] {
    let pieces = text.split { !($0.isNumber || "-./".contains($0)) }.map(String.init)
    var found: [String] = []
    for piece in pieces {
      let ends = CharacterSet(charactersIn: "-./")
      let date = day(piece.trimmingCharacters(in: ends), in: context).value ?? turned(piece)
      if let date, !found.contains("\(date)") { found.append("\(date)") }
    }
    return found.count <= 2 ? found : []
  }

  /// `16122026`, which is not certainly a date.
  private static func turned(_ text: String) -> CalendarDate? {
    guard text.count == 8, text.isDigits, let number = Int(text) else { return nil }
    return CalendarDate(
      year: number % 10_000, month: number / 10_000 % 100, day: number / 1_000_000)
  }

  /// `20261216`.
  private static func compact(_ text: String) -> CalendarDate? {
    guard text.isDigits, let number = Int(text), number >= 19_900_101 else { return nil }
    return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  private static func three(
    _ parts: [String], hasStops: Bool, _ context: CellContext
  ) -> Reading<CalendarDate> {
    switch DateWords.named(parts) {
    case .date(let date): return .read(date, [.date])
    case .noSuchDay: return .refused(.noSuchDay)
    case .none: break
    }
    let numbers = parts.compactMap { $0.isDigits && $0.count <= 4 ? Int($0) : nil }
    guard numbers.count == 3 else { return .refused(.unlike([])) }
    if parts[0].count == 4 {
      guard parts[1].count <= 2, parts[2].count <= 2 else { return .refused(.unlike([])) }
      return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
        .map { .read($0, [.date]) } ?? .refused(.noSuchDay)
    }
    guard parts[0].count <= 2, parts[1].count <= 2, let year = DateWords.year(parts[2]) else {
      return .refused(.unlike([]))
    }
    let european = CalendarDate(year: year, month: numbers[1], day: numbers[0])
    let american = CalendarDate(year: year, month: numbers[0], day: numbers[1])
    // With full stops the day is first everywhere.
    if hasStops { return european.map { .read($0, [.date]) } ?? .refused(.noSuchDay) }
    // With a year of two figures the year may be first as well.
    let asian =
      parts[2].count == 2 && parts[0].count == 2
      ? CalendarDate(year: 2000 + numbers[0], month: numbers[1], day: numbers[2]) : nil
    return chosen(european, american, asian, context)
  }

  private static func chosen(
    _ european: CalendarDate?, _ american: CalendarDate?, _ asian: CalendarDate?,
    _ context: CellContext
  ) -> Reading<CalendarDate> {
    if let order = context.order, let own = order == .dayMonth ? european : american {
      return .read(own, [.date])
    }
    var readings: [CalendarDate] = []
    for date in [european, american, asian].compactMap(\.self) where !readings.contains(date) {
      readings.append(date)
    }
    switch readings.count {
    case 0: return .refused(.noSuchDay)
    case 1: return .read(readings[0], [.date])
    default: return .ambiguous(readings)
    }
  }

  /// What a date without its year, a label or a day of the week may be among the meeting's days.
  private static func yearless(
    _ text: String, _ parts: [String], _ context: CellContext
  ) -> [String] {
    let folded = CellText.folded(text)
    let labelled = context.days.filter { CellText.folded($0.label) == folded && !folded.isEmpty }
    if labelled.count == 1 { return ["\(labelled[0].date)"] }
    let days = context.days.map(\.date).filter { DateWords.mayBe($0, parts) }
    return days.count <= 2 ? days.map(\.description) : []
  }
}

extension Reading<CalendarDate> {
  /// The same with a day of the week beside the date: it may settle which date is meant, or
  /// contradict it.
  fileprivate func on(_ weekdays: Set<Int>) -> Reading {
    if weekdays.isEmpty { return self }
    func refusal(_ date: CalendarDate) -> Reading {
      .refused(.otherWeekday(date: "\(date)", weekday: date.weekdayName))
    }
    switch self {
    case .read(let date, _) where !weekdays.contains(date.weekday):
      return refusal(date)
    case .ambiguous(let dates):
      let fitting = dates.filter { weekdays.contains($0.weekday) }
      switch fitting.count {
      case 0: return dates.first.map(refusal) ?? self
      case 1: return .read(fitting[0], [.date])
      default: return .ambiguous(fitting)
      }
    default: return self
    }
  }
}
