// SPDX-License-Identifier: GPL-3.0-or-later

/// Bounds of programs in which every solution costs a whole number: a bound between two of them
/// proves the upper one.
public enum WholeBound {
  /// The least whole number that is not below a bound, which is trusted only to `tolerance`: what a
  /// solver's arithmetic may have added to a whole number must prove nothing.
  public static func roundedUp(_ bound: Double, tolerance: Double = 1e-6) -> Double {
    bound.isFinite ? (bound - tolerance).rounded(.up) : bound
  }

  /// The same in units of cost; 0, which no schedule is below, if the bound says nothing or is too
  /// large for doubles to tell it from its neighbours.
  public static func units(_ bound: Double, tolerance: Double = 1e-6) -> Int {
    bound.isFinite && bound < 1e15 ? Int(roundedUp(max(bound, -1e15), tolerance: tolerance)) : 0
  }
}
