// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules

/// Every rule with units, weight, cost, and the sessions behind each unit.
enum RulesSection {
  static func section(_ view: ReportView) -> Report.Section {
    let costs = view.review.costs
    var rows = costs.map { cost -> [Report.Cell] in
      [
        .text(cost.rule.words.title), .text(cost.rule.rawValue), .number(cost.units),
        .number(cost.weight), .number(cost.cost),
      ]
    }
    rows.append(["all", "", "", "", .number(view.review.objective)])
    var blocks: [Report.Block] = [
      .table(Report.Table("Soft rules", ["what", "rule", "units", "weight", "cost"], rows))
    ]
    let hard = HardRule.allCases.map { rule -> [Report.Cell] in
      let count = view.review.violations.count { $0.rule == rule }
      return [
        .text(rule.words.title), .text(rule.rawValue),
        .state(count == 0 ? .good : .bad, count == 0 ? "holds" : "broken"),
        .number(count),
      ]
    }
    blocks.append(
      .table(Report.Table("Hard rules", ["what", "rule", "state", "violations"], hard)))
    // A rule of weight 0 is switched off: its units are given above, and nobody has to read each
    // one.
    for cost in costs where !cost.causes.isEmpty && cost.weight > 0 {
      let causes = cost.causes.map { cause -> [Report.Cell] in
        [
          .text(cause.message), .text(cause.sessions.joined(separator: ", ")),
          .number(cause.units), .number(cause.units * cost.weight),
        ]
      }
      blocks.append(
        .table(
          Report.Table(
            "\(cost.rule.words.title) (\(cost.rule.rawValue)): what they come from",
            ["cause", "sessions", "units", "cost"], causes)))
    }
    return Report.Section(id: "rules", title: "What each rule costs", blocks: blocks)
  }
}
