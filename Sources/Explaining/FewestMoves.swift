// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import Meetings
import Planning
import PlanningProblems
import Rules

/// How few sessions of a baseline have to change so that every hard rule is kept.
public struct FewestMoves: Sendable {
  /// The outcome of the search for them.
  public enum Answer: Sendable {
    /// A schedule with this many moves.
    case found(Schedule, FewestMoves)
    /// No schedule keeps the hard rules, with however many moves.
    case impossible
    /// The search ended before it knew.
    case undecided
  }

  /// This many moves are enough.
  public let moves: Int
  /// Every schedule has at least this many; proven.
  public let atLeast: Int
  /// Whether some sessions had to stay where they are.
  public let isKeeping: Bool

  /// Whether no schedule has fewer moves; proven.
  public var isProven: Bool { moves <= atLeast }

  /// - Parameter kept: sessions that stay where the baseline has them, by index into
  ///   `Scenario.sessions`.
  public static func answer(
    _ scenario: Scenario, from baseline: Schedule, keeping kept: Set<Int>, planner: Planner,
    effort: Planner.Effort, cancellation: Cancellation
  ) -> Answer {
    let problem = PlanningProblem.fewestMoves(scenario, from: baseline)
      .keeping(kept, in: baseline).problem
    let result = planner.draft(
      problem, effort: effort, from: problem.assignment(baseline), cancellation: cancellation)
    func found(_ assignment: Assignment, _ moves: Int, _ bound: Int) -> Answer {
      let least = max(bound, mustMove(scenario, from: baseline) ? 1 : 0)
      return .found(
        problem.schedule(assignment),
        FewestMoves(moves: moves, atLeast: least, isKeeping: !kept.isEmpty))
    }
    switch result {
    case .optimal(let assignment, let moves): return found(assignment, moves, moves)
    case .feasible(let assignment, let moves, let bound): return found(assignment, moves, bound)
    case .infeasible: return .impossible
    case .unknown: return .undecided
    }
  }

  /// Whether the baseline itself breaks a rule, apart from sessions added since.
  private static func mustMove(_ scenario: Scenario, from baseline: Schedule) -> Bool {
    let known = baseline.firstRows
    return Review(scenario: scenario, schedule: baseline, baseline: baseline).violations
      .contains { $0.sessions.allSatisfy { known[$0]?.status == .placed } }
  }

  /// With the moves of the resulting draft, which may be fewer than were allowed.
  public func reading(
    _ draft: Schedule, from baseline: Schedule, of scenario: Scenario
  ) -> FewestMoves {
    let made = Review.moves(to: draft, from: baseline, of: scenario)
    return FewestMoves(moves: min(moves, made), atLeast: atLeast, isKeeping: isKeeping)
  }
}
