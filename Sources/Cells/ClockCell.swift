// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A time of day, as spreadsheets and people write it: `9:00`, `09:00:00`, `9.30`, `9h30`, `2:30 PM`,
/// `0930`, or the part of the day that a spreadsheet keeps, `0.375`.
public enum ClockCell {
  /// A minute of the day, and the date before it, if there was one.
  public struct Moment: Hashable, Sendable {
    /// Minutes since midnight.
    public var minute: Int
    /// The day beside it, if there is one.
    public var date: CalendarDate?
  }

  /// A start: from 00:00 to 23:59, no date before it.
  public static func read(_ cell: String, in context: CellContext = CellContext()) -> Reading<Int> {
    switch moment(cell, in: context) {
    case .read(let moment, let spellings):
      if let date = moment.date {
        return .refused(.dateBefore(date: "\(date)", time: plain(moment.minute)))
      }
      if moment.minute == 1440 { return .refused(.endOfDay) }
      return .read(moment.minute, spellings)
    case .ambiguous(let moments): return .ambiguous(moments.map(\.minute))
    case .refused(.unlike(let guesses)):
      let guesses = guesses.isEmpty ? ClockGuess.all(in: CellText(cell).text) : guesses
      return .refused(.unlike(guesses.filter { $0 != plain(1440) }))
    case .refused(let refusal): return .refused(refusal)
    }
  }

  /// As the contract writes it, `HH:MM`.
  public static func plain(_ minute: Int) -> String { ClockTime.text(minute) }

  /// A time from 00:00 to 24:00, with a date before it or without.
  public static func moment(
    _ cell: String, in context: CellContext = CellContext()
  ) -> Reading<Moment> {
    let plain = CellText(cell)
    if let minute = ClockTime.minutes(plain.text) {
      return .read(Moment(minute: minute), plain.spellings)
    }
    if let serial = DayNumber(plain.text), serial.value >= 1, plain.text.contains("."),
      let reading = serial.moment
    {
      return reading.spelt(plain.spellings)
    }
    // `09:00-10:00` is not a time with a zone; where a start is asked for, its beginning is meant.
    if let hours = WindowCell.hours(plain.text).value {
      return .refused(.unlike([self.plain(hours.lowerBound)]))
    }
    if let (date, hours) = WindowCell.datedHours(plain.text, in: context) {
      return .read(Moment(minute: hours.lowerBound, date: date), plain.spellings)
    }
    if let parts = MomentText(plain.text), !parts.date.isEmpty {
      return dated(parts, context).spelt(plain.spellings)
    }
    if let parts = MomentText(plain.text), parts.zone != nil {
      return .refused(.instant(date: nil, time: nil))
    }
    let reading = time(plain.text)
    if case .refused = reading, ClockGuess.hasZoneName(plain.text) {
      return .refused(.instant(date: nil, time: nil))
    }
    return reading.map { Moment(minute: $0) }.spelt(plain.spellings)
  }

  /// What a spreadsheet's own number says.
  public static func moment(_ number: Double) -> Reading<Moment> {
    if let reading = DayNumber(number).moment { return reading }
    // `9` in a cell for times is nine days, not nine hours.
    let isHour = number == number.rounded() && (0..<24).contains(number)
    return .refused(.unlike(isHour ? [plain(Int(number) * 60)] : []))
  }

  /// Days that programs put before a time without a day.
  private static let noDays: Set<String> = ["1899-12-30", "1899-12-31", "1900-01-00", "1900-01-01"]

  private static func dated(_ parts: MomentText, _ context: CellContext) -> Reading<Moment> {
    guard let minute = time(parts.time).value else { return .refused(.unlike([])) }
    if parts.zone == nil, noDays.contains(parts.date) {
      return .read(Moment(minute: minute), [.clock])
    }
    let date = DateCell.day(parts.date, in: context)
    if let zone = parts.zone {
      return .refused(Instant.refusal(date.value, minute, zone, context))
    }
    switch date {
    case .read(let date, _): return .read(Moment(minute: minute, date: date), [.clock])
    case .ambiguous(let dates):
      return .ambiguous(dates.map { Moment(minute: minute, date: $0) })
    case .refused(let refusal): return .refused(refusal)
    }
  }

  // MARK: Times alone

