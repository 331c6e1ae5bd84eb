// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Tables
import Texts

/// A stretch of time that a list of windows may hold: a whole day, hours of one day, or hours of each.
public struct WindowValue: Hashable, Sendable {
  /// `nil`: each day of the meeting.
  public var date: CalendarDate?
  /// Minutes from the beginning of the day; past 1440 into the night after it. `nil`: the whole day.
  public var hours: Range<Int>?

  public init(date: CalendarDate?, hours: Range<Int>?) {
    self.date = date
    self.hours = hours
  }

  /// As the contract writes it.
  public var plain: String {
    let hours = hours.map(WindowCell.plain)
    return [date.map { "\($0)" }, hours].compactMap(\.self).joined(separator: " ")
  }
}

/// Windows, as spreadsheets and people write them.
public enum WindowCell {
  /// One window, or the days from one date to another.
  public static func read(
    _ cell: String, in context: CellContext = CellContext()
  ) -> Reading<[WindowValue]> {
    let plain = CellText(cell)
    return window(plain.text, context).spelt(plain.spellings)
  }

  /// All windows of a cell: separated by `;`, or by another sign if each part by itself is a
  /// window.
  public static func list(
    _ cell: String, in context: CellContext = CellContext()
  ) -> [(text: String, reading: Reading<[WindowValue]>)] {
    cell.cellParts.flatMap { part -> [(text: String, reading: Reading<[WindowValue]>)] in
      let whole = read(part, in: context)
      guard case .refused = whole, ListCell.hasOtherSeparator(part) else { return [(part, whole)] }
      let parts = withDays(
        ListCell.looseParts(part).map { ($0, read($0, in: context).spelt([.separator])) })
      if case .refused(.unlike(let guesses)) = whole, !guesses.isEmpty,
        parts.contains(where: { if case .refused = $0.1 { true } else { false } })
      {
        // `Monday, 9:00-12:00` is one window with a comma in it.
        return [(part, whole)]
      }
      return parts
    }
  }

  /// Hours after a day's hours may belong to that day or to each day: `2025-06-23 09:00-12:00,
  /// 14:00-16:00`.
  private static func withDays(
    _ parts: [(text: String, reading: Reading<[WindowValue]>)]
  ) -> [(text: String, reading: Reading<[WindowValue]>)] {
    var date: CalendarDate?
    return parts.map { part in
      guard let window = part.reading.value?.first else { return part }
      if let date, window.date == nil {
        let own = WindowValue(date: date, hours: window.hours)
        return (part.text, .ambiguous([[own], [window]]))
      }
      date = window.hours == nil ? nil : window.date
      return part
    }
  }

  /// `09:00-13:00`; the end of a window that runs over midnight is on the next day's clock.
  public static func plain(_ hours: Range<Int>) -> String {
    let end = hours.upperBound > 1440 ? hours.upperBound - 1440 : hours.upperBound
    return ClockTime.text(hours.lowerBound) + "-" + ClockTime.text(end)
  }

  // MARK: One window

  private static func window(_ text: String, _ context: CellContext) -> Reading<[WindowValue]> {
    let date = DateCell.alone(text, in: context)
    if case .read = date { return date.map { [WindowValue(date: $0, hours: nil)] } }
    if case .ambiguous = date { return date.map { [WindowValue(date: $0, hours: nil)] } }
    let hours = hours(text)
    if case .read = hours { return hours.map { [WindowValue(date: nil, hours: $0)] } }
    if let dated = dated(text, context) { return dated }
    if let range = days(text, context) { return range }
    if case .refused(.unlike(let guesses)) = hours, guesses.isEmpty {
      // What looks like a zone in a window is its end: `Mon 9:00-12:00`.
      if case .refused(.instant) = date, !text.contains("+"), !text.uppercased().hasSuffix("Z") {
        return .refused(.unlike([]))
      }
      guard case .refused(.unlike) = date else { return .refused(fault(date)) }
      return .refused(guess(text, context) ?? fault(date))
    }
    return .refused(fault(hours))
  }

