// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A schedule read by the referee with one session taken up: what that session breaks wherever it is put
/// down, without a review of the whole for each place.
public struct LiftedReview: Sendable {
  /// Index into `Scenario.sessions`.
  public let session: Int
  private let others: ReviewedSchedule

  /// - Parameters:
  ///   - session: index into `Scenario.sessions`; its rows in the schedule count for nothing.
  ///   - baseline: the schedule that moves are counted against.
  ///   - maxMoves: how many sessions of the baseline may change.
  public init(
    scenario: Scenario, schedule: Schedule, lifting session: Int, baseline: Schedule? = nil,
    maxMoves: Int? = nil
  ) {
    self.session = session
    let id = scenario.sessions[session].id
    others = ReviewedSchedule(
      scenario, Schedule(rows: schedule.rows.filter { $0.session != id }), baseline: baseline,
      maxMoves: maxMoves)
  }

  /// The violations of a review of the whole that name the session if it stands at a place, in the
  /// order of that review.
  ///
  /// - Parameters:
  ///   - room: index into `Scenario.rooms`.
  ///   - rules: those that are asked about, in the order of `rules.md`.
  /// - Complexity: for most rules O(*sessions*); for limits that must hold, a count of each.
  public func violations(
    at start: WallTime, room: Int, of rules: [HardRule] = HardRule.allCases
  ) -> [Review.Violation] {
    let scenario = others.scenario
    let placed = ReviewedSchedule.Placed(
      session: session,
      stay: Interval(start: start, minutes: scenario.sessions[session].minutes), room: room,
      roomID: scenario.rooms[room].id)
    var seen: Set<Review.Culprit> = []
    return rules.flatMap { RuleBook.check($0).violations(by: placed, beside: others) }
      .filter { seen.insert(Review.Culprit($0)).inserted }
  }
}
