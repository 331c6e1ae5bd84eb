// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// Counts work, so that a search can end after a given amount and does the same on any machine.
///
/// A unit is an iteration of the simplex algorithm on a program of less than 5,000 columns and rows
/// (on a program that is n times larger an iteration counts as n units), or a thousand moves of a
/// local search: of the order of a millisecond.
public final class WorkMeter: Sendable {
  private let count = Atomic<Int>(0)
  private let limit: Atomic<Int>
  private let hasEnded = Atomic<Bool>(false)
  private let watcher = Mutex<(@Sendable (Int) -> Void)?>(nil)
  /// Units after which the work is spent; `nil` for no end.
  public var granted: Int? {
    let limit = limit.load(ordering: .relaxed)
    return limit == .max ? nil : limit
  }

  /// - Parameter granted: units after which the work is spent; `nil` for no end.
  public init(granted: Int? = nil) { limit = Atomic(granted ?? .max) }

  /// Grants this many units from now on, whatever was granted before.
  public func grant(_ units: Int) { limit.store(used + units, ordering: .relaxed) }

  /// Units counted until now.
  public var used: Int { count.load(ordering: .relaxed) }
  /// Whether no more work is granted, or it was ended.
  public var isSpent: Bool {
    hasEnded.load(ordering: .relaxed) || used >= limit.load(ordering: .relaxed)
  }
  /// Units until the work is spent; the greatest number where it has no end.
  public var left: Int { granted.map { max(0, $0 - used) } ?? .max }

  /// Counts work that was done, and tells whoever watches.
  public func add(_ units: Int) {
    let now = count.add(units, ordering: .relaxed).newValue
    watcher.withLock { $0 }?(now)
  }

  /// No more work, whatever was granted.
  public func end() { hasEnded.store(true, ordering: .relaxed) }

  /// Reports all counted work to a watcher.
  ///
  /// - Parameter watcher: gets the units used until now, on the thread that did the work.
  public func watch(_ watcher: @escaping @Sendable (_ used: Int) -> Void) {
    self.watcher.withLock { $0 = watcher }
  }
}
