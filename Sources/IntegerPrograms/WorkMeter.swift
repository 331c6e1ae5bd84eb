// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// Counts work, so that a search can end after so much of it and does the same on any machine.
///
/// A unit is an iteration of the simplex algorithm on a program of less than 5,000 columns and rows
/// (on larger ones an iteration is as many units as it is times larger), or a thousand moves of a
/// local search: of the order of a millisecond.
public final class WorkMeter: Sendable {
  private let count = Atomic<Int>(0)
  private let limit: Atomic<Int>
  /// Units after which the work is spent; `nil` for no end.
  public var granted: Int? {
    let limit = limit.load(ordering: .relaxed)
    return limit == .max ? nil : limit
  }

  public init(granted: Int? = nil) { limit = Atomic(granted ?? .max) }

  /// So many units from now, whatever was granted before.
  public func grant(_ units: Int) { limit.store(used + units, ordering: .relaxed) }

  public var used: Int { count.load(ordering: .relaxed) }
  public var isSpent: Bool { granted.map { used >= $0 } ?? false }
  public var left: Int { granted.map { max(0, $0 - used) } ?? .max }

  public func add(_ units: Int) { count.add(units, ordering: .relaxed) }
}
