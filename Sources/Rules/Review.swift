// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// The referee: what a schedule breaks and costs, worked out from the tables and the schedule alone
/// (`rules.md`). Shares nothing with the searches.
public struct Review: Sendable {
  /// A hard rule broken by a session, a pair, or the sessions of a limit.
  public struct Violation: Sendable, Hashable {
    /// The rule that is broken.
    public let rule: HardRule
    /// Ids, in the order of the sessions' table.
    public let sessions: [String]
    /// Ids of the people whom it is about.
    public var people: [String] = []
    /// Ids of the rooms that it is about, for rules about rooms.
    public var rooms: [String] = []
    /// The id of the limit that is broken.
    public var limit: String?
    /// Index into `Scenario.links` of the link that is broken.
    public var link: Int?
    /// What a session's place lacks, for `placed-once`.
    public var shortfall: Shortfall?
    /// Minutes between the two sessions of a pair, negative where they overlap; for `room-free` and
    /// `person-free`.
    public var minutesBetween: Int?
    let fact: ToldFact

    /// The whole violation as a sentence, made each time it is asked for.
    public var message: String { fact.sentence }
  }

  /// How a session falls short of a place.
  public enum Shortfall: Sendable, Hashable {
    case absent, twice
    /// Placed without what is named.
    case partly([Lack])

    /// What a row of a schedule leaves open.
    public enum Lack: String, Sendable { case day, hour, room }
  }

  /// What makes up the units of a soft rule.
  public struct Cause: Sendable, Hashable {
    /// Ids, in the order of the sessions' table.
    public let sessions: [String]
    /// Ids of the people whom it is about.
    public var people: [String] = []
    /// How many units of the rule it adds.
    public let units: Int
    /// The id of the limit that is passed.
    public var limit: String?
    /// Index into `Scenario.links` of the link that is not kept.
    public var link: Int?
    /// Index into `Scenario.wishes` of the wish that is not met.
    public var wish: Int?
    let fact: ToldFact

    /// The whole cause as a clause without a full stop, or a sentence for a limit; made each time
    /// it is asked for.
    public var message: String { fact.sentence }
  }

  /// One soft rule in a schedule.
  public struct Cost: Sendable {
    /// What costs.
    public let rule: SoftRule
    /// The units of all causes together.
    public let units: Int
    /// What a unit costs; 0 where the rule is switched off.
    public let weight: Int
    /// In the order in which the rule finds them.
    public let causes: [Cause]
    /// In points of the objective.
    public var cost: Int { units * weight }
  }

  /// In the order of the rules; one for each rule and culprit.
  public let violations: [Violation]
  /// Every soft rule, in the order of `rules.md`, including those without units.
  public let costs: [Cost]
  /// Ids of the sessions that are not eligible, placed or not.
  public let held: [String]
  /// What a line calls the sessions of violations: id and title.
  let names: [String: String]

  /// Σ weight × units.
  public var objective: Int { costs.reduce(0) { $0 + $1.cost } }

  /// - Parameters:
  ///   - baseline: the schedule that moves are counted against.
  ///   - maxMoves: how many sessions of the baseline may change.
  public init(
    scenario: Scenario, schedule: Schedule, baseline: Schedule? = nil, maxMoves: Int? = nil
  ) {
    let view = ReviewedSchedule(scenario, schedule, baseline: baseline, maxMoves: maxMoves)
    var seen: Set<Culprit> = []
    violations = RuleBook.hard.flatMap { $0.violations(in: view) }.filter {
      // One violation per rule and culprit: a pair that breaks two links is one.
      seen.insert(Culprit($0)).inserted
    }
    costs = RuleBook.soft.map { rule in
      let causes = rule.causes(in: view)
      return Cost(
        rule: rule.id, units: causes.reduce(0) { $0 + $1.units },
        weight: scenario.meeting.weights[rule.id], causes: causes)
    }
    let broken = Set(violations.flatMap(\.sessions))
    names = Dictionary(
      scenario.sessions.indices.compactMap { index in
        broken.contains(view.id(index)) ? (view.id(index), view.names.named(index)) : nil
      }, uniquingKeysWith: { first, _ in first })
    held = view.eligibility.held.sorted().map { view.id($0) }
  }

  /// Two limits may have the same sessions at fault and are still two culprits.
  struct Culprit: Hashable {
    private let rule: HardRule
    private let sessions: [String]
    private let limit: String?

    init(_ violation: Violation) {
      (rule, sessions, limit) = (violation.rule, violation.sessions, violation.limit)
    }
  }
}
