// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IntegerPrograms

/// Finds a schedule for a planning problem and proves how good it is.
public struct Planner: Sendable {
  private let solver: any ProgramSolver

  public struct Effort: Sendable {
    public var seed: UInt64
    /// A user's wish to end by the clock; without it all work is counted.
    public var seconds: Double?
    /// Good enough: the search ends when (objective − bound) / max(1, objective) is no more.
    public var gap: Double
    /// Moves of the local search for each session.
    public var movesPerSession: Int
    /// Nodes of one branch and cut.
    public var nodes: Int
    /// Programs with more places are left to the local search.
    public var mostPlaces: Int
    /// Whether blocks of sessions are bounded by searches of their own.
    var usesBlocks: Bool

    public init(
      seed: UInt64 = 1, seconds: Double? = nil, gap: Double = 0, movesPerSession: Int = 20_000,
      nodes: Int = 50_000, mostPlaces: Int = 60_000
    ) {
      self.init(
        seed: seed, seconds: seconds, gap: gap, movesPerSession: movesPerSession, nodes: nodes,
        mostPlaces: mostPlaces, usesBlocks: true)
    }

    init(
      seed: UInt64, seconds: Double?, gap: Double = 0, movesPerSession: Int, nodes: Int,
      mostPlaces: Int, usesBlocks: Bool
    ) {
      self.gap = gap
      self.usesBlocks = usesBlocks
      self.seed = seed
      self.seconds = seconds
      self.movesPerSession = movesPerSession
      self.nodes = nodes
      self.mostPlaces = mostPlaces
    }
  }

  public init(solver: any ProgramSolver) { self.solver = solver }

  /// Draws up a schedule: local search to arrive, integer programs to improve and to prove.
  ///
  /// - Parameters:
  ///   - start: a schedule to begin from.
  ///   - tell: called on the way, on this thread.
  public func draft(
    _ problem: PlanningProblem, effort: Effort = Effort(), from start: Assignment? = nil,
    cancellation: Cancellation = Cancellation(), tell: @escaping (DraftNews) -> Void = { _ in }
  ) -> DraftResult {
    if problem.homelessSession != nil { return .infeasible }
    let state = SearchState(
      problem, seconds: effort.seconds, gap: effort.gap, cancellation: cancellation, tell: tell)
    if let start { state.offer(start) }
    var local = LocalSearch(problem, seed: effort.seed, from: start)
    arrive(&local, effort, state)
    if state.isDone { return result(state) }
    if prove(problem, effort, state) == .infeasible { return .infeasible }
    improve(&local, effort, state)
    return result(state)
  }

  private enum Proof { case infeasible, other }

  private func arrive(_ local: inout LocalSearch, _ effort: Effort, _ state: SearchState) {
    state.phase = "local search"
    local.buildGreedily { state.isStopped }
    if let best = local.best { state.offer(best) }
    let budget = budget(&local, effort, state)
    for round in 0..<3 where !state.isStopped && !state.isDone {
      local.cool(
        moves: budget / 3, hot: round == 0 ? 40 : 8, cold: 0.2, goal: state.bound,
        isStopped: { state.isStopped }, onBetter: { state.report(incumbent: $0) })
      if let best = local.best { state.offer(best) }
      local.returnToBest(or: state.incumbent)
    }
  }

  /// Moves of the first coolings: counted, or what half of a user's seconds is enough for.
  private func budget(_ local: inout LocalSearch, _ effort: Effort, _ state: SearchState) -> Int {
    let counted = effort.movesPerSession * max(1, state.sessionCount)
    guard let left = state.secondsLeft else { return counted }
    let sample = 20_000
    let before = Date()
    local.cool(
      moves: sample, hot: 40, cold: 40, goal: state.bound, isStopped: { state.isStopped },
      onBetter: { state.report(incumbent: $0) })
    let pace = max(1e-9, -before.timeIntervalSinceNow) / Double(sample)
    let affordable = min(left / 2 / pace, 1e9)
    // Small problems are arrived at long before their time is up.
    return min(Int(affordable), 5 * counted)
  }

  private func prove(_ problem: PlanningProblem, _ effort: Effort, _ state: SearchState) -> Proof {
    let coarse = RoomClasses(problem, .coarse)
    guard problem.placeCount(coarse) <= effort.mostPlaces else { return .other }
    // Nodes of large programs are dear: the work, not their number, is what is granted.
    let nodes = min(effort.nodes, max(100, 20_000_000 / max(1, problem.placeCount(coarse))))
    let exact = ExactSearch(
      problem: problem, solver: solver, nodes: nodes, usesBlocks: effort.usesBlocks)
    for grain in [RoomClasses.Grain.coarse, .exact] where !state.isStopped && !state.isDone {
      if grain == .exact, RoomClasses(problem, .exact).members.count == coarse.members.count {
        break
      }
      if exact.run(grain, state) == .exhausted && state.incumbent == nil { return .infeasible }
    }
    return .other
  }

  /// What time a user has granted beyond the proof's attempt goes into the local search.
  private func improve(_ local: inout LocalSearch, _ effort: Effort, _ state: SearchState) {
    guard effort.seconds != nil || state.incumbent == nil else { return }
    state.phase = "local search"
    var rounds = 0
    while !state.isStopped && !state.isDone && (effort.seconds != nil || rounds < 4) {
      rounds += 1
      local.returnToBest(or: state.incumbent)
      local.cool(
        moves: effort.movesPerSession * max(1, state.sessionCount) / 2,
        hot: [3, 10, 40][rounds % 3], cold: 0.2, goal: state.bound,
        isStopped: { state.isStopped }, onBetter: { state.report(incumbent: $0) })
      if let best = local.best { state.offer(best) }
    }
  }

  private func result(_ state: SearchState) -> DraftResult {
    guard let incumbent = state.incumbent else { return .unknown(bound: state.bound) }
    return state.isProven
      ? .optimal(incumbent, objective: state.objective)
      : .feasible(incumbent, objective: state.objective, bound: state.bound)
  }
}

extension PlanningProblem {
  /// A session that must be placed and has no place even by itself.
  public var homelessSession: Int? {
    sessions.indices.first { unplacedCost[$0] == nil && places[$0].isEmpty }.map { sessions[$0] }
  }

  func placeCount(_ classes: RoomClasses) -> Int {
    places.reduce(0) { sum, table in
      sum + table.starts.count * Set(table.rooms.map { classes.classOf[$0] }).count
    }
  }
}
