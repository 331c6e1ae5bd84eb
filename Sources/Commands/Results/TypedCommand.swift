// SPDX-License-Identifier: GPL-3.0-or-later

/// A command as it was typed, for the history: a line that a shell takes for the same words.
enum TypedCommand {
  /// - Parameter words: those after the program's name.
  static func line(_ words: [String]) -> String {
    (["programme"] + words).map(quoted).joined(separator: " ")
  }

  private static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.allSatisfy { $0.isLetter || $0.isNumber || "-_./=:,+%@".contains($0) }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
