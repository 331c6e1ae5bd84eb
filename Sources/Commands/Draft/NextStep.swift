// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// What a user may do where a draft ends without a schedule, as commands to type.
struct NextStep {
  /// The scenario's folder as it was typed.
  let scenario: String
  let whatIf: String?
  let allowsUnplaced: Bool
  /// Options that bound the draft beyond what the tables ask.
  let ties: [String]

  var words: String {
    var command = "programme explain \(ShellWord.quoted(scenario))"
    if let whatIf { command += " --what-if \(ShellWord.quoted(whatIf))" }
    var text =
      "Next: \(ShellWord.inSentence(command)) says which requests contradict each other and the cheapest ways out"
    if !ties.isEmpty {
      text +=
        " (it looks only at the tables, without \(ties.map { "--\($0)" }.listed))"
    }
    if !allowsUnplaced {
      text += "; 'programme draft' with --allow-unplaced gives the best partial draft"
    }
    return text + "."
  }
}
