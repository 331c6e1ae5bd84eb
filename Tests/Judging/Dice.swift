// SPDX-License-Identifier: GPL-3.0-or-later

/// Draws the cases of a test: a small generator (Knuth's linear congruential one, TAOCP 3.3.4), so that
/// the same are drawn on every machine.
public struct Dice {
  private var state: UInt64

  public init(state: UInt64) { self.state = state }

  /// From 0 to one less than `sides`.
  public mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(sides))
  }

  public mutating func pick(_ texts: [String]) -> String { texts[roll(texts.count)] }
}
