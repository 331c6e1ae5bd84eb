// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers with their nouns and verbs: `1 session`, `2 sessions`; `1 is`, `2 are`.
public enum Count {
  /// `1 session`, `2 sessions`, `2 losses`.
  public static func of(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }

  /// `1 is`, `2 are`.
  public static func are(_ number: Int) -> String { "\(number) \(number == 1 ? "is" : "are")" }
}
