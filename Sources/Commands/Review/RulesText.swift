// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules
import Tables

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
