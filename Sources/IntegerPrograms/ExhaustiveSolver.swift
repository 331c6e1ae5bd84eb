// SPDX-License-Identifier: GPL-3.0-or-later

/// Tries every point of a tiny program of whole columns: slow, but so simple that it is right.
public struct ExhaustiveSolver: ProgramSolver {
  public init() {}

  /// Knows no relaxation; the objective's least value over the bounds is its bound.
  public func relax(
    _ program: IntegerProgram, limits: SolveLimits, cancellation: Cancellation,
    rows source: RowSource
  ) -> RelaxationOutcome {
    let least = program.columns.reduce(program.constant) {
      $0 + min($1.cost * $1.lower, $1.cost * $1.upper)
    }
    return .unknown(bound: least)
  }

  /// - Returns: `unknown` for a program with continuous or unbounded columns.
  public func solve(
    _ program: IntegerProgram, cutoff: Double?, limits: SolveLimits, cancellation: Cancellation,
    rows source: RowSource, news: (SearchNews) -> Void
  ) -> Outcome {
    guard program.defect == nil,
      program.columns.allSatisfy({ $0.isWhole && $0.upper - $0.lower <= 1_000 })
    else { return .unknown(bound: nil) }
    var best: Solution?
    var point = program.columns.map(\.lower)
    func visit(_ index: Int) {
      if cancellation.isCancelled { return }
      guard index < point.count else {
        let objective = program.objective(at: point)
        guard objective < best?.objective ?? cutoff ?? .infinity,
          program.isFeasible(point), source(point).isEmpty
        else { return }
        best = Solution(values: point, objective: objective)
        return
      }
      let column = program.columns[index]
      var value = column.lower.rounded(.up)
      while value <= column.upper {
        point[index] = value
        visit(index + 1)
        value += 1
      }
    }
    visit(0)
    if cancellation.isCancelled { return .unknown(bound: nil) }
    return best.map { .optimal($0) } ?? .infeasible
  }
}
