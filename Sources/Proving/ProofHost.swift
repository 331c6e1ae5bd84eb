// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems

/// The search in which a proof runs: what it knows already, what it is told, and when it has to end.
package protocol ProofHost: AnyObject {
  /// The best schedule known.
  var incumbent: Assignment? { get }
  /// What it costs; `Int.max` without one.
  var objective: Int { get }
  /// For watchers.
  var phase: SearchPhase { get set }
  /// The proof's work is spent, or the search has ended.
  var isStopped: Bool { get }
  /// The incumbent is proven the best.
  var isProven: Bool { get }
  /// Proven the best, or as near as was asked for.
  var isDone: Bool { get }
  var cancellation: Cancellation { get }

  /// How a solver that works for the proof has to end.
  func limits(nodes: Int?) -> SolveLimits
  /// Keeps a schedule if it keeps the hard rules and is better than the one known.
  func offer(_ assignment: Assignment)
  /// Takes note that no schedule costs less.
  func prove(_ lower: Int)
  /// Tells watchers if there is news.
  func tellNews()
}
