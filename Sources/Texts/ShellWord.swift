// SPDX-License-Identifier: GPL-3.0-or-later

/// Commands as they are shown to a user, who can paste them into a shell (POSIX.1-2024, 2.2).
public enum ShellWord {
  /// A word in a form that a shell takes as one word: unchanged if nothing in it means anything to
  /// a shell, otherwise in single quotes.
  public static func quoted(_ word: String) -> String {
    let isPlain = !word.isEmpty && word.unicodeScalars.allSatisfy(isPlain)
    return isPlain ? word : "'" + escaped(word) + "'"
  }

  /// A whole command.
  public static func command(_ words: [String]) -> String {
    words.map(quoted).joined(separator: " ")
  }

  /// A command inside a sentence: in marks that it does not use itself.
  public static func inSentence(_ command: String) -> String {
    command.unicodeScalars.contains("'") ? "“\(command)”" : "'\(command)'"
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-_./=:,+%@".unicodeScalars.contains(scalar)
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }

  /// By scalar: a quote with a joiner after it is another Character.
  private static func escaped(_ word: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      if scalar == "'" {
        text.append(contentsOf: "'\\''".unicodeScalars)
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
