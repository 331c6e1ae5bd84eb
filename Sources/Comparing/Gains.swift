// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities
import Rules

/// Who gains and who loses between two schedules: sessions, activities, kinds and regions.
///
/// The cost of a group is that of every cause in which one of its sessions takes part, counted
/// once; a pair of sessions of two groups counts for both. Moves cost nothing here.
public struct Gains: Sendable {
  /// How a group fares.
  public enum Verdict: String, Sendable { case gains, loses, even }

  /// One group on both sides.
  public struct Share: Sendable, Hashable {
    /// What the tables call it.
    public let id: String
    /// What people call it; empty if the id says it all.
    public let name: String
    /// Cost before.
    public let before: Int
    /// Cost after.
    public let after: Int
    /// What each rule adds, those without a difference left out, the largest first.
    public let rules: [RuleDifference]
    /// How many of its sessions take another time or room.
    public let moved: Int
    /// How many of its sessions have a place before.
    public let placedBefore: Int
    /// How many have one after.
    public let placedAfter: Int
    /// How much more it costs; negative if less.
    public var difference: Int { after - before }

    /// Losing a session outweighs any cost.
    public var verdict: Verdict {
      if placedBefore != placedAfter { return placedBefore < placedAfter ? .gains : .loses }
      return difference == 0 ? .even : difference < 0 ? .gains : .loses
    }
  }

  /// What one rule adds.
  public struct RuleDifference: Sendable, Hashable {
    /// What costs.
    public let rule: SoftRule
    /// Cost, not units.
    public let difference: Int
  }

  /// Those that differ or have sessions that move, the largest difference first.
  public let sessions: [Share]
  /// By the activities that sessions belong to; a joint session counts for each.
  public let activities: [Share]
  /// By kinds of activities.
  public let kinds: [Share]
  /// By the regions of the people whom sessions require, and of NRIs.
  public let regions: [Share]

  init(
    _ before: Side, _ after: Side, _ then: Review, _ now: Review, _ changes: [SessionChange]
  ) {
    let counting = Counting(
      then: CausesBySession(then.priced), now: CausesBySession(now.priced), changes: changes,
      placedThen: before.placedIDs, placedNow: after.placedIDs)
    let scenarios = [before.scenario, after.scenario]
    sessions = counting.shares(scenarios) { scenario, session in
      [(scenario.sessions[session].id, scenario.sessions[session].title)]
    }
    activities = counting.shares(scenarios) { scenario, session in
      scenario.sessions[session].activities.map {
        (scenario.activities[$0].id, scenario.activities[$0].name)
      }
    }
    kinds = counting.shares(scenarios) { scenario, session in
      scenario.kinds(ofSession: session).map { ($0.token, "") }
    }
    let attendances = scenarios.map { Attendances($0) }
    regions = counting.shares(scenarios) { scenario, session, side in
      Self.regions(of: session, scenario, attendances[side]).map { ($0, "") }
    }
  }

  private static func regions(
    of session: Int, _ scenario: Scenario, _ attendances: Attendances
  ) -> [String] {
    let people = attendances.required(session).map { scenario.people[$0].region }
    let initiatives = scenario.sessions[session].activities.map { scenario.activities[$0] }
      .filter { $0.kind == .nri }.map { $0.cells["region"] ?? "" }
    return Set(people + initiatives).subtracting([""]).sorted()
  }
}

/// What a schedule's costs come from, by the sessions that take part: a large meeting has as many
/// groups as sessions, and thousands of causes.
private struct CausesBySession {
  private let causes: [Review.PricedCause]
  private var places: [String: [Int]] = [:]

  init(_ causes: [Review.PricedCause]) {
    self.causes = causes
    for (place, cause) in causes.enumerated() {
      for session in cause.sessions { places[session, default: []].append(place) }
    }
  }

  /// The causes in which any of these sessions takes part, each once.
  func causes(ofAny sessions: Set<String>) -> [Review.PricedCause] {
    Set(sessions.flatMap { places[$0] ?? [] }).map { causes[$0] }
  }
}

/// Adds up causes and changes for groups of sessions.
private struct Counting {
  let then: CausesBySession
  let now: CausesBySession
  let changes: [SessionChange]
  let placedThen: Set<String>
  let placedNow: Set<String>

  func shares(
    _ scenarios: [Scenario], groups: (Scenario, Int) -> [(id: String, name: String)]
  ) -> [Gains.Share] {
    shares(scenarios) { scenario, session, _ in groups(scenario, session) }
  }

  /// - Parameter groups: the groups that a session of a side (0 before, 1 after) belongs to.
  func shares(
    _ scenarios: [Scenario], groups: (Scenario, Int, Int) -> [(id: String, name: String)]
  ) -> [Gains.Share] {
    var names: [String: String] = [:]
    var members: [[String: Set<String>]] = [[:], [:]]
    for (side, scenario) in scenarios.enumerated() {
      for session in scenario.sessions.indices {
        for group in groups(scenario, session, side) {
          names[group.id] = group.name
          members[side][group.id, default: []].insert(scenario.sessions[session].id)
        }
      }
    }
    let shares = names.map { id, name in
      share(id, name, members[0][id] ?? [], members[1][id] ?? [])
    }
    return shares.filter {
      $0.verdict != .even || $0.moved > 0 || !$0.rules.isEmpty
    }.sorted { $0.order < $1.order }
  }

  private func share(
    _ id: String, _ name: String, _ old: Set<String>, _ new: Set<String>
  ) -> Gains.Share {
    var byRule: [SoftRule: Int] = [:]
    var (before, after) = (0, 0)
    for cause in then.causes(ofAny: old) {
      before += cause.cost
      byRule[cause.rule, default: 0] -= cause.cost
    }
    for cause in now.causes(ofAny: new) {
      after += cause.cost
      byRule[cause.rule, default: 0] += cause.cost
    }
    let rules = SoftRule.allCases.compactMap { rule -> Gains.RuleDifference? in
      guard let difference = byRule[rule], difference != 0 else { return nil }
      return Gains.RuleDifference(rule: rule, difference: difference)
    }
    let own = changes.filter { old.contains($0.session) || new.contains($0.session) }
    return Gains.Share(
      id: id, name: name, before: before, after: after,
      rules: rules.sorted { abs($0.difference) > abs($1.difference) },
      moved: own.count { $0.sort == .moved || $0.sort == .roomChanged },
      placedBefore: old.intersection(placedThen).count,
      placedAfter: new.intersection(placedNow).count)
  }
}

extension Gains.Share {
  /// Losses first, the heaviest of them at the top.
  fileprivate var order: (Int, Int, String) {
    let rank =
      switch verdict {
      case .loses: 0
      case .gains: 1
      case .even: 2
      }
    return (rank, -abs(difference), id)
  }
}

extension Side {
  fileprivate var placedIDs: Set<String> {
    Set(states.filter { $0.value.isPlaced }.keys)
  }
}
