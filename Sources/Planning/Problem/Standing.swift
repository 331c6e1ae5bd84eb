// SPDX-License-Identifier: GPL-3.0-or-later

/// What a schedule breaks and costs.
public struct Standing: Sendable, Hashable, BitwiseCopyable {
  /// Hard rules broken, counted by pair, session or session over a limit.
  public var violations: Int
  /// The objective: price of everything soft, unplaced optional sessions included.
  public var cost: Int

  public static let zero = Standing(violations: 0, cost: 0)

  static func + (a: Standing, b: Standing) -> Standing {
    Standing(violations: a.violations + b.violations, cost: a.cost + b.cost)
  }
  static func - (a: Standing, b: Standing) -> Standing {
    Standing(violations: a.violations - b.violations, cost: a.cost - b.cost)
  }
  static func += (a: inout Standing, b: Standing) { a = a + b }
}
