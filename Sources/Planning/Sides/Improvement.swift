// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IntegerPrograms
import PlanningProblems
import Searching
import Threads

/// The side of a search that improves the schedule: coolings (`CoolingPlan`), and after each
/// neighbourhoods re-optimised by integer programs.
struct Improvement {
  private let state: SearchState
  private let effort: Planner.Effort
  private var local: LocalSearch
  private var neighbourhoods: NeighbourhoodSearch?
  /// Kept only until a first schedule is found.
  private var tracks: TrackSearch?
  private let hasStart: Bool
  private let problem: PlanningProblem
  private let solver: any ProgramSolver
  private var plan: CoolingPlan
  /// Moves a second, as far as is known; for searches that end by the clock only.
  private var pace: Double?

  /// Coolings of a search that counts its work by itself.
  private static let rounds = 4
  /// Of the time that is left, what a last cooling takes; the rest is for neighbourhoods, which
  /// find little that a cooling has left.
  private static let coolingShare = 0.9
  /// After a cooling, one part in this many of its work goes to neighbourhoods.
  private static let neighbourhoodsPart = 10
  /// Before a cooling, one part in this many of its work goes to moving tracks, while nothing is
  /// found.
  private static let tracksPart = 4

  init(
    _ problem: PlanningProblem, _ effort: Planner.Effort, _ state: SearchState,
    _ solver: any ProgramSolver, from start: Assignment?
  ) {
    self.state = state
    self.effort = effort
    self.problem = problem
    self.solver = solver
    hasStart = start?.places.contains { $0 != nil } ?? false
    if let start { state.offer(start) }
    local = LocalSearch(problem, seed: effort.seed, from: start)
    plan = CoolingPlan(
      firstMoves: max(
        1_000, effort.movesPerSession * problem.sessions.count / (1 << Self.rounds)),
      hasStart: hasStart)
  }

  /// A search without a clock or a number of units ends after some rounds, and with no schedule goes on longer;
  /// so does one that answers a question on the way.
  var hasMore: Bool {
    !state.meter.isSpent
      && (state.isLive || effort.work != nil || effort.isWhole && effort.seconds != nil
        || plan.round < Self.rounds + (state.incumbent == nil ? 3 : 0))
  }

  /// A first schedule, fast.
  mutating func arrive() {
    let state = state
    state.phase = .localSearch
    local.buildGreedily { state.isStopped }
    if let best = local.best { state.offer(best) }
    if state.incumbent == nil, Tracks(problem).areMost { carryTracks(moves: plan.firstMoves) }
    guard !state.isDone else { return }
    // A cooling that may still break rules often comes to rest at a better schedule than the tracks',
    // if there is time for both.
    let isAfresh =
      state.incumbent != nil && local.best == nil && !state.isLive
      && affordable ?? .max > 3 * plan.firstMoves
    let cooling =
      isAfresh ? plan.next(affordable: affordable, hasIncumbent: false) : nextCooling
    cool(cooling, fromBest: !isAfresh)
  }

  /// If nothing is found yet and sessions are tied, moves whole tracks.
  private mutating func carryTracks(moves: Int) {
    let state = state
    guard state.incumbent == nil, problem.terms.moveCaps.all.isEmpty else { return }
    if tracks == nil {
      tracks = local.trackSearch(seed: effort.seed, from: hasStart ? local.latest : nil)
    }
    guard var search = tracks, search.hasTies else { return }
    tracks = nil
    state.phase = .tracks
    let begun = search.work
    let found = search.run(mostWork: moves) { work in
      state.advance(work: (work - begun) / 1_000)
      return state.isStopped
    }
    state.meter.add((search.work - begun + 999) / 1_000)
    state.phase = .localSearch
    if let found { state.offer(found) } else { tracks = search }
  }

  /// A share of work: a cooling, or coolings until the end where the clock ends them.
  mutating func advance() {
    repeat {
      guard hasMore else { return }
      plan.advance()
      let clock = Stopwatch()
      carryTracks(moves: nextCooling.moves / Self.tracksPart)
      let cooling = nextCooling
      cool(cooling)
      reoptimise(after: cooling.moves, seconds: clock.seconds)
    } while state.isLive && !state.isStopped && !state.isDone
  }

  private var nextCooling: CoolingPlan.Cooling {
    plan.next(affordable: affordable, hasIncumbent: state.incumbent != nil)
  }

  /// Moves that are left for coolings, where the end is known: by the clock, once it is known how fast
  /// they are, or by work.
  private var affordable: Int? {
    if state.isLive {
      guard let left = state.secondsLeft, let pace else { return nil }
      return Int(min(1e15, left * pace * Self.coolingShare))
    }
    return effort.work.map { _ in
      Int(min(1e15, Double(state.meter.left) * 1_000 * Self.coolingShare))
    }
  }

  /// - Parameter fromBest: whether it begins at the best schedule known, not where the last one ended.
  private mutating func cool(_ cooling: CoolingPlan.Cooling, fromBest: Bool = true) {
    let state = state
    let meter = state.meter
    let affordable = meter.left > .max / 2_000 ? .max : meter.left * 1_000
    let begun = (work: local.work, clock: Stopwatch())
    if fromBest { local.returnToBest(or: state.incumbent) }
    local.cool(
      moves: min(cooling.moves, affordable), hot: cooling.hot, cold: cooling.cold,
      goal: state.bound,
      isStopped: { work in
        state.advance(work: (work - begun.work) / 1_000)
        return state.isStopped
      },
      onBetter: { best, cost, work in
        state.foresee(best, cost, work: (work - begun.work) / 1_000)
        state.report(incumbent: cost, work: (work - begun.work) / 1_000)
      })
    let done = local.work - begun.work
    if done > 10_000 { pace = Double(done) / max(1e-6, begun.clock.seconds) }
    meter.add((done + 999) / 1_000)
    if let best = local.best { state.offer(best) }
  }

  /// Neighbourhoods for a part of the time that the cooling before took: by the clock where it ends
  /// the search, else by work.
  private mutating func reoptimise(after moves: Int, seconds: Double) {
    let state = state
    guard let incumbent = state.incumbent, !state.isStopped, !state.isDone else { return }
    state.phase = .neighbourhoods
    if neighbourhoods == nil {
      neighbourhoods = NeighbourhoodSearch(
        problem, solver, seed: effort.seed, from: incumbent, cancellation: state.cancellation)
    }
    guard var search = neighbourhoods else { return }
    neighbourhoods = nil
    search.take(incumbent)
    let end =
      state.isLive
      ? Deadline(seconds: seconds / Double(Self.neighbourhoodsPart)) : nil
    let begun = search.work
    search.run(
      work: state.isLive ? .max / 2 : Self.sizePerUnit * (moves / 1_000 / Self.neighbourhoodsPart),
      seconds: { state.secondsLeft }, meter: state.meter,
      isStopped: { state.isStopped || state.isDone || (end?.isOver ?? false) },
      onBetter: { better, _ in state.offer(better) })
    state.meter.add((search.work - begun) / Self.sizePerUnit)
    neighbourhoods = search
    state.phase = .localSearch
  }

  /// Columns and rows of programs that are built and solved in about the time of a unit of work.
  private static let sizePerUnit = 400
}
