// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKGuard
import IntegerPrograms
import Threads

/// The GNU Linear Programming Kit as a solver of integer programs.
///
/// Each call makes, solves and frees its problem on a thread of its own. Without
/// a limit in seconds the same program gives the same answer on any machine.
public struct GLPK: ProgramSolver {
  public init() {}

  /// Simplex and row generation in turn, to the end or until a limit.
  public func relax(
    _ program: IntegerProgram, limits: SolveLimits, cancellation: Cancellation,
    rows source: RowSource
  ) -> RelaxationOutcome {
    guard program.defect == nil else { return .unknown(bound: nil) }
    let stop = Stop(limits, cancellation)
    return OwnThread.run {
      let problem = GLPKProblem(program)
      return Self.relax(problem, program, stop, source)
    } ?? .unknown(bound: nil)
  }

  /// Branch and cut from the relaxation on; `optimal` is a proof within the tolerance of whole numbers.
  public func solve(
    _ program: IntegerProgram, cutoff: Double?, limits: SolveLimits, cancellation: Cancellation,
    rows source: RowSource, news: (SearchNews) -> Void
  ) -> Outcome {
    guard program.defect == nil else { return .unknown(bound: nil) }
    let stop = Stop(limits, cancellation)
    return OwnThread.run {
      withoutActuallyEscaping(source) { source in
        withoutActuallyEscaping(news) { news in
          let problem = GLPKProblem(program)
          switch Self.relax(problem, program, stop, source) {
          case .infeasible: return .infeasible
          case .unknown(let bound): return .unknown(bound: bound)
          case .solved(let root):
            let tree = BranchAndCut(
              program, cutoff: cutoff, stop: stop, limits: limits, source: source, news: news)
            return tree.run(problem, rootBound: root.objective)
          }
        }
      }
    } ?? .unknown(bound: nil)
  }

  /// Relaxation and row generation in turn, until no row is broken.
  private static func relax(
    _ problem: GLPKProblem, _ program: IntegerProgram, _ stop: Stop, _ source: RowSource
  ) -> RelaxationOutcome {
    var generated: [Row] = []
    var bound: Double?
    while true {
      switch problem.solveRelaxation(stop) {
      case .infeasible: return .infeasible
      case .stopped, .failed: return .unknown(bound: bound)
      case .optimal: break
      }
      let objective = glp_get_obj_val(problem.handle)
      bound = max(bound ?? objective, objective)
      let values = problem.values(of: problem.handle)
      let broken = source(values).filter { $0.defect(columns: program.columns.count) == nil }
      if broken.isEmpty {
        return .solved(
          Relaxation(
            values: values, objective: objective, reducedCosts: problem.reducedCosts,
            generated: generated))
      }
      if stop.isDue { return .unknown(bound: bound) }
      problem.add(broken, to: problem.handle)
      generated += broken
    }
  }
}

/// When a call has to end.
struct Stop {
  private let deadline: Deadline?
  private let cancellation: Cancellation
  private let meter: WorkMeter?

  init(_ limits: SolveLimits, _ cancellation: Cancellation) {
    deadline = limits.seconds.map { Deadline(seconds: $0) }
    meter = limits.meter
    self.cancellation = cancellation
  }

  var isDue: Bool {
    cancellation.isCancelled || meter?.isSpent ?? false || deadline?.isOver ?? false
  }

  /// Iterations of the simplex algorithm, as work done.
  func count(_ iterations: Int) { meter?.add(iterations) }
}
