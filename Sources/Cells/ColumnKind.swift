// SPDX-License-Identifier: GPL-3.0-or-later

/// What the cells of a column hold, and so which reader reads them.
public enum ColumnKind: Hashable, Sendable {
  /// The row's own id.
  case id
  /// One id of a thing of one of these sorts.
  case reference([IDKind])
  /// A list of such ids.
  case references(IDKind)
  /// A list of people's ids, or a lone `no`.
  case people
  /// Any text.
  case text
  /// A web address.
  case address
  /// An address for mail.
  case mailbox
  /// One word of a vocabulary that the tables themselves make.
  case word(Vocabulary)
  /// A list of such words.
  case words(Vocabulary)
  /// An upper-case token, and a list of them.
  case kind, kinds
  case number(NumberCell.Unit, ClosedRange<Int>)
  /// A number, or `no`.
  case numberOrAnswer(ClosedRange<Int>)
  case date
  /// A date that is a day of the meeting.
  case day
  /// A date, or `yes` or `no`.
  case dateOrAnswer
  /// A start: a time of day before midnight.
  case clock
  case answer
  /// `yes`, `no`, or where to find it.
  case answerOrText
  /// One of these words.
  case choice([String])
  /// Whether a session of a schedule is placed.
  case status
  /// `must`, where that is known, or 1–1000.
  case strength(mustIsKnown: Bool)
  /// A list of windows.
  case windows
  /// Latitude and longitude.
  case position
  /// An IANA time zone.
  case zone
  /// A requirement's id, such as `DC-7`.
  case requirement

  /// Whether a cell may hold several values with `;` between them.
  public var isList: Bool {
    switch self {
    case .references, .people, .words, .kinds, .windows: true
    default: false
    }
  }

  /// Whether a comma or another sign between two values can only be a separator.
  var partsAreSure: Bool {
    switch self {
    case .references, .people, .kinds: true
    default: false
    }
  }

  /// The words that a cell may hold, where they are few and fixed.
  public var fixedWords: [String]? {
    switch self {
    case .answer: ["yes", "no"]
    case .choice(let words): words
    case .status: ["placed", "unplaced", "held"]
    default: nil
    }
  }

  /// Whether its dates are days of the meeting.
  public var isOfMeeting: Bool { self == .windows || self == .day }
}

/// Words that mean the same in every column: one spelling each.
public enum Vocabulary: String, Hashable, Sendable, CaseIterable {
  case theme, feature, region, role, language
  case stakeholderGroup = "stakeholder group"
}
