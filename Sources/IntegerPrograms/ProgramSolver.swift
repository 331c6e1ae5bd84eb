// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// A point of a program with its objective, as a solver found it.
public struct Solution: Sendable {
  /// By position of column.
  public var values: [Double]
  /// What the program minimises, there.
  public var objective: Double
  public init(values: [Double], objective: Double) {
    self.values = values
    self.objective = objective
  }
}

/// What came of an integer program. Only `optimal` is a proof of the best.
public enum Outcome: Sendable {
  case optimal(Solution)
  /// The best point found, and a lower bound on every point.
  case feasible(Solution, bound: Double)
  case infeasible
  /// No point found; a lower bound if there is one.
  case unknown(bound: Double?)
}

/// What came of the relaxation: the program without its whole-number conditions.
public enum RelaxationOutcome: Sendable {
  /// Solved to the end; the objective is a lower bound on every point of the program.
  case solved(Relaxation)
  case infeasible
  /// Stopped early; a lower bound if the last completed round gave one.
  case unknown(bound: Double?)
}

/// A best point of the relaxation.
public struct Relaxation: Sendable {
  /// By position of column; whole columns may have fractions.
  public var values: [Double]
  /// A lower bound on every point of the program.
  public var objective: Double
  /// The least that one unit more of each column would add to the objective.
  public var reducedCosts: [Double]
  /// Rows that the caller generated on the way, all still in force.
  public var generated: [Row]

  public init(values: [Double], objective: Double, reducedCosts: [Double], generated: [Row]) {
    self.values = values
    self.objective = objective
    self.reducedCosts = reducedCosts
    self.generated = generated
  }
}

/// When to stop: all limits are counted work, except `seconds`, which a user asks for.
public struct SolveLimits: Sendable {
  /// How many nodes of branch and bound; `nil` for no limit.
  public var nodes: Int?
  /// Of the clock; `nil` for no limit.
  public var seconds: Double?
  /// Counts the solver's work, and ends it when it is spent.
  public var meter: WorkMeter?
  public init(nodes: Int? = nil, seconds: Double? = nil, meter: WorkMeter? = nil) {
    self.nodes = nodes
    self.seconds = seconds
    self.meter = meter
  }
}

/// A flag that any thread may raise; searches check it often.
public final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)
  public init() {}
  /// Raises the flag, for good.
  public func cancel() { flag.store(true, ordering: .relaxed) }
  /// Whether somebody raised it.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }
}

/// How far a search has got.
public struct SearchNews: Sendable {
  /// The objective of the best point known; `nil` where none is.
  public var incumbent: Double?
  /// A lower bound on every point; `nil` where none is known.
  public var bound: Double?
  /// How many nodes of branch and bound were looked at.
  public var nodes: Int
  public init(incumbent: Double?, bound: Double?, nodes: Int) {
    self.incumbent = incumbent
    self.bound = bound
    self.nodes = nodes
  }
}

/// Rows that a point breaks, from a family too large to write down whole. A point for which it
/// returns none is assumed to keep the whole family.
public typealias RowSource = (_ point: [Double]) -> [Row]

/// Something that solves integer programs: GLPK, or trying all points. One call, one thread.
public protocol ProgramSolver: Sendable {
  /// Solves the relaxation, asking `source` for broken rows after each round until there are none.
  func relax(
    _ program: IntegerProgram, limits: SolveLimits, cancellation: Cancellation,
    rows source: RowSource
  ) -> RelaxationOutcome

  /// Solves the program with all rows that `source` may name.
  ///
  /// - Parameters:
  ///   - cutoff: only points with an objective below it are of interest; when there are none, the
  ///     outcome is `infeasible`.
  func solve(
    _ program: IntegerProgram, cutoff: Double?, limits: SolveLimits, cancellation: Cancellation,
    rows source: RowSource, news: (SearchNews) -> Void
  ) -> Outcome
}
