// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems

/// Some sessions of a schedule re-optimised by an integer program, all others held where they are.
///
/// The program is exact (`restricted(to:given:)`, single rooms where rooms matter) and asked only
/// for what costs less than the part does now. What comes of it is priced in the whole problem
/// before it counts.
struct Neighbourhood {
  struct Answer {
    /// A schedule that costs less, or `nil`.
    var assignment: Assignment?
    /// Nothing better is left in this neighbourhood: proven.
    var isSettled: Bool
    /// Work done, in units of a size that no clock has part in.
    var work: Int
  }

  let problem: PlanningProblem
  let solver: any ProgramSolver

  init(_ problem: PlanningProblem, _ solver: any ProgramSolver) {
    self.problem = problem
    self.solver = solver
  }

  /// Looks for the best places of the free sessions.
  ///
  /// - Parameters:
  ///   - assignment: keeps the hard rules.
  ///   - free: positions of sessions, none twice.
  ///   - nodes: of one branch and cut.
  ///   - meter: counts the solver's work, and ends it when it is spent.
  ///   - seconds: a user's limit; without it the same call gives the same answer.
  func improve(
    _ assignment: Assignment, freeing free: [SessionPosition], nodes: Int,
    cancellation: Cancellation = Cancellation(), seconds: Double? = nil, meter: WorkMeter? = nil
  ) -> Answer {
    var work = problem.sessions.count
    guard var part = problem.restricted(to: free, given: assignment)?.problem,
      let present = problem.assignment(assignment, of: free, in: part)
    else { return Answer(assignment: nil, isSettled: false, work: work) }
    let score = WorkingSchedule(part, present).score
    guard score.violations == 0 else {
      return Answer(assignment: nil, isSettled: false, work: work)
    }
    guard part.strikePlaces(notBelow: score.cost) else {
      return Answer(assignment: nil, isSettled: true, work: work)
    }
    let draft = DraftProgram(part, .exact)
    let program = draft.withAllOverlapRows()
    let size = program.columns.count + program.rows.count
    work += size
    let outcome = solver.solve(
      program, cutoff: Double(score.cost),
      limits: SolveLimits(nodes: nodes, seconds: seconds, meter: meter), cancellation: cancellation,
      rows: { _ in
        // Asked once for each relaxation that is solved.
        work += size
        return []
      }, news: { _ in })
    let (solution, isSettled): (Solution?, Bool) =
      switch outcome {
      case .optimal(let solution): (solution, true)
      case .feasible(let solution, _): (solution, false)
      case .infeasible: (nil, true)
      case .unknown: (nil, false)
      }
    guard let solution else { return Answer(assignment: nil, isSettled: isSettled, work: work) }
    let better = place(solution, draft, free, within: assignment)
    return Answer(assignment: better, isSettled: isSettled && better != nil, work: work)
  }

  /// The whole schedule of a solution, if it keeps the hard rules and costs less.
  private func place(
    _ solution: Solution, _ draft: DraftProgram, _ free: [SessionPosition],
    within assignment: Assignment
  ) -> Assignment? {
    let choices = draft.choices(at: solution.values)
    guard let own = draft.problem.handOutRooms(choices, of: draft.classes),
      let better = problem.assignment(own, of: free, in: draft.problem, within: assignment)
    else { return nil }
    let before = WorkingSchedule(problem, assignment).score
    let after = WorkingSchedule(problem, better).score
    return after.violations == 0 && after.cost < before.cost ? better : nil
  }
}

extension PlanningProblem {
  /// Strikes out the places by themselves so dear that no schedule with them costs less than
  /// `cost`: every other session costs at least its cheapest place.
  ///
  /// - Returns: whether any schedule can cost less.
  mutating func strikePlaces(notBelow cost: Int) -> Bool {
    let least = TypedArray(over: places.indices) { p in
      [places[p].prices.filter { $0 >= 0 }.min(), unplacedCost[p]].compactMap(\.self).min() ?? 0
    }
    let spare = cost - 1 - least.reduce(0, +)
    guard spare >= 0 else { return false }
    for p in places.indices {
      for i in places[p].prices.indices where places[p].prices[i] > least[p] + spare {
        places[p].prices[i] = -1
      }
      places[p].dropDeadStartsAndRooms()
    }
    return true
  }
}
