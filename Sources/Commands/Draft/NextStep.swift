// SPDX-License-Identifier: GPL-3.0-or-later

/// What a user may do where a draft ends without a schedule, as commands to type.
struct NextStep {
  /// The scenario's folder as it was typed.
  let scenario: String
  let whatIf: String?
  let allowsUnplaced: Bool
  /// Options that bound the draft beyond what the tables ask.
  let ties: [String]

  var words: String {
    var command = "programme explain \(Self.quoted(scenario))"
    if let whatIf { command += " --what-if \(Self.quoted(whatIf))" }
    var text =
      "Next: '\(command)' says which requests contradict each other and the cheapest ways out"
    if !ties.isEmpty {
      text +=
        " (it looks at the tables alone, without \(ties.map { "--\($0)" }.joined(separator: " and ")))"
    }
    if !allowsUnplaced {
      text += "; 'programme draft' with --allow-unplaced gives the best partial draft"
    }
    return text + "."
  }

  /// A word as a shell takes it for one.
  private static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy {
        ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x61 && $0 <= 0x7A)
          || "_-./=+,@:".utf8.contains($0) || $0 >= 0x80
      }
    if isPlain { return word }
    var text = ""
    for scalar in word.unicodeScalars {
      if "\\\"$`".unicodeScalars.contains(scalar) { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return "\"\(text)\""
  }
}
