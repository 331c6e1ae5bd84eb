// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// What is said about cells that were not read exactly as written: the one place where readings
/// become words.
public enum CellWords {
  /// What a column asks for, as findings call it.
  public enum Thing: Sendable {
    case date, clock, number, answer, window, hours, position
  }

  /// A sentence and what would be right, for a cell without exactly one meaning.
  public struct Fault: Hashable, Sendable {
    /// The finding's rule.
    public let rule: String
    /// The whole sentence.
    public let sentence: String
    /// What would be right.
    public let suggestion: String
  }

  /// - Parameter key: where to choose the order of day and month.
  public static func ambiguous(_ cell: String, _ readings: [String]) -> Fault {
    let list = listed(readings, "or")
    let isDate = readings.contains { $0.count >= 10 && CalendarDate($0.prefix(10)) != nil }
    let choice =
      isDate
      ? "; or choose for all tables: \"dateOrder\": \"day-month\" or \"month-day\" in meeting.json"
      : ""
    return Fault(
      rule: "ambiguous", sentence: "'\(shown(cell))' may be \(list).",
      suggestion: "write \(list)\(choice)")
  }

  /// What is said about a cell that cannot be read.
  public static func refused(
    _ cell: String, _ refusal: Refusal, as thing: Thing, in context: CellContext
  ) -> Fault {
    let rule = rule(thing)
    let none = "'\(shown(cell))' is \(noThing(thing))."
    switch refusal {
    case .unlike(let guesses):
      return Fault(
        rule: rule, sentence: none,
        suggestion: guesses.isEmpty ? form(thing, context) : "write \(listed(guesses, "or"))")
    case .noSuchDay:
      return Fault(rule: rule, sentence: none, suggestion: "there is no such day")
    case .otherWeekday(let date, let weekday):
      return Fault(
        rule: rule, sentence: "'\(shown(cell))' contradicts itself: \(date) is a \(weekday).",
        suggestion: "write \(date), if the date is right")
    case .timeBehind(let date, let time):
      return Fault(
        rule: rule, sentence: "'\(shown(cell))' holds a time of day behind the date.",
        suggestion: "write \(date) here, and \(time) where the start is asked, if it is meant")
    case .dateBefore(let date, let time):
      return Fault(
        rule: rule, sentence: "'\(shown(cell))' holds a date before the time of day.",
        suggestion: "write \(time) here, and \(date) where the day is asked, if it is meant")
    case .instant(let date, let time):
      return instant(cell, date, time, thing, context)
    case .notWholeMinute(let time):
      return Fault(
        rule: rule, sentence: "'\(shown(cell))' is not a whole minute.", suggestion: "write \(time)"
      )
    case .endOfDay:
      return Fault(
        rule: rule, sentence: "'\(shown(cell))' is the end of a day; nothing begins then.",
        suggestion: "write 00:00 and the next day")
    case .backwards(let guesses):
      return Fault(
        rule: rule, sentence: "The window '\(shown(cell))' ends before it begins.",
        suggestion: (guesses.isEmpty ? "" : "write \(listed(guesses, "or")); ")
          + "one that runs over midnight begins at 12:00 or later and ends by 06:00")
    case .outside(let range):
      return Fault(rule: rule, sentence: none, suggestion: fitting(range))
    }
  }

  /// Another form of cell that was read: `'9:00' as 09:00`, and why, if that cannot be seen.
  public static func read(_ cell: String, as plain: String, _ spellings: Set<Spelling>) -> String {
    let hidden = hidden(cell)
    let why = hidden.isEmpty ? "" : " (\(hidden.joined(separator: ", ")))"
    return "'\(shown(cell))'\(why) as \(plain)"
  }

  /// A cell that is written differently: `9:00 → 09:00`, and why, if that cannot be seen.
  public static func turned(_ cell: String, into plain: String) -> String {
    let hidden = hidden(cell)
    let why = hidden.isEmpty ? "" : " (\(hidden.joined(separator: ", ")))"
    return "'\(shown(cell))'\(why) → " + (plain.isEmpty ? "empty" : shown(plain))
  }

