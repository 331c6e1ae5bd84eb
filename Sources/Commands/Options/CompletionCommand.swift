// SPDX-License-Identifier: GPL-3.0-or-later

/// `programme completion`: what bash needs to complete commands, options and their words, for
/// `source <(programme completion)`. Made from the same declarations as the help.
enum CompletionCommand: Command {
  struct Options: CommandOptions {
    var isJSON: Bool { false }
  }

  static let declaration = Declaration<Options>(
    name: "completion", summary: "prints what bash needs to complete what is typed",
    arguments: [], options: [], isHidden: true)

  static func answer(_ options: Options, in world: World) -> CompletionAnswer {
    CompletionAnswer(commands: Tool.shown)
  }
}

/// A script for bash.
struct CompletionAnswer: CommandAnswer {
  /// Those that are completed.
  let commands: [CommandEntry]

  var status: ExitStatus { .yes }

  func text(width: Int) -> String {
    """
    _programme() {
      local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=
      case "$COMP_CWORD ${COMP_WORDS[1]}" in
        "1 "*) words='\(commands.map { $0.name }.joined(separator: " ")) help' ;;
    \(commands.map { "    *\" \($0.name)\") words='\(Self.names($0))' ;;\n" }.joined())\
      esac
      case "${COMP_WORDS[1]} $before" in
    \(commands.map { Self.values($0) }.joined())\
      esac
      COMPREPLY=($(compgen -W "$words" -- "$word"))
    }
    complete -o default -F _programme programme

    """
  }

  func json() -> String { "" }

  /// `--out --time …`.
  private static func names(_ command: CommandEntry) -> String {
    command.options.map { "--\($0)" }.joined(separator: " ")
  }

  /// The words that some options choose from.
  private static func values(_ command: CommandEntry) -> String {
    command.choices.map { option, words in
      "    \"\(command.name) --\(option)\") words='\(words.joined(separator: " "))' ;;\n"
    }.joined()
  }
}
