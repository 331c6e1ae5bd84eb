// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems
import Proving

/// The side of a search that proves how good a schedule can be.
struct Proof {
  private let state: SearchState
  private var stages: [Stage]
  private(set) var isInfeasible = false
  private let problem: PlanningProblem
  private let solver: any ProgramSolver
  private let exact: ExactSearch
  private let effort: Planner.Effort

  private enum Stage {
    /// Time and rooms seen coarsely: a good bound soon at any size.
    case aggregate
    case exact(RoomClasses.Grain)
    /// Nothing left to prove with, and time left: this side improves too, from another seed.
    case improve
  }

  /// Without slots, programs of more sessions prove less in a minute than the aggregate bound did
  /// at once.
  private static let mostSessionsWithoutSlots = 100

  /// A search that begins again looks this much further above the incumbent each time.
  private static let slackPart = 8

  /// Whether the exact program is within reach; if not, beginning again proves nothing more.
  var canProve: Bool

  /// - Parameter restart: how often the search has begun again.
  init(
    _ problem: PlanningProblem, _ effort: Planner.Effort, _ state: SearchState,
    _ solver: any ProgramSolver, restart: Int = 0
  ) {
    self.problem = problem
    self.state = state
    self.solver = solver
    let coarse = RoomClasses(problem, .coarse)
    let places = problem.placeCount(coarse)
    // Nodes of large programs are expensive: the allowance is in work, not in their number.
    let nodes = min(effort.nodes, max(100, 20_000_000 / max(1, places)))
    let boundBlock: ExactSearch.BlockBound = { block, nodes in
      Planner(solver: solver).leastCost(
        of: block, nodes: nodes, seconds: state.secondsLeft, cancellation: state.cancellation)
    }
    var exact = ExactSearch(
      problem: problem, solver: solver, nodes: nodes,
      boundBlock: effort.usesBlocks ? boundBlock : nil)
    if restart > 0, state.incumbent != nil {
      exact.slack = max(1, state.objective * restart / Self.slackPart)
    }
    self.exact = exact
    stages = effort.isWhole && restart == 0 ? [.aggregate] : []
    let isSmall =
      problem.sessions.count <= Self.mostSessionsWithoutSlots
      || TimePoints(problem).areSlots(of: problem)
    canProve = isSmall && places <= effort.mostPlaces
    if canProve {
      stages.append(.exact(.coarse))
      if RoomClasses(problem, .exact).members.count != coarse.members.count {
        stages.append(.exact(.exact))
      }
    }
    if state.isLive { stages.append(.improve) }
    self.effort = effort
  }

  var hasMore: Bool { !stages.isEmpty && !state.meter.isSpent }

  /// A known schedule is mended on this side too: two tries find a better one than one.
  func arrive(from start: Assignment?) {
    guard let start else { return }
    var second = secondImprovement(from: start)
    second.arrive()
  }

  private func secondImprovement(from start: Assignment?) -> Improvement {
    var other = effort
    other.seed = effort.seed &+ 0x9E37
    return Improvement(problem, other, state, solver, from: start)
  }

  /// A share of work: one stage, or all of them where the clock ends them.
  mutating func advance() {
    repeat {
      guard hasMore else { return }
      switch stages.removeFirst() {
      case .aggregate:
        state.phase = .bound
        AggregateBound(problem, solver).run(
          incumbent: { state.objective }, isStopped: { state.isStopped || state.isDone },
          seconds: { state.secondsLeft }, meter: state.meter, cancellation: state.cancellation,
          prove: { state.prove($0) })
      case .improve:
        var improvement = secondImprovement(from: nil)
        improvement.advance()
      case .exact(let grain):
        if exact.run(grain, state) == .exhausted && state.incumbent == nil { isInfeasible = true }
      }
    } while state.isLive && !isInfeasible && !state.isStopped && !state.isDone
  }
}
