// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Rules
import Tables
import Texts

/// A comparison as tables for spreadsheets.
public enum ComparisonCSV {
  /// One row for each session that changes.
  public static func sessions(_ comparison: Comparison) -> String {
    CSV.text(
      [["session", "title", "change", "label"] + columns("before") + columns("after")]
        + comparison.changes.map { change in
          [
            change.session, SpreadsheetCell.text(change.title), change.sort.rawValue, change.label,
          ] + cells(change.before, comparison.before) + cells(change.after, comparison.after)
        })
  }

  /// `costs.csv`: a row for each rule.
  public static func costs(_ comparison: Comparison) -> String {
    CSV.text(
      [
        [
          "rule", "weight", "units_before", "units_after", "cost_before", "cost_after",
          "difference",
        ]
      ]
        + comparison.costs.map { cost in
          [cost.rule.rawValue]
            + [
              cost.weight, cost.before, cost.after, cost.costBefore, cost.costAfter,
              cost.difference,
            ].map { "\($0)" }
        })
  }

  /// One row for each change for one person.
  public static func people(_ comparison: Comparison) -> String {
    CSV.text(
      [["person", "name", "region", "needed", "change"]]
        + comparison.people.flatMap { person in
          person.changes.map { change in
            [
              person.id, SpreadsheetCell.text(person.name), SpreadsheetCell.text(person.region),
              person.isRequired ? "required" : "preferred", SpreadsheetCell.text(change),
            ]
          }
        })
  }

  private static func columns(_ side: String) -> [String] {
    ["status", "date", "start", "end", "room"].map { "\(side)_\($0)" }
  }

  private static func cells(_ state: SessionState, _ side: Side) -> [String] {
    let status =
      switch state {
      case .absent: ""
      case .leftOut(let status): status.rawValue
      case .placed: Schedule.Status.placed.rawValue
      }
    guard let stay = state.stay else { return [status, "", "", "", ""] }
    return [
      status, "\(stay.start.date)", stay.start.clock,
      side.scenario.meeting.zone.end(of: stay).clock, state.room ?? "",
    ]
  }
}

/// A comparison as data.
public enum ComparisonJSON {
  /// All facts as an object of JSON.
  public static func object(_ comparison: Comparison) -> [String: Any] {
    [
      "before": side(comparison.before, comparison.reviewBefore, comparison.costBefore),
      "after": side(comparison.after, comparison.reviewAfter, comparison.costAfter),
      "difference": comparison.costAfter - comparison.costBefore,
      "origin": [
        "common": comparison.origin.common, "new": comparison.origin.new,
        "gone": comparison.origin.gone,
      ],
      "moves": ["units": comparison.moves.units, "cost": comparison.moves.cost],
      "counts": Dictionary(
        uniqueKeysWithValues: SessionChange.Sort.allCases.map {
          ($0.rawValue, comparison.count($0))
        }),
      "changes": comparison.changes.map { change($0, comparison) },
      "costs": Dictionary(
        uniqueKeysWithValues: comparison.costs.map { ($0.rule.rawValue, cost($0)) }),
      "people": comparison.people.map(person),
      "gains": [
        "sessions": comparison.gains.sessions.map(share),
        "activities": comparison.gains.activities.map(share),
        "kinds": comparison.gains.kinds.map(share),
        "regions": comparison.gains.regions.map(share),
      ],
    ]
  }

  private static func side(_ side: Side, _ review: Review, _ cost: Int) -> [String: Any] {
    [
      "name": side.name, "scenario": side.scenario.meeting.id, "cost": cost,
      "violations": review.violations.map { violation in
        [
          "rule": violation.rule.rawValue, "sessions": violation.sessions,
          "message": violation.message,
        ] as [String: Any]
      },
    ]
  }

  private static func change(_ change: SessionChange, _ comparison: Comparison) -> [String: Any] {
    [
      "session": change.session, "title": change.title, "change": change.sort.rawValue,
      "label": change.label, "before": state(change.before, comparison.before),
      "after": state(change.after, comparison.after),
    ]
  }

  private static func state(_ state: SessionState, _ side: Side) -> Any {
    switch state {
    case .absent: NSNull()
    case .leftOut(let status): ["status": status.rawValue]
    case .placed(let stay, let room):
      [
        "status": "placed", "date": "\(stay.start.date)", "start": stay.start.clock,
        "end": side.scenario.meeting.zone.end(of: stay).clock, "room": room,
      ]
    }
  }

  private static func cost(_ cost: Comparison.RuleCost) -> [String: Any] {
    [
      "weight": cost.weight, "units_before": cost.before, "units_after": cost.after,
      "cost_before": cost.costBefore, "cost_after": cost.costAfter,
      "difference": cost.difference,
    ]
  }

  private static func person(_ person: PersonAffected) -> [String: Any] {
    [
      "id": person.id, "name": person.name, "region": person.region,
      "required": person.isRequired, "changes": person.changes,
    ]
  }

  private static func share(_ share: Gains.Share) -> [String: Any] {
    [
      "id": share.id, "name": share.name, "outcome": share.verdict.rawValue,
      "cost_before": share.before, "cost_after": share.after, "difference": share.difference,
      "moved": share.moved, "placed_before": share.placedBefore,
      "placed_after": share.placedAfter,
      "rules": Dictionary(
        uniqueKeysWithValues: share.rules.map { ($0.rule.rawValue, $0.difference) }),
    ]
  }
}
