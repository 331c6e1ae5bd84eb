// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Tables
import Texts

/// What `draft.json` says about a draft (`scenario-format.md`).
public struct DraftSummary: Sendable {
  /// What is proven of the draft: that no schedule is better, that none is possible, or neither.
  public enum Status: String, Sendable { case optimal, feasible, infeasible, unknown }

  /// What one rule costs.
  public struct Cost: Sendable {
    /// The id of the rule (`rules.md`).
    public let rule: String
    /// In the unit of the rule.
    public let units: Int
    /// Points for each unit.
    public let weight: Int
    /// Points: units at their weight.
    public let cost: Int
    public init(rule: String, units: Int, weight: Int, cost: Int) {
      self.rule = rule
      self.units = units
      self.weight = weight
      self.cost = cost
    }
  }

  /// The id of the meeting.
  public var scenario: String
  /// What is proven of it.
  public var status: Status
  /// Points that the schedule costs; `nil` without one.
  public var objective: Int?
  /// What the bound was proven for.
  public enum BoundFor: String, Sendable {
    /// Every schedule of the tables.
    case tables
    /// A re-plan: moves count or are limited, or some sessions are kept.
    case replan = "re-plan"
  }

  /// A proven lower bound on every schedule that keeps the hard rules.
  public var bound: Int?
  /// What the bound holds for.
  public var boundFor = BoundFor.tables
  /// As the review counts them, by rule.
  public var costs: [Cost]
  /// How many sessions have a place.
  public var placed: Int
  /// How many sessions are left out.
  public var unplaced: Int
  /// How many sessions are held back, since their activities are not eligible.
  public var held: Int
  /// What the search drew its chances from.
  public var seed: Int
  /// Of the clock, for the whole run.
  public var seconds: Double
  /// The digest of the tables, in hexadecimal.
  public var inputSHA256: String
  /// Name and version of the program.
  public var program: String
  /// Digests of the files written beside it, by name: they tell an edited file from a drafted one.
  public var files: [String: String] = [:]
  /// For each rule the fewest units that any schedule can have, where that is proven.
  public var fewest: [String: Int] = [:]

  /// What the search knew after how much work.
  public var trace: [Step] = []
  /// In a partial draft: ids of the `must` sessions left out, and how many every schedule must
  /// leave out at least.
  public var leftOut: (sessions: [String], atLeast: Int)?

  /// What was known at one moment of the search.
  public struct Step: Sendable {
    /// Of the clock, since the search began.
    public let seconds: Double
    /// Units of work until then (`WorkMeter`).
    public let work: Int
    /// Points of the best schedule then known; `nil` without one.
    public let incumbent: Int?
    /// The lower bound then proven, in points.
    public let bound: Int
    public init(seconds: Double, work: Int, incumbent: Int?, bound: Int) {
      self.seconds = seconds
      self.work = work
      self.incumbent = incumbent
      self.bound = bound
    }
  }

  public init(
    scenario: String, status: Status, objective: Int?, bound: Int?, costs: [Cost], placed: Int,
    unplaced: Int, held: Int, seed: Int, seconds: Double, inputSHA256: String, program: String
  ) {
    self.scenario = scenario
    self.status = status
    self.objective = objective
    self.bound = bound
    self.costs = costs
    self.placed = placed
    self.unplaced = unplaced
    self.held = held
    self.seed = seed
    self.seconds = seconds
    self.inputSHA256 = inputSHA256
    self.program = program
  }

  /// (objective − bound) / max(1, objective), to six places; `nil` without a schedule.
  public var gap: Double? {
    guard let objective, let bound else { return nil }
    return (CostGap.share(cost: objective, bound: bound) * 1e6).rounded() / 1e6
  }
}

/// `draft.json` as text, keys in order.
public enum DraftJSON {
  /// - Parameter written: paths of the files that the run wrote, for who reads its answer; no part of
  ///   the file itself.
  /// - Throws: where a value is none that JSON knows.
  public static func text(
    _ summary: DraftSummary, written: [String]? = nil
  ) throws(JSONText.Failure) -> String {
    try JSONText.of(object(summary, written: written), "draft.json")
  }

  /// The same as a JSON object.
  public static func object(_ summary: DraftSummary, written: [String]? = nil) -> [String: Any] {
    var costs: [String: Any] = [:]
    for cost in summary.costs {
      costs[cost.rule] = ["units": cost.units, "weight": cost.weight, "cost": cost.cost]
    }
    var object: [String: Any] = [
      "scenario": summary.scenario, "status": summary.status.rawValue,
      "objective": summary.objective ?? NSNull(), "bound": summary.bound ?? NSNull(),
      "bound_for": summary.boundFor.rawValue,
      "gap": summary.gap.map(number) ?? NSNull(), "costs": costs,
      "counts": [
        "placed": summary.placed, "unplaced": summary.unplaced, "held": summary.held,
      ],
      "seed": summary.seed, "seconds": number(summary.seconds),
      "input_sha256": summary.inputSHA256, "program": summary.program, "files": summary.files,
      "fewest": summary.fewest,
      "trace": summary.trace.map { step -> [String: Any] in
        [
          "seconds": number((step.seconds * 1000).rounded() / 1000), "work": step.work,
          "incumbent": step.incumbent ?? NSNull(), "bound": step.bound,
        ]
      },
    ]
    if let leftOut = summary.leftOut {
      object["left_out"] = ["sessions": leftOut.sessions, "at_least": leftOut.atLeast]
    }
    object["written"] = written
    return object
  }

  /// A number without the digits that binary fractions add.
  private static func number(_ value: Double) -> Any {
    value == value.rounded() && abs(value) < 1e9
      ? Int(value) as Any : NSDecimalNumber(string: "\(value)") as Any
  }
}
