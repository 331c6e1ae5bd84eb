// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems
import Synchronization
import Threads

/// What the two sides of a search have found, on either thread: for watchers and, in a search that
/// ends by the clock, for the other side at once.
final class SearchRecord: Sendable {
  struct Snapshot: Sendable {
    var incumbent: Assignment?
    var objective = Int.max
    var bound: Int
    var phase = SearchPhase.begun
    /// A better schedule that a side has, but has not handed over yet.
    var announced: Int?
    var trace: [DraftStep] = []
  }

  let clock = Stopwatch()
  private let snapshot: Mutex<Snapshot>
  private let settled = Atomic<Bool>(false)
  private let changes = Atomic<Int>(0)

  init(bound: Int) { snapshot = Mutex(Snapshot(bound: bound)) }

  var now: Snapshot { snapshot.withLock { $0 } }
  /// Rises with every change: a cheap look at whether there is news.
  var changeCount: Int { changes.load(ordering: .relaxed) }

  /// Nothing is left to find: both sides end.
  var isSettled: Bool { settled.load(ordering: .relaxed) }
  func settle() { settled.store(true, ordering: .relaxed) }

  func change(_ body: (inout Snapshot) -> Void) {
    snapshot.withLock { body(&$0) }
    changes.add(1, ordering: .relaxed)
  }
}

/// One step of a search, for its trace: what was known after how much work.
public struct DraftStep: Sendable, Hashable {
  /// Since the search began; the one value in which two runs of the same draft differ.
  public var seconds: Double
  /// Units of work of the side that took the step (`WorkMeter`).
  public var work: Int
  /// What the best schedule known then cost.
  public var incumbent: Int?
  /// What was proven by then.
  public var bound: Int
}
