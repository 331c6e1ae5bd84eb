// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules

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
