// SPDX-License-Identifier: GPL-3.0-or-later

/// What a schedule breaks and costs.
public struct Score: Sendable, Hashable, BitwiseCopyable {
  /// Hard rules broken, counted by pair, session or session over a limit.
  public var violations: Int
  /// The objective: price of everything soft, unplaced optional sessions included.
  public var cost: Int

  /// Of so many hard rules broken at such a cost.
  @inlinable
  package init(violations: Int, cost: Int) {
    self.violations = violations
    self.cost = cost
  }

  @inlinable public static var zero: Score { Score(violations: 0, cost: 0) }

  @inlinable
  package static func + (a: Score, b: Score) -> Score {
    Score(violations: a.violations + b.violations, cost: a.cost + b.cost)
  }
  @inlinable
  package static func - (a: Score, b: Score) -> Score {
    Score(violations: a.violations - b.violations, cost: a.cost - b.cost)
  }
  @inlinable
  package static func += (a: inout Score, b: Score) { a = a + b }
}
