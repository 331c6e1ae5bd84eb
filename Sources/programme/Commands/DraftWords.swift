// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A draft's status in words that a committee can quote.
enum DraftWords {
  static func verdict(_ draft: Draft) -> String {
    switch draft.result {
    case .optimal(_, let objective):
      return objective == 0
        ? "Optimal, proven: this draft breaks no wish at all."
        : "Optimal, proven: no schedule that keeps the hard rules costs less than \(objective);"
          + " this one costs \(objective)."
    case .feasible(_, let objective, let bound):
      let gap = Double(objective - bound) / Double(max(1, objective)) * 100
      return "Not proven the best: this draft costs \(objective), and no schedule that keeps the"
        + " hard rules costs less than \(bound) (a gap of \(String(format: "%.1f", gap)) %)."
    case .infeasible:
      return "Infeasible, proven: no schedule keeps all hard rules."
    case .unknown(let bound):
      return "No schedule was found before the search ended, and no proof that there is none"
        + " (any would cost at least \(bound))."
    }
  }
}