  /// How two words differ that have the same folded form.
  public static func difference(_ one: String, _ other: String) -> String {
    var words: [String] = []
    let hidden = hidden(one) + hidden(other)
    if one.lowercased() == other.lowercased() { return "capital letters" }
    let bare = [one, other].map { $0.lowercased().filter { !$0.isWhitespace } }
    if one.lowercased() != other.lowercased(), bare[0] == bare[1] {
      let isCased = one.filter { !$0.isWhitespace } != other.filter { !$0.isWhitespace }
      words.append(isCased ? "capital letters and blanks" : "blanks")
    }
    if one != one.lowercased() || other != other.lowercased() {
      if CellText(one).text != CellText(other).text, words.isEmpty { words.append("letters' form") }
    }
    if words.isEmpty && hidden.isEmpty { words.append("the form of letters and blanks") }
    return (words + hidden).joined(separator: "; ")
  }

  /// The numbers that fit, in words.
  public static func fitting(_ range: ClosedRange<Int>) -> String {
    "a whole number from \(range.lowerBound) to \(range.upperBound)"
  }

  // MARK: Parts

  private static func instant(
    _ cell: String, _ date: String?, _ time: String?, _ thing: Thing, _ context: CellContext
  ) -> Fault {
    var suggestion = "write the time on the meeting's clocks, without a zone"
    if let date, let time {
      let zone = context.zone?.zone.identifier ?? "the meeting"
      suggestion =
        "the clocks of \(zone) show \(date) \(time) then: write "
        + (thing == .clock ? "\(time) here, and \(date) where the day is asked" : date)
    }
    return Fault(
      rule: rule(thing), sentence: "'\(shown(cell))' is a moment in a time zone of its own.",
      suggestion: suggestion)
  }

  private static func rule(_ thing: Thing) -> String {
    switch thing {
    case .date: "date"
    case .clock: "time"
    case .number: "number"
    case .answer: "yes-no"
    case .window, .hours: "window"
    case .position: "position"
    }
  }

  private static func noThing(_ thing: Thing) -> String {
    switch thing {
    case .date: "not a date"
    case .clock: "not a time of day"
    case .number: "not a number that fits here"
    case .answer: "neither yes nor no"
    case .window: "not a window"
    case .hours: "not a stretch of hours"
    case .position: "not a latitude and longitude"
    }
  }

  /// How such a cell is written, with a day of this meeting where a day is needed.
  private static func form(_ thing: Thing, _ context: CellContext) -> String {
    let day = context.days.first.map { "\($0.date)" }
    switch thing {
    case .date:
      return "a date is written YYYY-MM-DD" + (day.map { "; the meeting begins on \($0)" } ?? "")
    case .clock: return "a time is written HH:MM, from 00:00 to 23:59"
    case .number: return "a whole number"
    case .answer: return "yes, no, or empty for not known"
    case .window:
      let day = day ?? "YYYY-MM-DD"
      return "write \(day), or \(day) HH:MM-HH:MM, or HH:MM-HH:MM for each day"
    case .hours: return "HH:MM-HH:MM"
    case .position:
      return "degrees north and east, with ; between: 35.0606;135.7859; south and west with -"
    }
  }

  private static func listed(_ parts: [String], _ word: String) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  private static func shown(_ cell: String) -> String {
    let line = String(cell.map { $0.isNewline ? " " : $0 })
    return line.count > 60 ? line.prefix(60) + "…" : line
  }

  /// Signs that look like the keyboard's or like nothing, by name: `the dash is U+2011`.
  private static func hidden(_ cell: String) -> [String] {
    var words: [String] = []
    for scalar in cell.unicodeScalars where !scalar.isASCII {
      let number = "U+" + String(scalar.value, radix: 16, uppercase: true).leftPadded(to: 4)
      let word: String? =
        if CellText.isInvisible(scalar) {
          "it holds \(number), which cannot be seen"
        } else if scalar.properties.isWhitespace {
          "a blank is \(number)"
        } else if scalar.properties.generalCategory == .dashPunctuation || scalar == "\u{2212}" {
          "the dash is \(number)"
        } else {
          nil
        }
      if let word, !words.contains(word) { words.append(word) }
    }
    return words
  }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: "0", count: max(0, width - count)) + self
  }
}
