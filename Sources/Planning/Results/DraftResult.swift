// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import PlanningProblems

/// What came of a search for a schedule. Only `optimal` and `infeasible` are proofs.
public enum DraftResult: Sendable {
  /// No schedule that keeps the hard rules costs less.
  case optimal(Assignment, objective: Int)
  /// A schedule that keeps the hard rules, and what every such schedule costs at least.
  case feasible(Assignment, objective: Int, bound: Int)
  /// No schedule keeps the hard rules.
  case infeasible
  /// The search ended with neither a schedule nor a proof that there is none.
  case unknown(bound: Int)

  /// The best schedule found.
  public var assignment: Assignment? {
    switch self {
    case .optimal(let assignment, _), .feasible(let assignment, _, _): assignment
    case .infeasible, .unknown: nil
    }
  }
}

/// How far a search for a schedule has got.
public struct DraftNews: Sendable, Hashable {
  /// What the search does now.
  public var phase: SearchPhase
  /// What the best schedule known costs.
  public var incumbent: Int?
  /// What every schedule costs at least, as far as is proven.
  public var bound: Int?

  /// News of a search that goes on.
  public init(phase: SearchPhase, incumbent: Int?, bound: Int?) {
    self.phase = phase
    self.incumbent = incumbent
    self.bound = bound
  }

  /// (incumbent − bound) / max(1, incumbent); `nil` without a schedule.
  public var gap: Double? {
    incumbent.map { CostGap.share(cost: $0, bound: bound ?? 0) }
  }
}
