// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Pages
import Reports
import Rules

/// The base and its what-ifs as bars on one scale, each cut by rule; a line marks where the base
/// ends, a notch the proven bound.
struct CostBars {
  private let study: WhatIfStudy
  private let rows: [WhatIfStudy.Row]
  /// Those that cost anywhere, in their own order.
  private let rules: [SoftRule]
  /// The cost at the right end of the scale.
  private let most: Int

  private static let (left, span, high, top, rulesOnALine) = (210, 620, 34, 12, 3)

  init(_ study: WhatIfStudy) {
    self.study = study
    let rows = [study.base] + study.rows
    self.rows = rows
    rules = SoftRule.allCases.filter { rule in
      rows.contains { $0.review?.cost(rule) ?? 0 > 0 }
    }
    most = max(1, rows.compactMap(\.cost).max() ?? 1)
  }

  private var foot: Int { Self.top + rows.count * Self.high }

  private func x(_ cost: Int) -> Int { Self.left + cost * Self.span / most }

  var svg: HTML {
    let lines = (rules.count + Self.rulesOnALine - 1) / Self.rulesOnALine
    return Drawing.picture(
      980, foot + 16 + lines * 20 + 8,
      "Cost of the base and of each what-if, by rule, on one scale"
    ) {
      for (index, row) in rows.enumerated() { bar(row, Self.top + index * Self.high) }
      if let cost = study.base.cost {
        Drawing.line(x(cost), Self.top - 6, x(cost), foot, "ref")
      }
      legend
    }
  }

  @HTMLBuilder
  private func bar(_ row: WhatIfStudy.Row, _ y: Int) -> [HTML] {
    Drawing.text(
      Self.left - 8, y + 18, Drawing.fitted(row.answer.name, Self.left - 12, letter: 72), "t0",
      anchor: "end")
    if let review = row.review {
      parts(review, y)
      let mark = row.mark.map { $0 == .best ? ", best" : ", worst" } ?? ""
      Drawing.text(
        x(review.objective) + 8, y + 18, "\(review.objective)\(mark)", "t0 sum")
      if let bound = row.bound, bound < review.objective {
        Drawing.line(x(bound), y, x(bound), y + Self.high - 4, "bound")
      }
    } else {
      Drawing.text(Self.left + 6, y + 18, row.answer.verdict, "t0 no")
    }
  }

  /// One part for each rule, each beginning where the one before ends.
  private func parts(_ review: Review, _ y: Int) -> [HTML] {
    var sum = 0
    return rules.enumerated().filter { review.cost($0.element) > 0 }.flatMap { place, rule in
      let from = x(sum)
      sum += review.cost(rule)
      return part(rule, review.cost(rule), place, from, max(1, x(sum) - from), y)
    }
  }

  @HTMLBuilder
  private func part(
    _ rule: SoftRule, _ cost: Int, _ place: Int, _ from: Int, _ width: Int, _ y: Int
  ) -> [HTML] {
    Drawing.box(
      from, y + 4, width, Self.high - 12, "s s\(place % 8)",
      title: "\(rule.words.title): \(cost)")
    if width > 22 {
      Drawing.text(
        from + width / 2, y + 19, "\(cost)", "v v\(place % 8)", anchor: "middle")
    }
  }

  @HTMLBuilder private var legend: [HTML] {
    for (place, rule) in rules.enumerated() {
      let x = Self.left + place % Self.rulesOnALine * 240
      let y = foot + 16 + place / Self.rulesOnALine * 20
      Drawing.box(x, y, 16, 12, "s s\(place % 8)")
      Drawing.text(x + 22, y + 10, rule.words.title, "t0")
    }
  }
}

extension Review {
  func cost(_ rule: SoftRule) -> Int { costs.first { $0.rule == rule }?.cost ?? 0 }
  func units(_ rule: SoftRule) -> Int { costs.first { $0.rule == rule }?.units ?? 0 }
}