  /// A time without date and zone, in plain digits and blanks.
  static func time(_ text: String) -> Reading<Int> {
    var words = text.lowercased().filter { $0 != " " }
    if words.hasPrefix("t") { words.removeFirst() }
    for ending in ["uhr", "hrs", "o'clock"]
    where words.hasSuffix(ending) && words.count > ending.count {
      words.removeLast(ending.count)
      // `9 Uhr` says hours, `9:30 Uhr` says nothing more.
      if words.isDigits { words += "h" }
    }
    var half: Int?
    for (ending, value) in [("a.m.", 0), ("p.m.", 12), ("am", 0), ("pm", 12)]
    where half == nil && words.hasSuffix(ending) {
      words.removeLast(ending.count)
      half = value
    }
    if words.hasSuffix("h"), words.dropLast().contains(where: { ":.".contains($0) }) {
      words.removeLast()
    }
    let parts = words.split(omittingEmptySubsequences: false) { ":.h,".contains($0) }
    guard parts.allSatisfy({ $0.isEmpty || $0.isDigits }), parts.contains(where: { !$0.isEmpty })
    else { return .refused(.unlike([])) }
    if half == nil, parts.count == 2, words.contains(where: { ".,".contains($0) }) {
      if let reading = dotted(parts) { return reading }
    }
    return clock(parts, half, words)
  }

  /// `9.30` is a time, `0.375` a part of the day, `0.25` may be either; nothing for a plain `9.30`.
  private static func dotted(_ parts: [Substring]) -> Reading<Int>? {
    if parts[0] == "0" || parts[0].isEmpty {
      var readings: [Int] = []
      if let part = DayNumber("0." + parts[1])?.minute { readings.append(part) }
      if parts[0] == "0", parts[1].count == 2, let minute = Int(parts[1]), minute < 60 {
        readings.append(minute)
      }
      if readings.count > 1 { return .ambiguous(readings) }
      // As a part of the day `0.39` is not a whole minute; whether 00:39 is meant is not certain.
      guard parts[1].count != 2, let minute = readings.first else {
        return .refused(.unlike(readings.map(plain)))
      }
      return .read(minute, [.dayPart])
    }
    if parts[1].count == 2 { return nil }
    guard parts[1].count == 1, let hour = Int(parts[0]), hour < 24, let digit = Int(parts[1])
    else { return .refused(.unlike([])) }
    let readings = digit < 6 ? [hour * 60 + digit * 10, hour * 60 + digit] : [hour * 60 + digit]
    return .refused(.unlike(readings.map(plain)))
  }

  private static func clock(_ parts: [Substring], _ half: Int?, _ words: String) -> Reading<Int> {
    let spelling: Spelling = half == nil ? .clock : .halfDay
    if half == nil, parts.count == 1 {
      if parts[0].count == 4 || parts[0].count == 3 {
        let minute = minute(parts[0].dropLast(2), parts[0].suffix(2), nil)
        // `930` may be many things; `0930` is a time.
        guard parts[0].count == 4, let minute, minute < 1440 else {
          return .refused(.unlike(minute.map { [plain($0)] } ?? []))
        }
        return .read(minute, [spelling])
      }
      return .refused(.unlike(minute(parts[0], "00", nil).map { [plain($0)] } ?? []))
    }
    let isHourAlone =
      parts.count == 1 || (parts.count == 2 && parts[1].isEmpty && words.hasSuffix("h"))
    let minutes: Substring = isHourAlone ? "00" : parts[1]
    guard let minute = minute(parts[0], minutes, half) else {
      // `14:30 PM` says one thing twice and differently; `25:00` says nothing.
      return .refused(.unlike(self.minute(parts[0], minutes, nil).map { [plain($0)] } ?? []))
    }
    let seconds = parts.dropFirst(2)
    guard seconds.count <= 2, seconds.allSatisfy({ !$0.isEmpty }) else {
      return .refused(.unlike([plain(minute)]))
    }
    guard seconds.allSatisfy({ Double($0) == 0 }) else {
      return .refused(.notWholeMinute(plain(minute)))
    }
    return .read(minute, [spelling])
  }

  private static func minute(_ hour: Substring, _ minute: Substring, _ half: Int?) -> Int? {
    guard hour.count <= 2, minute.count == 2, var hour = Int(hour), let minute = Int(minute),
      minute < 60
    else { return nil }
    if let half {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + half
    }
    return hour < 24 || (hour == 24 && minute == 0) ? hour * 60 + minute : nil
  }
}
