// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

/// Seeks the highest of lines that hold, each the answer to a search that also names rows.
///
/// The solver's lines leap about while few rows are named; so lines are sought between the solver's
/// and the best so far, and only where such a line breaks no row at the solver's own (the in-out way of
/// separation: Ben-Ameur and Neto, "Acceleration of cutting-plane and column generation algorithms",
/// Networks 49, 2007).
struct LineSeparation {
  /// Its best point is the highest line, its objective that line's value below zero.
  let program: IntegerProgram
  /// How much of the solver's line is in the one that is tried first.
  let share: Double
  /// Programs solved before the best line so far has to do.
  let mostRounds: Int

  /// Nothing more is named where the line is this near to the highest.
  private static let tolerance = 0.002

  /// - Parameters:
  ///   - value: of a line, which is to be high.
  ///   - trying: the line that comes of so large a share of the solver's point and the rest of the
  ///     best, and the rows that the point breaks.
  /// - Returns: the best line, and how the program ended.
  func highest<Line>(
    from first: Line, _ solver: any ProgramSolver, _ limits: SolveLimits,
    _ cancellation: Cancellation, value: (Line) -> Double,
    trying: (_ point: [Double], _ share: Double, _ best: Line) -> (line: Line, broken: [Row])
  ) -> (line: Line, outcome: RelaxationOutcome) {
    var best = first
    var rounds = 0
    let outcome = solver.relax(
      program, limits: limits, cancellation: cancellation,
      rows: { point in
        rounds += 1
        let most = -program.objective(at: point)
        let gap = Self.tolerance * max(0.05, most)
        for share in [share, 1] {
          guard rounds < mostRounds, most > value(best) + gap else { return [] }
          let (line, broken) = trying(point, share, best)
          if value(line) > value(best) { best = line }
          if !broken.isEmpty { return broken }
        }
        return []
      })
    return (best, outcome)
  }
}

extension Row {
  /// Whether it cuts a point off by more than a solver's tolerance.
  func isBroken(at point: [Double]) -> Bool { violation(at: point) > 1e-6 }
}
