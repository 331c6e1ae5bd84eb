// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IntegerPrograms

/// The side of a search that improves the schedule: coolings, each twice as long as the one before.
///
/// One long cooling finds more than many short ones, but how long is long depends on the meeting;
/// doubling wastes no more than half. Where the clock ends the search, the last cooling is as long
/// as is left.
struct Improvement {
  private let state: SearchState
  private let effort: Planner.Effort
  private var local: LocalSearch
  private var round = 0
  /// Moves of the first cooling.
  private let firstMoves: Int
  /// Moves a second, as far as is known; for searches that end by the clock only.
  private var pace: Double?

  /// Coolings of a search that counts its work by itself.
  private static let rounds = 4
  /// In usual prices: everything moves, the best schedule is loosened, nothing gets worse.
  private static let (hot, warm, cold) = (10.0, 2.0, 0.05)

  init(
    _ problem: PlanningProblem, _ effort: Planner.Effort, _ state: SearchState,
    _ solver: any ProgramSolver, from start: Assignment?
  ) {
    self.state = state
    self.effort = effort
    if let start { state.offer(start) }
    local = LocalSearch(problem, seed: effort.seed, from: start)
    firstMoves = max(1_000, effort.movesPerSession * problem.sessions.count / (1 << Self.rounds))
  }

  /// A search without a clock or a number of units ends after some rounds, and with no schedule goes on longer.
  var hasMore: Bool {
    !state.meter.isSpent
      && (state.isLive || effort.work != nil
        || round < Self.rounds + (state.incumbent == nil ? 3 : 0))
  }

  /// A first schedule, fast.
  mutating func arrive() {
    state.phase = "local search"
    local.buildGreedily { state.isStopped }
    if let best = local.best { state.offer(best) }
    cool(moves: firstMoves, hot: Self.hot)
  }

  /// A share of work: a cooling, or coolings until the end where the clock ends them.
  mutating func advance() {
    repeat {
      guard hasMore else { return }
      round += 1
      cool(moves: movesOfRound, hot: round % 2 == 1 ? Self.warm : Self.hot)
    } while state.isLive && !state.isStopped && !state.isDone
  }

  /// Twice the moves of the round before, or as many as the time left is enough for, where it is
  /// not enough for this round and the next.
  private var movesOfRound: Int {
    let doubled = firstMoves << min(round, 20)
    guard state.isLive, let left = state.secondsLeft, let pace else { return doubled }
    let affordable = Int(min(1e15, left * pace * 0.95))
    return affordable < 3 * doubled ? max(1_000, affordable) : doubled
  }

  private mutating func cool(moves: Int, hot: Double) {
    let meter = state.meter
    let affordable = meter.left > .max / 2_000 ? .max : meter.left * 1_000
    let begun = (work: local.work, at: Date())
    local.returnToBest(or: state.incumbent)
    local.cool(
      moves: min(moves, affordable), hot: hot, cold: Self.cold, goal: state.bound,
      isStopped: { state.isStopped },
      onBetter: { cost, work in
        state.report(incumbent: cost, work: (work - begun.work) / 1_000)
      })
    let done = local.work - begun.work
    if done > 10_000 { pace = Double(done) / max(1e-6, -begun.at.timeIntervalSinceNow) }
    meter.add((done + 999) / 1_000)
    if let best = local.best { state.offer(best) }
  }
}
