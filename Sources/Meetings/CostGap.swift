// SPDX-License-Identifier: GPL-3.0-or-later

/// How far above the least cost a schedule may be.
public enum CostGap {
  /// The share of a schedule's cost that is above the bound: (cost − bound) / max(1, cost); 0 if
  /// the schedule is proven the best.
  ///
  /// - Parameter bound: what every schedule costs at least.
  public static func share(cost: Int, bound: Int) -> Double {
    Double(cost - bound) / Double(max(1, cost))
  }
}
