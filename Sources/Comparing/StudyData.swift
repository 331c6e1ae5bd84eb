// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Rules
import Tables
import Texts

enum StudyData {
  static func groups(_ comparison: Comparison) -> [(String, [Gains.Share])] {
    [
      ("sessions", comparison.gains.sessions), ("activities", comparison.gains.activities),
      ("kinds", comparison.gains.kinds), ("regions", comparison.gains.regions),
    ]
  }
}

/// `what-if.csv`: a row for the base and for each what-if.
public enum StudyCSV {
  /// The whole file.
  public static func text(_ study: WhatIfStudy) -> String {
    CSV.text(
      [columns, row(study.base, study, notes: StudyWords.base(study))]
        + study.rows.map { row($0, study, notes: $0.answer.notes) })
  }

  private static let groups = ["sessions", "activities", "kinds", "regions"]

  private static var columns: [String] {
    [
      "name", "question", "state", "feasible", "mark", "cost", "against_base", "of_it_moves",
      "bound", "own_objective", "own_bound", "moved", "room_changed", "placed", "dropped",
    ] + SoftRule.allCases.map { "\($0.rawValue)_units" }
      + groups.flatMap { ["\($0)_gain", "\($0)_lose"] } + ["stopped", "notes"]
  }

  private static func row(
    _ row: WhatIfStudy.Row, _ study: WhatIfStudy, notes: [String]
  ) -> [String] {
    func number(_ value: Int?) -> String { value.map { "\($0)" } ?? "" }
    let answer = row.answer
    var cells = [
      answer.name, SpreadsheetCell.text(answer.question), answer.state.rawValue,
      answer.isFeasible.map { $0 ? "yes" : "no" } ?? "", row.mark?.rawValue ?? "",
      number(row.cost), number(row.difference(from: study.base)),
      row.comparison == nil ? "" : number(row.moveCost), number(row.bound),
      number(answer.objective), number(answer.bound),
    ]
    for sort in [SessionChange.Sort.moved, .roomChanged, .placed, .dropped] {
      cells.append(number(row.comparison?.count(sort)))
    }
    for rule in SoftRule.allCases { cells.append(number(row.review?.units(rule))) }
    let shares = row.comparison.map { StudyData.groups($0).map(\.1) } ?? groups.map { _ in [] }
    for own in shares {
      for verdict in [Gains.Verdict.gains, .loses] {
        cells.append(
          SpreadsheetCell.text(own.filter { $0.verdict == verdict }.map(\.id).asCell))
      }
    }
    return cells + [
      answer.isStopped ? "yes" : "no",
      SpreadsheetCell.text(notes.joined(separator: " ")),
    ]
  }
}

/// `what-if.json`.
public enum StudyJSON {
  /// All facts as an object of JSON.
  public static func object(_ study: WhatIfStudy) -> [String: Any] {
    [
      "scenario": study.meeting.id, "name": study.meeting.name,
      "base": row(study.base, study).merging(["from": study.origin.data]) { own, _ in own },
      "what_ifs": study.rows.map { row($0, study) },
    ]
  }

  private static func row(_ row: WhatIfStudy.Row, _ study: WhatIfStudy) -> [String: Any] {
    let answer = row.answer
    var object: [String: Any] = [
      "name": answer.name, "question": answer.question, "changes": answer.changes,
      "state": answer.state.rawValue, "stopped": answer.isStopped,
      "feasible": answer.isFeasible ?? NSNull(),
      "mark": row.mark?.rawValue ?? NSNull(), "cost": row.cost ?? NSNull(),
      "against_base": row.difference(from: study.base) ?? NSNull(),
      "bound": row.bound ?? NSNull(), "own_objective": answer.objective ?? NSNull(),
      "own_bound": answer.bound ?? NSNull(), "notes": answer.notes,
      "breaks_if_nothing_moves": row.breaks.map { violation in
        [
          "rule": violation.rule.rawValue, "sessions": violation.sessions,
          "message": violation.message,
        ] as [String: Any]
      },
    ]
    if let review = row.review {
      object["of_it_moves"] = row.moveCost
      object["costs"] = Dictionary(
        uniqueKeysWithValues: review.costs.map { cost in
          var members = ["units": cost.units, "weight": cost.weight, "cost": cost.cost]
          if let own = row.ownReview?.costs.first(where: { $0.rule == cost.rule }) {
            members["own_weight"] = own.weight
            members["own_cost"] = own.cost
          }
          return (cost.rule.rawValue, members)
        })
    }
    if let comparison = row.comparison {
      object["comparison"] = ComparisonJSON.object(comparison)
    }
    return object
  }
}
