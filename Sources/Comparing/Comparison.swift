// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules

/// Two schedules compared: what moved, what it costs, whom it concerns.
///
/// Each side is held to the hard rules and requests of its own tables; costs are on one scale, at
/// the weights of the side before.
public struct Comparison: Sendable {
  /// One rule on both sides, at the weight of the side before.
  public struct RuleCost: Sendable, Hashable {
    /// What costs.
    public let rule: SoftRule
    /// Of the side before.
    public let weight: Int
    /// Units before.
    public let before: Int
    /// Units after.
    public let after: Int
    /// Units before, at the weight of the first.
    public var costBefore: Int { before * weight }
    /// Units after, at the weight of the first.
    public var costAfter: Int { after * weight }
    /// What it costs more after; negative where it costs less.
    public var difference: Int { costAfter - costBefore }
  }

  /// Where the difference in cost comes from. The three add up to it.
  public struct Origin: Sendable, Hashable {
    /// Among the sessions of both sides.
    public var common: Int
    /// What comes with sessions that only the side after has.
    public var new: Int
    /// What goes with sessions that only the side before had (negative).
    public var gone: Int
  }

  /// The first of the two.
  public let before: Side
  /// The second of the two.
  public let after: Side
  /// In order of the time that they are about.
  public let changes: [SessionChange]
  /// The side before by its own tables and weights.
  public let reviewBefore: Review
  /// The side after by its own tables, at the weights of the side before, moves counted.
  public let reviewAfter: Review
  /// Without `moved`, which is not a property of a schedule alone.
  public let costs: [RuleCost]
  /// Where the difference in cost comes from.
  public let origin: Origin
  /// The people for whom something changes.
  public let people: [PersonAffected]
  /// Who gains and who loses.
  public let gains: Gains

  /// - Complexity: two reviews, and for each person the pairs of their sessions.
  public init(_ before: Side, _ after: Side) {
    self.before = before
    self.after = after
    changes = SessionChange.all(before, after)
    reviewBefore = Review(scenario: before.scenario, schedule: before.schedule)
    var scenario = after.scenario
    scenario.meeting.weights = before.scenario.meeting.weights
    let review = Review(
      scenario: scenario, schedule: after.schedule, baseline: before.schedule)
    reviewAfter = review
    costs = reviewBefore.costs.filter { $0.rule != .moved }.map { cost in
      RuleCost(
        rule: cost.rule, weight: cost.weight, before: cost.units,
        after: review.costs.first { $0.rule == cost.rule }?.units ?? 0)
    }
    origin = Self.origin(before, after, reviewBefore, reviewAfter)
    people = PersonAffected.all(before, after)
    gains = Gains(before, after, reviewBefore, reviewAfter, changes)
  }

  /// All rules except `moved` before, at the weights of the side before.
  public var costBefore: Int { costs.reduce(0) { $0 + $1.costBefore } }
  /// The same after.
  public var costAfter: Int { costs.reduce(0) { $0 + $1.costAfter } }

  /// What the rule `moved` counts from before to after.
  public var moves: (units: Int, cost: Int) {
    let moved = reviewAfter.costs.first { $0.rule == .moved }
    return (moved?.units ?? 0, moved?.cost ?? 0)
  }

  /// How many changes are of a sort.
  public func count(_ sort: SessionChange.Sort) -> Int { changes.count { $0.sort == sort } }

  private static func origin(
    _ before: Side, _ after: Side, _ then: Review, _ now: Review
  ) -> Origin {
    let old = Set(before.scenario.sessions.map(\.id))
    let new = Set(after.scenario.sessions.map(\.id))
    var origin = Origin(common: 0, new: 0, gone: 0)
    for cause in then.priced {
      if new.isSuperset(of: cause.sessions) {
        origin.common -= cause.cost
      } else {
        origin.gone -= cause.cost
      }
    }
    for cause in now.priced {
      if old.isSuperset(of: cause.sessions) {
        origin.common += cause.cost
      } else {
        origin.new += cause.cost
      }
    }
    return origin
  }
}

extension Review {
  struct PricedCause {
    let rule: SoftRule
    let sessions: [String]
    let cost: Int
  }

  /// Every cause that costs something, except `moved`.
  var priced: [PricedCause] {
    costs.filter { $0.rule != .moved && $0.weight > 0 }.flatMap { cost in
      cost.causes.map {
        PricedCause(rule: cost.rule, sessions: $0.sessions, cost: $0.units * cost.weight)
      }
    }
  }
}
