// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

/// The side of a search that proves how good a schedule can be.
struct Proof {
  private let state: SearchState
  private var stages: [Stage]
  private(set) var isInfeasible = false
  private let problem: PlanningProblem
  private let solver: any ProgramSolver
  private let exact: ExactSearch

  private enum Stage {
    /// Time and rooms seen coarsely: a good bound soon at any size.
    case aggregate
    case exact(RoomClasses.Grain)
  }

  init(
    _ problem: PlanningProblem, _ effort: Planner.Effort, _ state: SearchState,
    _ solver: any ProgramSolver
  ) {
    self.problem = problem
    self.state = state
    self.solver = solver
    let coarse = RoomClasses(problem, .coarse)
    let places = problem.placeCount(coarse)
    // Nodes of large programs are dear: the work, not their number, is what is granted.
    let nodes = min(effort.nodes, max(100, 20_000_000 / max(1, places)))
    exact = ExactSearch(
      problem: problem, solver: solver, nodes: nodes, usesBlocks: effort.usesBlocks)
    stages = effort.isSideBySide ? [.aggregate] : []
    if places <= effort.mostPlaces {
      stages.append(.exact(.coarse))
      if RoomClasses(problem, .exact).members.count != coarse.members.count {
        stages.append(.exact(.exact))
      }
    }
  }

  var hasMore: Bool { !stages.isEmpty && !state.meter.isSpent }

  /// A share of work: one stage, or all of them where the clock ends them.
  mutating func advance() {
    repeat {
      guard hasMore else { return }
      switch stages.removeFirst() {
      case .aggregate:
        state.phase = "bound"
        AggregateBound(problem, solver).run(
          incumbent: { state.objective }, isStopped: { state.isStopped || state.isDone },
          seconds: { state.secondsLeft }, meter: state.meter, cancellation: state.cancellation,
          prove: { state.prove($0) })
      case .exact(let grain):
        if exact.run(grain, state) == .exhausted && state.incumbent == nil { isInfeasible = true }
      }
    } while state.isLive && !isInfeasible && !state.isStopped && !state.isDone
  }
}
