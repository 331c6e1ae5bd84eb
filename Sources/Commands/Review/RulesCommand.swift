// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules
import Tables

extension Command {
  /// `programme rules [RULE]`: what each rule counts, in plain words.
  static let rules = Command(
    name: "rules", arguments: ["[RULE]"],
    summary: "says what each rule counts, with an example and how to change it",
    options: [
      Option(
        name: "scenario", value: "SCENARIO",
        help: "with the weights of this scenario's meeting.json"),
      Command.json,
    ]
  ) { typed throws(UsageError) in
    let pages = RulePage.all
    var chosen = pages
    if let name = typed.arguments.first {
      chosen = pages.filter { $0.id == name }
      if chosen.isEmpty {
        let ids = pages.map(\.id)
        let near = Nearest.to(name, among: ids)
        throw UsageError(
          "there is no rule '\(name)'"
            + (near.map { "; did you mean '\($0)'?" } ?? "; 'programme rules' lists them"))
      }
    }
    var weights = Weights()
    if let folder = typed.text("scenario") {
      guard let scenario = Loading(folder, whatIf: nil).usable() else { return .unusable }
      weights = scenario.meeting.weights
    }
    if typed.has("json") {
      Terminal.say(JSONText.of(["rules": chosen.map { $0.object(weights) }]))
    } else if typed.arguments.isEmpty {
      Terminal.say(RulesText.list(weights))
    } else {
      Terminal.say(
        chosen.map { RulesText.page($0, weights, width: Terminal.width) }.joined(separator: "\n"))
    }
    return .yes
  }
}

/// A rule as `programme rules` shows it. `link` and `limit` are both: hard for strength `must`, soft
/// for a number.
enum RulePage {
  case hard(HardRule)
  case soft(SoftRule)

  static let all = HardRule.allCases.map(hard) + SoftRule.allCases.map(soft)

  var id: String {
    switch self {
    case .hard(let rule): rule.rawValue
    case .soft(let rule): rule.rawValue
    }
  }

  var words: RuleWords {
    switch self {
    case .hard(let rule): rule.words
    case .soft(let rule): rule.words
    }
  }

  func object(_ weights: Weights) -> [String: Any] {
    var object: [String: Any] = [
      "rule": id, "title": words.title, "counts": words.counts, "example": words.example,
      "change": words.change, "hard": true,
    ]
    if case .soft(let rule) = self {
      object["hard"] = false
      object["weight"] = weights[rule]
      object["default_weight"] = rule.defaultWeight
      object["unit"] = words.unit?.one
    }
    return object
  }
}

/// The rules' pages on a terminal.
enum RulesText {
  static func list(_ weights: Weights) -> String {
    let width = RulePage.all.map(\.id.count).max() ?? 0
    func line(_ id: String, _ rest: String) -> String {
      "  \(id)\(String(repeating: " ", count: width - id.count))  \(rest)\n"
    }
    var text = "No schedule that breaks one of these is published:\n"
    for rule in HardRule.allCases { text += line(rule.rawValue, rule.words.title) }
    text += "\nEach unit of these costs its weight; the draft with the lowest sum is the best:\n"
    for rule in SoftRule.allCases {
      text += line(rule.rawValue, "\(rule.words.title) (\(weights[rule]))")
    }
    return text
      + "\n'programme rules RULE' shows what one counts, an example and how to change it.\n"
  }

  static func page(_ page: RulePage, _ weights: Weights, width: Int) -> String {
    let words = page.words
    var rows: [(String, String)] = []
    switch page {
    case .hard:
      rows.append(("holds when", words.counts))
      rows.append(("an example that breaks it", words.example))
    case .soft(let rule):
      rows.append(("what it counts", words.counts))
      rows.append(("an example", words.example))
      let weight = weights[rule]
      rows.append(
        (
          "its weight",
          "\(weight) for each \(words.unit?.one ?? "unit")"
            + (weight == rule.defaultWeight ? "" : " (\(rule.defaultWeight) where none is named)")
            + ". weights.\(rule.rawValue) in meeting.json changes it; 0 switches the rule off."
        ))
    }
    rows.append(("how to change it", words.change))
    var text = "\(words.title) (\(page.id))\n"
    for (label, value) in rows {
      text += "\n  \(label):\n"
      for line in value.wrapped(to: min(width, 100) - 4) { text += "    \(line)\n" }
    }
    return text
  }
}
