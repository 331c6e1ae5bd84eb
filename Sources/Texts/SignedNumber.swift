// SPDX-License-Identifier: GPL-3.0-or-later

extension Int {
  /// A difference with its sign: `+3`, `−3` (U+2212, as wide as the plus), `±0`.
  public var signed: String { self > 0 ? "+\(self)" : self < 0 ? "−\(magnitude)" : "±0" }
}
