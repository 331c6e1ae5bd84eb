// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Reports
import Rules
import Texts

extension Report {
  /// A study as a page: all answers at a glance, then each in full.
  public init(_ study: WhatIfStudy) {
    self.init(
      title: "What if? \(study.meeting.name)",
      sections: [StudySections.overview(study)] + StudySections.weights(study)
        + study.rows.enumerated().map { StudySections.answer($1, $0, study) })
  }
}

/// A study as a page.
public enum StudyHTML {
  /// The page with its pictures.
  public static func text(_ study: WhatIfStudy) -> String {
    ReportHTML.text(Report(study), style: ComparisonStyle.css)
  }
}

enum StudySections {
  static func overview(_ study: WhatIfStudy) -> Report.Section {
    var blocks: [Report.Block] = (StudyWords.base(study) + StudyWords.lead(study))
      .map { .text($0) }
    blocks.append(
      .table(
        Report.Table(
          "Every answer on one scale: the rules and weights of the base",
          [
            "what-if", "question", "answer", "mark", "cost", "against base", "made up of",
            "no less than", "sessions",
          ], ([study.base] + study.rows).map { row($0, study) })))
    blocks.append(
      .picture(CostBars(study).svg, table: units(study)))
    return Report.Section(id: "answers", title: "All answers", blocks: blocks)
  }

  private static func row(_ row: WhatIfStudy.Row, _ study: WhatIfStudy) -> [Report.Cell] {
    let answer = row.answer
    let mark: Report.Cell =
      switch row.mark {
      case .best: .state(.good, "best")
      case .worst: .state(.bad, "worst")
      case nil: ""
      }
    func number(_ value: Int?) -> Report.Cell { value.map { .number($0) } ?? "" }
    return [
      .text(answer.name), .text(answer.question), .state(row.state, answer.verdict), mark,
      number(row.cost),
      row.difference(from: study.base).map(ComparisonSections.signed) ?? "",
      .text(row.comparison.map { CompareWords.differences($0, moves: row.moveCost) } ?? ""),
      number(row.bound), .text(row.comparison.map(CompareWords.changes) ?? ""),
    ]
  }

  /// Each rule's units and cost, the base and the what-ifs as columns.
  private static func units(_ study: WhatIfStudy) -> Report.Table {
    let rows = ([study.base] + study.rows).filter { $0.review != nil }
    let weights = study.meeting.weights
    var table = SoftRule.allCases.map { rule -> [Report.Cell] in
      [.text("\(rule.words.title) (\(rule.rawValue))"), .number(weights[rule])]
        + rows.map { row in
          let units = row.review?.units(rule) ?? 0
          return .text(
            units == 0 ? "0" : "\(Count.of(units, "unit")), \(units * weights[rule])")
        }
    }
    table.append(["all", ""] + rows.map { .number($0.cost ?? 0) })
    return Report.Table(
      "Units of each rule and their cost at the base's weights",
      ["rule", "weight"] + rows.map(\.answer.name), table)
  }

  /// What-ifs that change weights, at their own weights; nothing if none does.
  static func weights(_ study: WhatIfStudy) -> [Report.Section] {
    let own = study.rows.filter { $0.hasOwnWeights && $0.ownReview != nil }
    guard !own.isEmpty else { return [] }
    var blocks: [Report.Block] = [
      .text(
        "These what-ifs change weights. Each was solved at its own; the tables above judge all at the base's."
      )
    ]
    for row in own {
      guard let review = row.ownReview else { continue }
      let rules = review.costs.filter {
        $0.units > 0 || $0.weight != study.meeting.weights[$0.rule]
      }
      var rows = rules.map { cost -> [Report.Cell] in
        let weight = study.meeting.weights[cost.rule]
        return [
          .text("\(cost.rule.words.title) (\(cost.rule.rawValue))"), .number(cost.units),
          .number(weight),
          .number(cost.units * weight), .number(cost.weight), .number(cost.cost),
        ]
      }
      rows.append(["all", "", "", .number(row.cost ?? 0), "", .number(review.objective)])
      blocks.append(
        .table(
          Report.Table(
            "\(row.answer.name), at the base's weights and at its own",
            ["rule", "units", "base weight", "cost", "own weight", "own cost"], rows)))
      if let bound = row.answer.bound {
        blocks.append(
          .text("At its own weights no schedule of \(row.answer.name) costs less than \(bound)."))
      }
    }
    return [Report.Section(id: "weights", title: "Weights", blocks: blocks)]
  }

  static func answer(
    _ row: WhatIfStudy.Row, _ index: Int, _ study: WhatIfStudy
  ) -> Report.Section {
    let answer = row.answer
    var blocks: [Report.Block] = [.text(answer.question)]
    blocks += StudyWords.sentences(row, study).map { .text($0) }
    if !answer.notes.isEmpty { blocks.append(.list(answer.notes)) }
    if !answer.changes.isEmpty {
      blocks += [.text("What it changes:"), .list(answer.changes)]
    }
    if study.base.review != nil, answer.scenario != nil {
      blocks += breaks(row)
    }
    if let comparison = row.comparison {
      blocks += ComparisonSections.changes(comparison, key: "a\(index + 1)")
      blocks.append(.text(ComparisonSections.gainsNote))
      blocks += ComparisonSections.gains(comparison)
      blocks.append(ComparisonSections.people(comparison))
    }
    return Report.Section(id: "answer-\(index + 1)", title: answer.name, blocks: blocks)
  }

  private static func breaks(_ row: WhatIfStudy.Row) -> [Report.Block] {
    guard !row.breaks.isEmpty else {
      return [.text("If nothing moved, the base's schedule would still keep every hard rule.")]
    }
    return [
      .text("If nothing moved, the base's schedule would break:"),
      .list(row.breaks.map { "\($0.rule.words.mark) (\($0.rule.rawValue)): \($0.message)" }),
    ]
  }
}

extension WhatIfStudy.Row {
  var state: Report.State {
    switch answer.state {
    case .optimal, .feasible: .good
    case .infeasible, .refused, .failed: .bad
    case .unknown, .notRun: .open
    case .given: .plain
    }
  }

  func difference(from base: WhatIfStudy.Row) -> Int? {
    guard let cost, let other = base.cost, comparison != nil else { return nil }
    return cost - other
  }
}
