// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import Meetings
import Planning

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
    let problem = PlanningProblem.fewestMoves(scenario, from: baseline)
      .keeping(kept, in: baseline).problem
    let result = planner.draft(
      problem, effort: effort, from: problem.assignment(baseline), cancellation: cancellation)
    switch result {
    case .optimal(let assignment, let moves):
      return .found(problem.schedule(assignment), moves: moves, atLeast: moves)
    case .feasible(let assignment, let moves, let bound):
      return .found(problem.schedule(assignment), moves: moves, atLeast: bound)
    case .infeasible: return .impossible
    case .unknown: return .undecided
    }
  }

  /// `4 moves are needed; proven.`
  static func words(moves: Int, atLeast: Int, isKeeping: Bool) -> String {
    let others = isKeeping ? ", the kept sessions staying" : ""
    func count(_ number: Int) -> String { number == 1 ? "1 move" : "\(number) moves" }
    if moves == 0 { return "No move is needed\(others): the baseline keeps every hard rule." }
    if moves <= atLeast {
      return "\(count(moves)) \(moves == 1 ? "is" : "are") needed\(others); proven."
    }
    return
      "\(count(moves)) \(moves == 1 ? "is" : "are") enough\(others); at least \(atLeast) proven"
      + " to be needed, fewer than \(moves) not ruled out."
  }
}
