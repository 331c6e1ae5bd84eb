// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems

/// Concrete rooms for sessions whose starts and room classes are settled.
struct RoomAssignment {
  let problem: PlanningProblem
  let solver: any ProgramSolver

  /// The best rooms inside the classes of a coarse program, or `nil` where none fit (or the search
  /// was stopped). Ties to one room are settled by a program of their own, the rest follows.
  func rooms(
    for choices: PlanningProblem.Choices, of coarse: RoomClasses,
    limits: SolveLimits, cancellation: Cancellation
  ) -> Assignment? {
    let exact = RoomClasses(problem, .exact)
    guard exact.members.count > coarse.members.count else {
      return problem.handOutRooms(choices, of: coarse)
    }
    let draft = DraftProgram(problem, .exact) { p, start, roomClass in
      guard let choice = choices[p] else { return false }
      return choice.start == start
        && coarse.classOf[exact.anyRoom(of: roomClass)] == choice.roomClass
    }
    let rows = OverlapRows(draft)
    let outcome = solver.solve(
      draft.program, cutoff: nil, limits: limits, cancellation: cancellation,
      rows: rows.broken(at:), news: { _ in })
    switch outcome {
    case .optimal(let solution), .feasible(let solution, _):
      return problem.handOutRooms(draft.choices(at: solution.values), of: exact)
    case .infeasible, .unknown:
      return nil
    }
  }
}
