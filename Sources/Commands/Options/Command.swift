// SPDX-License-Identifier: GPL-3.0-or-later

/// One word of the program: what it takes and what it does.
struct Command: Sendable {
  struct Option: Sendable {
    let name: String
    /// What stands for its value in the help; `nil` for a switch.
    let value: String?
    let help: String
    /// Whether it may be given several times.
    var repeats = false
  }

  let name: String
  /// In order; one in brackets may be left out, and `[NAME …]` takes all that follow.
  let arguments: [String]
  let summary: String
  let options: [Option]
  /// What the help says after the options.
  var notes = ""
  /// Commands that only the program itself calls.
  var isHidden = false
  let run: @Sendable (Invocation) throws(UsageError) -> ExitStatus

  static let help = Option(name: "help", value: nil, help: "show this help")
  static let json = Option(
    name: "json", value: nil, help: "print the facts as one JSON object on standard output")

  var usage: String {
    var text = "usage: programme \(name)"
    for argument in arguments { text += " \(argument)" }
    for option in options {
      text += option.value.map { " [--\(option.name) \($0)]" } ?? " [--\(option.name)]"
      if option.repeats { text += "…" }
    }
    text += "\n\n\(summary)\n\noptions:\n"
    let labels = (options + [Self.help]).map { option in
      (option.value.map { "--\(option.name) \($0)" } ?? "--\(option.name)", option.help)
    }
    let width = labels.map(\.0.count).max() ?? 0
    for (label, help) in labels {
      text += "  \(label)\(String(repeating: " ", count: width - label.count + 2))\(help)\n"
    }
    return notes.isEmpty ? text : text + "\n" + notes
  }
}

/// Exit statuses of the contract.
enum ExitStatus: Int32, Sendable {
  /// Done, and the answer is yes.
  case yes = 0
  /// Done, and the answer is no: findings, violations, infeasible.
  case no = 1
  /// Bad usage or unreadable input; nothing written.
  case unusable = 2
  /// Ended by a closed terminal (SIGHUP) before it was done, as shells count: 128 and the signal.
  case hungUp = 129
  /// Ended by Ctrl-C (SIGINT) before it was done.
  case interrupted = 130
  /// Ended before it was done because nobody reads its output any more (as by SIGPIPE).
  case unread = 141
  /// Ended by SIGTERM before it was done.
  case terminated = 143
}

/// Something wrong with what was typed.
struct UsageError: Error {
  let sentence: String
  init(_ sentence: String) { self.sentence = sentence }
}
