// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// A command as it was typed, for the history: a line that a shell takes for the same words.
enum TypedCommand {
  /// - Parameter words: those after the program's name.
  static func line(_ words: [String]) -> String { ShellWord.command(["programme"] + words) }
}
