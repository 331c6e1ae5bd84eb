// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems
import Threads

/// Finds a schedule for a planning problem and proves how good it is.
///
/// Two sides work at the same time, on two cores if there are two: one improves the schedule,
/// the other proves how good a schedule can be. Where work is counted, they tell each other what
/// they have found only after fixed shares of it, so one core arrives at the same draft.
public struct Planner: Sendable {
  /// Judges a schedule that the search believes to be good, with its cost; returns a complaint, or
  /// `nil`.
  public typealias Judge = @Sendable (_ assignment: Assignment, _ cost: Int) -> String?

  let solver: any ProgramSolver
  private let judge: Judge?
  /// What makes the threads of the second side; tests can take them away.
  var starter: ThreadStarter = SystemThread.start

  typealias ThreadStarter =
    @Sendable (_ stack: Int, _ work: @escaping @Sendable () -> Void) throws -> Void

  /// How long and how a search is to go on.
  public struct Effort: Sendable {
    /// Another seed, perhaps another equally good schedule.
    public var seed: UInt64
    /// When a user wants to end by the clock; without it all work is counted.
    public var seconds: Double?
    /// Good enough: the search ends when (objective − bound) / max(1, objective) is no larger.
    public var gap: Double
    /// Units of work (`WorkMeter`) that each side may do; `nil` for as much as the sizes below ask,
    /// and no more than `mostWork`.
    public var work: Int?
    /// Moves of the local search for each session.
    public var movesPerSession: Int
    /// Nodes of one branch and cut.
    public var nodes: Int
    /// Programs with more places are left to the local search.
    public var mostPlaces: Int
    /// Whether the two sides have a thread each. The draft is the same, unless `seconds` are set.
    public var isSideBySide: Bool
    /// Whether it is a search in its own right, which bounds the whole problem first, begins again
    /// when it is stuck and uses all the time that it was given; other searches answer a question
    /// on the way to an answer.
    public var isWhole: Bool
    /// Units after which a search ends if it was given neither seconds nor work.
    var mostWork = 50_000
    /// Whether a search that is stuck begins again from another seed: if the user set no end.
    var mayBeginAnew: Bool { seconds == nil && work == nil && isWhole }
    /// How often a search that is stuck begins again.
    var mostRestarts = 3
    /// Whether blocks of sessions are bounded by searches of their own.
    var usesBlocks: Bool
    /// Whether a known schedule is mended by both sides. In little work the second try would take all that
    /// there is for the bound.
    var mendsTwice = true

    public init(
      seed: UInt64 = 1, seconds: Double? = nil, gap: Double = 0, work: Int? = nil,
      movesPerSession: Int = 60_000, nodes: Int = 50_000, mostPlaces: Int = 60_000,
      isSideBySide: Bool = true
    ) {
      self.seed = seed
      self.seconds = seconds
      self.gap = gap
      self.work = work
      self.movesPerSession = movesPerSession
      self.nodes = nodes
      self.mostPlaces = mostPlaces
      self.isSideBySide = isSideBySide
      isWhole = isSideBySide
      usesBlocks = true
    }
  }

  /// - Parameter judge: called with every schedule that is kept; a complaint stops the program. For
  ///   debug and test builds, where the referee looks at each.
  public init(solver: any ProgramSolver, judge: Judge? = nil) {
    self.solver = solver
    self.judge = judge
  }

  /// Draws up a schedule: local search to arrive, integer programs to improve and to prove.
  ///
  /// - Parameters:
  ///   - start: a schedule to begin from.
  ///   - tell: called on the way, on this thread.
  public func draft(
    _ problem: PlanningProblem, effort: Effort = Effort(), from start: Assignment? = nil,
    cancellation: Cancellation = Cancellation(), tell: @escaping (DraftNews) -> Void = { _ in }
  ) -> DraftResult {
    tracedDraft(problem, effort: effort, from: start, cancellation: cancellation, tell: tell).result
  }

  /// As `draft`, with what was known after how much work.
  public func tracedDraft(
    _ problem: PlanningProblem, effort: Effort = Effort(), from start: Assignment? = nil,
    cancellation: Cancellation = Cancellation(), tell: @escaping (DraftNews) -> Void = { _ in }
  ) -> (result: DraftResult, trace: [DraftStep]) {
    let search = search(
      problem, effort: effort, from: start, cancellation: cancellation, tell: tell)
    return (search.result, search.trace)
  }

  /// As `tracedDraft`, with how often the search began again.
  func search(
    _ problem: PlanningProblem, effort: Effort, from start: Assignment?,
    cancellation: Cancellation = Cancellation(), tell: @escaping (DraftNews) -> Void = { _ in }
  ) -> (result: DraftResult, trace: [DraftStep], restarts: Int) {
    if problem.homelessSession != nil { return (.infeasible, [], 0) }
    let sides = ParallelSearch(
      problem, effort: effort, cancellation: cancellation, judge: judge, starter: starter,
      tell: tell)
    if cancellation.isCancelled {
      // Nobody is waiting any longer: what is already known is the answer.
      if let start { sides.improving.offer(start) }
      return (sides.result, [], 0)
    }
    var improvement = Improvement(problem, effort, sides.improving, solver, from: start)
    var proof = Proof(problem, effort, sides.proving, solver)

    var restarts = 0
    sides.run(
      { if effort.mendsTwice { proof.arrive(from: start) } }, beside: { improvement.arrive() })
    sides.exchange()
    while !sides.improving.hasEnded && !sides.improving.isDone && !proof.isInfeasible
      && !sides.hasReachedGap
    {
      if !sides.isLive && !improvement.hasMore && !proof.hasMore {
        // Stuck, and nobody set an end: another seed goes other ways, and both sides now know from the
        // start what took them long to find.
        guard effort.mayBeginAnew, proof.canProve, restarts < effort.mostRestarts else { break }
        restarts += 1
        sides.grant(effort.mostWork >> (effort.mostRestarts - restarts))
        var other = effort
        other.seed = effort.seed &+ UInt64(restarts) &* 0x9E37_79B9
        improvement = Improvement(problem, other, sides.improving, solver, from: nil)
        proof = Proof(problem, other, sides.proving, solver, restart: restarts)
      }
      sides.run({ proof.advance() }, beside: { improvement.advance() })
      sides.exchange()
    }
    let result = proof.isInfeasible ? DraftResult.infeasible : sides.result
    return (result, sides.improving.record.now.trace.asTrace, restarts)
  }
}
