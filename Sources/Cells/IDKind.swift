// SPDX-License-Identifier: GPL-3.0-or-later

/// What an id may refer to.
public enum IDKind: String, CaseIterable, Sendable {
  case activity, session, room, person

  /// In a sentence: `a room`, `an activity`.
  public var withArticle: String { self == .activity ? "an activity" : "a \(rawValue)" }
}
