// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers with their nouns and verbs: `1 session`, `2 sessions`; `1 is`, `2 are`.
public enum Count {
  /// - Parameter many: the noun for any number except one; `nil`: the other with an `s`.
  public static func of(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(noun(number, one, many))"
  }

  /// The noun or verb alone, to go with a number elsewhere in the sentence.
  public static func noun(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    number == 1 ? one : many ?? one + "s"
  }

  /// `once`, `twice`, `3 times`.
  public static func times(_ number: Int) -> String {
    number == 1 ? "once" : number == 2 ? "twice" : "\(number) times"
  }

  /// `1 is`, `2 are`.
  public static func are(_ number: Int) -> String { of(number, "is", "are") }
}
