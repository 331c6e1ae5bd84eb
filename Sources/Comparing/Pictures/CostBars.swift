// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Reports
import Rules

/// The base and its what-ifs as bars on one scale, each cut by rule; a line marks where the base
/// ends, a notch the proven bound.
enum CostBars {
  static func svg(_ study: WhatIfStudy) -> String {
    let rows = [study.base] + study.rows
    let rules = SoftRule.allCases.filter { rule in
      rows.contains { $0.review?.cost(rule) ?? 0 > 0 }
    }
    let (left, span, high, top) = (210, 620, 34, 12)
    let most = max(1, rows.compactMap(\.cost).max() ?? 1)
    let perLine = 3
    let legendTop = top + rows.count * high + 16
    let lines = (rules.count + perLine - 1) / perLine
    var svg = Drawing.open(
      980, legendTop + lines * 20 + 8, "Cost of the base and of each what-if, by rule, on one scale"
    )
    for (index, row) in rows.enumerated() {
      let y = top + index * high
      svg += Drawing.text(
        left - 8, y + 18, Drawing.fitted(row.answer.name, left - 12, letter: 72), "t0",
        anchor: "end")
      guard let review = row.review else {
        svg += Drawing.text(left + 6, y + 18, row.answer.verdict, "t0 no")
        continue
      }
      var sum = 0
      for (place, rule) in rules.enumerated() where review.cost(rule) > 0 {
        let from = sum * span / most
        sum += review.cost(rule)
        let width = max(1, sum * span / most - from)
        svg += Drawing.box(
          left + from, y + 4, width, high - 12, "s s\(place % 8)",
          title: "\(rule.words.title): \(review.cost(rule))")
        if width > 22 {
          svg += Drawing.text(
            left + from + width / 2, y + 19, "\(review.cost(rule))", "v v\(place % 8)",
            anchor: "middle")
        }
      }
      let end = left + review.objective * span / most
      let mark = row.mark.map { $0 == .best ? ", best" : ", worst" } ?? ""
      svg += Drawing.text(end + 8, y + 18, "\(review.objective)\(mark)", "t0 sum")
      if let bound = row.bound, bound < review.objective {
        let x = left + bound * span / most
        svg += Drawing.line(x, y, x, y + high - 4, "bound")
      }
    }
    if let cost = study.base.cost {
      let x = left + cost * span / most
      svg += Drawing.line(x, top - 6, x, top + rows.count * high, "ref")
    }
    for (place, rule) in rules.enumerated() {
      let (x, y) = (left + place % perLine * 240, legendTop + place / perLine * 20)
      svg += Drawing.box(x, y, 16, 12, "s s\(place % 8)")
      svg += Drawing.text(x + 22, y + 10, rule.words.title, "t0")
    }
    return svg + "</svg>\n"
  }
}

extension Review {
  func cost(_ rule: SoftRule) -> Int { costs.first { $0.rule == rule }?.cost ?? 0 }
  func units(_ rule: SoftRule) -> Int { costs.first { $0.rule == rule }?.units ?? 0 }
}
