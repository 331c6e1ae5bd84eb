// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems
import Proving
import Searching

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
    /// Of a meeting made of tracks: a schedule by rooms first, then times, each round longer and from
    /// another seed. A bound is soon at rest there, while the other side, which moves sessions, leaves
    /// tracks where they are.
    case rooms(round: Int)
    /// Nothing left to prove with, and time left: this side improves too, from another seed.
    case improve
  }

  /// Without slots, programs of more sessions prove less in a minute than the aggregate bound did
  /// at once.
  private static let mostSessionsWithoutSlots = 100

  /// A search that begins again looks this much further above the incumbent each time.
  private static let slackPart = 8

  /// Rounds of rooms first where nothing but the sizes says when to end.
  private static let roomRounds = 4
  /// Moves of the first round: this part of what the other side's first cooling has.
  private static let roomMovesPart = 32

  private var roomPlans: RoomPlanSearch?

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
    let isFirst = effort.isWhole && restart == 0
    roomPlans = isFirst ? RoomPlanSearch(problem) : nil
    stages = isFirst ? [.aggregate] : []
    if roomPlans != nil { stages.insert(.rooms(round: 0), at: 0) }
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
    if roomPlans != nil { stages.append(.rooms(round: 1)) }
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
        AggregateBound(problem.withFewestTies, solver).run(
          incumbent: { state.objective }, isStopped: { state.isStopped || state.isDone },
          seconds: { state.secondsLeft }, meter: state.meter, cancellation: state.cancellation,
          prove: { state.prove($0) })
      case .rooms(let round): planRooms(round)
      case .improve:
        var improvement = secondImprovement(from: nil)
        improvement.advance()
      case .exact(let grain):
        if exact.run(grain, state) == .exhausted && state.incumbent == nil { isInfeasible = true }
      }
    } while state.isLive && !isInfeasible && !state.isStopped && !state.isDone
  }

  private mutating func planRooms(_ round: Int) {
    guard var search = roomPlans else { return }
    roomPlans = nil
    state.phase = .tracks
    let moves =
      effort.movesPerSession * problem.sessions.count / Self.roomMovesPart << min(round, 10)
    let affordable = state.meter.left > .max / 2_000 ? .max : state.meter.left * 1_000
    let begun = search.work
    let found = search.schedule(
      of: problem, seed: effort.seed &+ UInt64(round) &* 0x9E37_79B9,
      moves: min(max(1_000, moves), affordable), goal: state.bound,
      isStopped: { work in
        state.advance(work: work / 1_000)
        return state.isStopped
      })
    state.meter.add((search.work - begun + 999) / 1_000)
    if let found { state.offer(found) }
    roomPlans = search
    // A search that was given its work goes on while there is some; the clock's end comes later still.
    if round > 0, effort.work != nil || round + 1 < Self.roomRounds {
      stages.insert(.rooms(round: round + 1), at: 0)
    }
  }
}
