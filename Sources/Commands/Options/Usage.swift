// SPDX-License-Identifier: GPL-3.0-or-later

/// A command's help, made from its declaration.
extension Declaration {
  /// `usage: programme draft SCENARIO [--out DIR] …`.
  var usageLine: String {
    var text = "usage: programme \(name)"
    for argument in arguments { text += " \(argument.form)" }
    for option in options {
      text += " [\(option.label)]"
      if option.repeats { text += "…" }
    }
    return text
  }

  /// All that `--help` shows.
  var help: String {
    var text = "\(usageLine)\n\n\(summary)\n\noptions:\n"
    let lines = options.map { ($0.label, $0.help) } + [("--help", "show this help")]
    let width = lines.map(\.0.count).max() ?? 0
    for (label, help) in lines {
      text += "  \(label)\(String(repeating: " ", count: width - label.count + 2))\(help)\n"
    }
    return notes.isEmpty ? text : text + "\n" + notes
  }
}
