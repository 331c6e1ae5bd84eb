// SPDX-License-Identifier: GPL-3.0-or-later

/// A command as the program lists it, whatever its options and its answer are.
struct CommandEntry: Sendable {
  let name: String
  let summary: String
  /// All that `--help` shows.
  let help: String
  /// Whether only the program itself, or a shell, calls it.
  let isHidden: Bool
  /// The names of its options.
  let options: [String]
  /// Options whose values are a few words, with these.
  let choices: [(option: String, words: [String])]
  /// Reads what was typed after its name, does it and says what came of it.
  let run: @Sendable (_ words: [String], World) -> ExitStatus

  init<Listed: Command>(_ command: Listed.Type) {
    let declaration = command.declaration
    name = declaration.name
    summary = declaration.summary
    help = declaration.help
    isHidden = declaration.isHidden
    options = declaration.options.map(\.name) + ["help"]
    choices = declaration.options.filter { !$0.choices.isEmpty }.map { ($0.name, $0.choices) }
    run = { Listed.run($0, in: $1) }
  }
}
