// SPDX-License-Identifier: GPL-3.0-or-later

/// A language that pages and letters can be written in: the six of the United Nations.
public enum Language: String, Codable, Sendable, CaseIterable {
  case english = "en"
  case french = "fr"
  case spanish = "es"
  case arabic = "ar"
  case chinese = "zh"
  case russian = "ru"

  /// What its speakers call it.
  public var name: String {
    switch self {
    case .english: "English"
    case .french: "Français"
    case .spanish: "Español"
    case .arabic: "العربية"
    case .chinese: "中文"
    case .russian: "Русский"
    }
  }

  /// Its tag in pages and mails (BCP 47). The tables' Chinese is in simplified characters, which
  /// have fonts of their own.
  public var tag: String { self == .chinese ? "zh-Hans" : rawValue }

  /// The side that a line begins on, as the attribute `dir` says it.
  public var direction: String { self == .arabic ? "rtl" : "ltr" }
}
