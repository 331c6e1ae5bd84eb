// SPDX-License-Identifier: GPL-3.0-or-later

/// What came of reading a cell as what its column holds.
public enum Reading<Value: Hashable & Sendable>: Hashable, Sendable {
  /// One meaning. No spellings: the cell is as the contract writes it.
  case read(Value, Set<Spelling>)
  /// Several meanings, the likelier first; none of them is guessed.
  case ambiguous([Value])
  /// No usable meaning.
  case refused(Refusal)

  /// What it means, if it has exactly one meaning.
  public var value: Value? {
    if case .read(let value, _) = self { value } else { nil }
  }

  /// The same reading of something made from the value.
  public func map<Other: Hashable & Sendable>(_ change: (Value) -> Other) -> Reading<Other> {
    switch self {
    case .read(let value, let spellings): .read(change(value), spellings)
    case .ambiguous(let values): .ambiguous(values.map(change))
    case .refused(let refusal): .refused(refusal)
    }
  }

  /// The same reading, in a cell that was also spelt in these ways.
  func spelt(_ more: Set<Spelling>) -> Reading {
    guard case .read(let value, let spellings) = self else { return self }
    return .read(value, spellings.union(more))
  }
}

/// How a cell differs from the form of the contract, and still means one thing.
public enum Spelling: String, Hashable, Sendable, CaseIterable {
  /// Capital letters in place of small ones, or the other way round.
  case letterCase = "letter-case"
  /// Full-width letters and signs, or the digits of another script.
  case width
  /// Signs that cannot be seen: zero-width blanks, marks of direction.
  case invisible
  /// Blanks where there should be none, or that are not the keyboard's.
  case blanks
  /// A dash that is not the keyboard's hyphen.
  case dash
  /// `9:00`, `09:00:00`, `9.30`, `9h30`.
  case clock
  /// `2:30 PM`.
  case halfDay = "half-day"
  /// `0.375`, the part of a day that a spreadsheet keeps.
  case dayPart = "day-part"
  /// `16.12.2026`, `12/16/2026`, `16 Dec 2026`.
  case date
  /// `46372`, the number that a spreadsheet keeps for a date.
  case dayNumber = "day-number"
  /// A date with midnight after it.
  case midnight
  /// `2025-06-23 to 2025-06-25`.
  case dateRange = "date-range"
  /// `60.0`, `1'200`, `1,200`.
  case number
  /// `90 min`, `1:30`, `80 seats`.
  case unit
  /// `TRUE`, `WAHR`, `VRAI`, `ja`.
  case word
  /// `,` or another sign between the parts of a list.
  case separator
}

/// Why a cell was not read.
public enum Refusal: Hashable, Sendable {
  /// Nothing like what the column holds, with what was probably meant as the contract writes it.
  case unlike([String])
  /// A day that its month does not have.
  case noSuchDay
  /// A date beside a day of the week that it does not fall on, with the one that it does.
  case otherWeekday(date: String, weekday: String)
  /// A date that has a time of day after it.
  case timeBehind(date: String, time: String)
  /// A time of day that has a date before it.
  case dateBefore(date: String, time: String)
  /// A moment with a time zone, and what the meeting's clocks show then, if they are known.
  case instant(date: String?, time: String?)
  /// Not on a whole minute, with the minute that it is in.
  case notWholeMinute(String)
  /// `24:00` where a session would begin.
  case endOfDay
  /// A window that ends when it begins, or before, in the middle of the day.
  case backwards([String])
  /// A number outside what fits.
  case outside(ClosedRange<Int>)
}
