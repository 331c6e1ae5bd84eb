// SPDX-License-Identifier: GPL-3.0-or-later

/// The form that a noun takes beside a number (Unicode's CLDR, "Language Plural Rules"), for whole
/// numbers from 0.
public enum PluralCategory: String, Sendable, CaseIterable {
  case zero, one, two, few, many, other

  /// The categories that a language's table has a row for. That French and Spanish say whole millions
  /// otherwise is left to `other`: nothing here is counted in millions.
  public static func all(in language: Language) -> [PluralCategory] {
    switch language {
    case .english, .french, .spanish: [.one, .other]
    case .arabic: allCases
    case .chinese: [.other]
    case .russian: [.one, .few, .many]
    }
  }

  /// The category of a number; negative ones are as their amounts.
  public static func of(_ number: Int, in language: Language) -> PluralCategory {
    let count = number.magnitude
    return switch language {
    case .english, .spanish: count == 1 ? .one : .other
    case .french: count < 2 ? .one : .other
    case .chinese: .other
    case .arabic: arabic(count)
    case .russian: russian(count)
    }
  }

  private static func arabic(_ count: UInt) -> PluralCategory {
    switch (count, count % 100) {
    case (0, _): .zero
    case (1, _): .one
    case (2, _): .two
    case (_, 3...10): .few
    case (_, 11...99): .many
    default: .other
    }
  }

  private static func russian(_ count: UInt) -> PluralCategory {
    let isTeen = (11...14).contains(count % 100)
    return switch count % 10 {
    case 1 where !isTeen: .one
    case 2...4 where !isTeen: .few
    default: .many
    }
  }
}
