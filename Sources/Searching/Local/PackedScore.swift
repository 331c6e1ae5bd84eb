// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// A score in one word, for the table that the search reads most: half the memory, so that more of it
/// stays near the processor, and one addition for both parts.
///
/// Neither part is ever negative where scores are kept, only where they are taken away; then both are.
struct PackedScore: BitwiseCopyable {
  private var bits: Int

  /// Costs below 17 million millions fit, and half a million broken rules.
  private static let costBits = 44

  init(_ score: Score) { bits = score.violations << Self.costBits &+ score.cost }

  static var zero: PackedScore { PackedScore(.zero) }

  @inline(__always) var violations: Int { bits >> Self.costBits }
  @inline(__always) var cost: Int { bits & (1 << Self.costBits - 1) }
  @inline(__always) var score: Score { Score(violations: violations, cost: cost) }

  @inline(__always) static func += (a: inout PackedScore, b: PackedScore) { a.bits &+= b.bits }
  @inline(__always) static func -= (a: inout PackedScore, b: PackedScore) { a.bits &-= b.bits }
}
