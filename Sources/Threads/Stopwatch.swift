// SPDX-License-Identifier: GPL-3.0-or-later

/// Elapsed time, on a clock that nobody can set.
public struct Stopwatch: Sendable {
  private let began = ContinuousClock.now
  public init() {}

  /// Since it was made.
  public var seconds: Double { (ContinuousClock.now - began).inSeconds }
}

/// An instant to end at, on a clock that nobody can set.
public struct Deadline: Sendable {
  private let end: ContinuousClock.Instant

  /// - Parameter seconds: from now.
  public init(seconds: Double) { end = ContinuousClock.now + .seconds(seconds) }

  /// Whether the time has passed.
  public var isOver: Bool { ContinuousClock.now >= end }

  /// 0 once it is over.
  public var secondsLeft: Double { max(0, (end - ContinuousClock.now).inSeconds) }
}

extension Duration {
  fileprivate var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
