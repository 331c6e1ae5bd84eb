// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import Meetings
import Planning
import Rules

/// How few sessions of a baseline have to change, worked out before the draft itself.
struct FewestMoves {
  static let option = Command.Option(
    name: "fewest-moves", value: nil,
    help: "first find how few sessions of the baseline must change, then the best such draft")

  enum Answer {
    /// A schedule with so many; every schedule has `atLeast`, proven.
    case found(Schedule, moves: Int, atLeast: Int)
    case impossible
    case undecided
  }

  static func answer(
    _ scenario: Scenario, from baseline: Schedule, keeping kept: Set<Int>, planner: Planner,
    effort: Planner.Effort, cancellation: Cancellation
  ) -> Answer {
    // What the baseline breaks by itself, not by sessions that are new since.
    let known = baseline.firstRows
    let mustMove = Review(scenario: scenario, schedule: baseline, baseline: baseline).violations
      .contains { $0.sessions.allSatisfy { known[$0]?.status == .placed } }
    let problem = PlanningProblem.fewestMoves(scenario, from: baseline)
      .keeping(kept, in: baseline).problem
    let result = planner.draft(
      problem, effort: effort, from: problem.assignment(baseline), cancellation: cancellation)
    switch result {
    case .optimal(let assignment, let moves):
      return .found(problem.schedule(assignment), moves: moves, atLeast: moves)
    case .feasible(let assignment, let moves, let bound):
      return .found(
        problem.schedule(assignment), moves: moves, atLeast: max(bound, mustMove ? 1 : 0))
    case .infeasible: return .impossible
    case .unknown: return .undecided
    }
  }

  /// As many moves do.
  let moves: Int
  /// Every schedule has so many; proven.
  let atLeast: Int
  let isKeeping: Bool

  /// With the moves of the draft that came of it, which may be fewer than were granted.
  func reading(_ draft: Schedule, from baseline: Schedule, of scenario: Scenario) -> FewestMoves {
    let made = Review.moves(to: draft, from: baseline, of: scenario)
    return FewestMoves(moves: min(moves, made), atLeast: atLeast, isKeeping: isKeeping)
  }

  /// `4 moves are needed; proven.`
  var words: String {
    let others = isKeeping ? ", the kept sessions staying" : ""
    func count(_ number: Int) -> String { number == 1 ? "1 move" : "\(number) moves" }
    if moves == 0 { return "No move is needed\(others): the baseline keeps every hard rule." }
    if moves <= atLeast {
      return "\(count(moves)) \(moves == 1 ? "is" : "are") needed\(others); proven."
    }
    let proven =
      atLeast == 0
      ? "not proven that any is needed"
      : "at least \(atLeast) \(atLeast == 1 ? "is" : "are") needed, proven"
    return "\(count(moves)) \(moves == 1 ? "is" : "are") enough\(others): this draft has no more;"
      + " \(proven); whether fewer than \(moves) would do was not found out."
  }
}
