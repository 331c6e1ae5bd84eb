// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Shares of a whole in words.
public enum Percent {
  /// A share of 1 with one digit: `6.5 %`.
  public static func text(_ share: Double) -> String { String(format: "%.1f %%", share * 100) }
}