  /// What a text with two times and at most one date probably means; nothing for one without times.
  private static func guess(_ text: String, _ context: CellContext) -> Refusal? {
    let times = ClockGuess.times(in: text)
    if times.isEmpty { return nil }
    let dates = DateCell.dates(in: text, context)
    guard times.count == 2, times[0] < times[1], dates.count <= 1 else { return .unlike([]) }
    return .unlike([(dates + [plain(times[0]..<times[1])]).joined(separator: " ")])
  }

  private static func fault<Value>(_ reading: Reading<Value>) -> Refusal {
    if case .refused(let refusal) = reading { refusal } else { .unlike([]) }
  }

  /// `2025-06-23 09:00-12:00`: a date, and hours after one of the blanks.
  private static func dated(_ text: String, _ context: CellContext) -> Reading<[WindowValue]>? {
    var refused: Reading<[WindowValue]>?
    for place in text.indices where " T,".contains(text[place]) {
      var before = text[..<place]
      while let last = before.last, " ,:".contains(last) { before.removeLast() }
      let date = DateCell.day(String(before), in: context)
      let hours = hours(String(text[text.index(after: place)...]).trimmingPrefix(" ").description)
      switch (date, hours) {
      case (.read(let date, let spellings), .read(let hours, let more)):
        let isPlain = text[place] == " " && text[..<place] == before
        return .read(
          [WindowValue(date: date, hours: hours)],
          spellings.union(more).union(isPlain ? [] : [.date]))
      case (.ambiguous(let dates), .read(let hours, _)):
        return .ambiguous(dates.map { [WindowValue(date: $0, hours: hours)] })
      case (.read(let date, _), .refused(.unlike(let guesses))) where !guesses.isEmpty:
        refused = refused ?? .refused(.unlike(guesses.map { "\(date) \($0)" }))
      case (.read(let date, _), .refused(.backwards(let guesses))):
        refused = refused ?? .refused(.backwards(guesses.map { "\(date) \($0)" }))
      case (.refused(.unlike(let guesses)), .read(let hours, _)) where !guesses.isEmpty:
        refused = refused ?? .refused(.unlike(guesses.map { "\($0) \(plain(hours))" }))
      case (.refused(.noSuchDay), .read): refused = refused ?? .refused(.noSuchDay)
      default: continue
      }
    }
    return refused
  }

  /// `2025-06-23 09:00-10:00`, where the second time is not a zone: a date and hours with a blank
  /// between.
  static func datedHours(
    _ text: String, in context: CellContext
  ) -> (date: CalendarDate, hours: Range<Int>)? {
    guard !text.contains("T"), text.count(where: { $0 == ":" }) == 2,
      let window = dated(text, context)?.value?.first, let date = window.date,
      let hours = window.hours
    else { return nil }
    return (date, hours)
  }

  /// The most days that a range may name.
  private static let mostDays = 62

  /// `2025-06-23 to 2025-06-25`: each of the days.
  private static func days(_ text: String, _ context: CellContext) -> Reading<[WindowValue]>? {
    for sign in [" to ", " - ", " until ", " bis ", " au ", " à ", " a ", "..", "/", "-"] {
      let parts = text.components(separatedBy: sign)
      guard parts.count == 2 || (sign == "-" && parts.count == 6) else { continue }
      let half = parts.count / 2
      let texts = [parts[..<half], parts[half...]].map { $0.joined(separator: sign).trimmed }
      let ends = texts.map { DateCell.day($0, in: context) }
      guard let first = ends[0].value ?? beginning(texts[0], of: ends[1].value),
        let last = ends[1].value, first <= last,
        last.dayNumber - first.dayNumber < mostDays
      else { continue }
      let dates = (first.dayNumber...last.dayNumber).map { CalendarDate(dayNumber: $0) }
      return .read(dates.map { WindowValue(date: $0, hours: nil) }, [.dateRange])
    }
    return nil
  }

  /// The `16.` of `16.-17.12.2026`: a day of the month in which the range ends.
  private static func beginning(_ text: String, of last: CalendarDate?) -> CalendarDate? {
    let digits = text.hasSuffix(".") ? text.dropLast() : text[...]
    guard let last, digits.isDigits, digits.count <= 2, let day = Int(digits) else { return nil }
    return CalendarDate(year: last.year, month: last.month, day: day)
  }
}
