// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules

/// The rules that this review mentions, each in plain words.
enum Glossary {
  static func section(_ view: ReportView) -> Report.Section {
    let broken = Set(view.review.violations.map(\.rule))
    let hard = HardRule.allCases.filter(broken.contains).map { rule in
      row(rule.words, rule.rawValue, "never broken")
    }
    let soft = view.review.costs.filter { $0.cost > 0 }.map { cost in
      row(cost.rule.words, cost.rule.rawValue, "\(cost.weight) a unit")
    }
    let rows = hard + soft
    var blocks: [Report.Block] = []
    if !rows.isEmpty {
      blocks.append(
        .table(
          Report.Table(
            "The rules that are broken or cost something here",
            ["what", "rule", "weight", "what it counts", "an example", "how to change it"], rows)))
    }
    blocks.append(
      .text(
        "A weight is changed under weights in meeting.json (0 switches a rule off). All rules: programme rules."
      ))
    return Report.Section(id: "glossary", title: "What the rules mean", blocks: blocks)
  }

  private static func row(_ words: RuleWords, _ id: String, _ weight: String) -> [Report.Cell] {
    [
      .text(words.title), .text(id), .text(weight), .text(words.counts), .text(words.example),
      .text(words.change),
    ]
  }
}
