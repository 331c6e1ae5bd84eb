// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities

/// A scenario as the searches see it: the sessions to place, the places each may take with their
/// prices, and the terms that tie sessions together.
///
/// Every rule of the contract becomes prices of places, and terms (one file for each rule, in
/// `Rules/`); the integer programs write the terms as rows and the local search prices them, so
/// both mean the same (one file for each sort of term, in `Terms/`). The referee in the target
/// `Rules` reads the tables by itself and judges both.
public struct PlanningProblem: Sendable {
  public let scenario: Scenario
  /// Scenario indices of the sessions that take part (not held); all other lists here are in this order.
  public package(set) var sessions: [Int]
  public package(set) var minutes: [Int]
  public package(set) var places: [PlaceTable]
  /// Price of leaving a session out; `nil` where it must be placed.
  public package(set) var unplacedCost: [Int?]
  /// What the absence of a session that must be placed costs besides breaking a rule.
  package var absenceCost: [Int]

  /// All that ties sessions together.
  package var terms: Terms

  package var position: [Int: Int]
  let baseline: Schedule?
  let maxMoveCount: Int?
  let attendances: Attendances
  /// The place tables of all sessions before any rule put a price on them: the same at other weights.
  let unpricedPlaces: [PlaceTable]

  /// - Parameters:
  ///   - baseline: a schedule that moves are counted against (rule `moved`).
  ///   - maxMoves: how many sessions of the baseline may change (rule `max-moves`).
  public init(_ scenario: Scenario, baseline: Schedule? = nil, maxMoves: Int? = nil) {
    self.init(scenario, baseline: baseline, maxMoves: maxMoves, places: nil)
  }

  /// - Parameter places: those of a problem of the same scenario at other weights, where there is one.
  package init(
    _ scenario: Scenario, baseline: Schedule?, maxMoves: Int?, places known: [PlaceTable]?
  ) {
    let eligibility = Eligibility(scenario)
    let attendances = Attendances(scenario)
    let sessions = scenario.sessions.indices.filter { !eligibility.held.contains($0) }
    self.scenario = scenario
    self.attendances = attendances
    self.baseline = baseline
    maxMoveCount = maxMoves
    self.sessions = sessions
    position = Dictionary(uniqueKeysWithValues: sessions.enumerated().map { ($1, $0) })
    minutes = sessions.map { scenario.sessions[$0].minutes }
    let places =
      known ?? sessions.map { PlaceTable(of: $0, in: scenario, attendances: attendances) }
    unpricedPlaces = places
    self.places = places
    unplacedCost = Array(repeating: nil, count: sessions.count)
    absenceCost = Array(repeating: 0, count: sessions.count)
    terms = Terms(sessions: sessions.count, rooms: scenario.rooms.count)
    for rule in HardRule.allCases { add(rule) }
    for rule in SoftRule.allCases { add(rule) }
  }

  package func weight(_ rule: SoftRule) -> Int { scenario.meeting.weights[rule] }

  package func session(_ position: Int) -> Session { scenario.sessions[sessions[position]] }

  /// The positions of a subject's sessions that take part.
  package func positions(of subject: Subject) -> [Int] {
    scenario.sessions(of: subject).compactMap { position[$0] }
  }

  /// By session, the indices of the sets that it is in.
  package func memberships(_ sets: [[Int]]) -> [[Int]] {
    var result: [[Int]] = Array(repeating: [], count: sessions.count)
    for (i, set) in sets.enumerated() {
      for p in set where result[p].last != i { result[p].append(i) }
    }
    return result
  }

  /// Price of each overlap of a pair.
  package var overlapCost: SquareTable<Int> { terms.overlapPrices.price }
  /// Minutes that must lie between a pair, -1 for none.
  package var requiredGap: SquareTable<Int> { terms.sessionGaps.minutes }
  /// Turnover between sessions in two rooms that share space, -1 for rooms that do not.
  package var roomGap: SquareTable<Int> { terms.roomGaps.minutes }

  /// Whether two sessions lie closer together than `gap` minutes.
  package func isTooClose(_ p: Int, at a: Int, _ q: Int, at b: Int, gap: Int) -> Bool {
    a < b + minutes[q] + gap && b < a + minutes[p] + gap
  }
}
