// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Days and numbers in the language's form, from its own table: the same on any machine.
extension Words {
  /// `Monday 9 October 2023`.
  public func long(_ date: CalendarDate) -> String {
    self(
      "date.long",
      [
        "weekday": weekday(date), "day": "\(date.day)", "month": month(date),
        "year": "\(date.year)",
      ])
  }

  /// `Mon 9 Oct`.
  public func short(_ date: CalendarDate) -> String {
    self(
      "date.short",
      ["weekday": shortWeekday(date), "day": "\(date.day)", "month": shortMonth(date)])
  }

  /// The parts of `short`, and which of them is the month's name.
  public func shortParts(_ date: CalendarDate) -> [(text: String, isMonth: Bool)] {
    pieces("date.short").map { piece in
      switch piece {
      case .text(let text): (text, false)
      case .gap("weekday"): (shortWeekday(date), false)
      case .gap("month"): (shortMonth(date), true)
      case .gap: ("\(date.day)", false)
      }
    }
  }

  /// `Mon 9 Oct 2023`.
  public func shortWithYear(_ date: CalendarDate) -> String {
    self("date.short-year", ["short": short(date), "year": "\(date.year)"])
  }

  /// `8–12 October 2023`, with months and years where they differ; nothing of no day.
  public func span(_ dates: [CalendarDate]) -> String {
    guard let first = dates.min(), let last = dates.max() else { return "" }
    if first == last {
      return self(
        "date.span.day",
        ["day": "\(first.day)", "month": month(first), "year": "\(first.year)"])
    }
    let key =
      first.year != last.year
      ? "date.span.years" : first.month != last.month ? "date.span.months" : "date.span.days"
    return self(
      key,
      [
        "first": "\(first.day)", "first-month": month(first), "first-year": "\(first.year)",
        "last": "\(last.day)", "last-month": month(last), "last-year": "\(last.year)",
      ])
  }

  /// A day and a time of it: `Mon 9 Oct, 09:30`.
  public func moment(_ day: String, _ clock: String) -> String {
    self("date.moment", ["day": day, "time": clock])
  }

  /// `a, b, c`.
  public func list(_ parts: [String]) -> String {
    parts.dropFirst().reduce(parts.first ?? "") {
      self("list.next", ["before": $0, "after": $1])
    }
  }

  private func month(_ date: CalendarDate) -> String { self("date.month.\(date.month)") }

  private func shortMonth(_ date: CalendarDate) -> String { self("date.month-short.\(date.month)") }

  /// From 1 for Monday.
  private func weekday(_ date: CalendarDate) -> String { self("date.weekday.\(date.weekday + 1)") }

  private func shortWeekday(_ date: CalendarDate) -> String {
    self("date.weekday-short.\(date.weekday + 1)")
  }
}

/// Names of the tables that are the same in every meeting.
extension Words {
  /// What a kind of session is called, such as `DC`; `nil` for a kind that the tables do not have.
  public func kind(_ token: String) -> String? {
    let key = "kind.\(token)"
    return has(key) ? self(key) : nil
  }

  /// A role of the meeting's tables: in the language where it is one of the usual ones, else as it
  /// stands there.
  public func role(_ role: String) -> String {
    if language == .english { return role }
    let key = "role.\(role.lowercased().replacing(" ", with: "-"))"
    return has(key) ? self(key) : role
  }
}
