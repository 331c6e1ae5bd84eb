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
  /// What the problem was made of.
  public let scenario: Scenario
  /// Scenario indices of the sessions that take part (not held); all other lists here are in this order.
  public package(set) var sessions: TypedArray<SessionPosition, Int>
  /// How long each lasts.
  public package(set) var minutes: TypedArray<SessionPosition, Int>
  /// Where each may stand by itself, and at what price.
  public package(set) var places: TypedArray<SessionPosition, PlaceTable>
  /// Price of leaving a session out; `nil` where it must be placed.
  public package(set) var unplacedCost: TypedArray<SessionPosition, Int?>
  /// What the absence of a session that must be placed costs besides breaking a rule.
  package var absenceCost: TypedArray<SessionPosition, Int>

  /// All that ties sessions together.
  package var terms: Terms

  /// By scenario index.
  package var position: [Int: SessionPosition]
  let baseline: Schedule?
  let maxMoveCount: Int?
  let attendances: Attendances
  /// The place tables of all sessions before any rule put a price on them: the same at other weights.
  let unpricedPlaces: TypedArray<SessionPosition, PlaceTable>

  /// - Parameters:
  ///   - baseline: a schedule that moves are counted against (rule `moved`).
  ///   - maxMoves: how many sessions of the baseline may change (rule `max-moves`).
  public init(_ scenario: Scenario, baseline: Schedule? = nil, maxMoves: Int? = nil) {
    self.init(scenario, baseline: baseline, maxMoves: maxMoves, places: nil)
  }

  /// - Parameter places: those of a problem of the same scenario at other weights, where there is one.
  package init(
    _ scenario: Scenario, baseline: Schedule?, maxMoves: Int?,
    places known: TypedArray<SessionPosition, PlaceTable>?
  ) {
    let eligibility = Eligibility(scenario)
    let attendances = Attendances(scenario)
    let sessions = TypedArray<SessionPosition, Int>(
      scenario.sessions.indices.filter { !eligibility.held.contains($0) })
    self.scenario = scenario
    self.attendances = attendances
    self.baseline = baseline
    maxMoveCount = maxMoves
    self.sessions = sessions
    position = Dictionary(uniqueKeysWithValues: sessions.enumerated().map { ($1, $0) })
    minutes = sessions.mapped { scenario.sessions[$0].minutes }
    let places =
      known ?? sessions.mapped { PlaceTable(of: $0, in: scenario, attendances: attendances) }
    unpricedPlaces = places
    self.places = places
    unplacedCost = TypedArray(repeating: nil, count: sessions.count)
    absenceCost = TypedArray(repeating: 0, count: sessions.count)
    terms = Terms(sessions: sessions.count, rooms: scenario.rooms.count)
    for rule in HardRule.allCases { add(rule) }
    for rule in SoftRule.allCases { add(rule) }
  }

  /// The meeting's weight of a soft rule.
  package func weight(_ rule: SoftRule) -> Int { scenario.meeting.weights[rule] }

  /// A session as the scenario has it.
  package func session(_ p: SessionPosition) -> Session { scenario.sessions[sessions[p]] }

  /// A room as the scenario has it.
  package func room(_ room: RoomPosition) -> Room { scenario.rooms[room.index] }

  /// The scenario's rooms.
  package var rooms: Range<RoomPosition> { RoomPosition(0)..<RoomPosition(scenario.rooms.count) }

  /// The positions of a subject's sessions that take part.
  package func positions(of subject: Subject) -> [SessionPosition] {
    scenario.sessions(of: subject).compactMap { position[$0] }
  }

  /// By session, the indices of the sets that it is in.
  package func memberships(_ sets: [[SessionPosition]]) -> TypedArray<SessionPosition, [Int]> {
    var result = TypedArray<SessionPosition, [Int]>(repeating: [], count: sessions.count)
    for (i, set) in sets.enumerated() {
      for p in set where result[p].last != i { result[p].append(i) }
    }
    return result
  }

  /// Price of each overlap of a pair.
  package var overlapCost: SquareTable<SessionPosition, Int> { terms.overlapPrices.price }
  /// Minutes that must lie between a pair, -1 for none.
  package var requiredGap: SquareTable<SessionPosition, Int> { terms.sessionGaps.minutes }
  /// Turnover between sessions in two rooms that share space, -1 for rooms that do not.
  package var roomGap: SquareTable<RoomPosition, Int> { terms.roomGaps.minutes }

  /// Whether two sessions lie closer together than `gap` minutes.
  package func isTooClose(
    _ p: SessionPosition, at a: Int, _ q: SessionPosition, at b: Int, gap: Int
  )
    -> Bool
  {
    a < b + minutes[q] + gap && b < a + minutes[p] + gap
  }
}
