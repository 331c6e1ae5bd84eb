// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Rules
import Tables
import Texts

/// A draft's status in words that a committee can quote.
enum DraftWords {
  /// For each rule that costs something: how few units a schedule could have if it
  /// cared for nothing else, and this one's.
  static func fewest(_ draft: Draft, _ review: Review) -> String {
    var text = ""
    for cost in review.costs {
      guard let least = draft.fewest[cost.rule], least > 0 else { continue }
      text += "  \(cost.rule.words.units(least)); this one has \(cost.units).\n"
    }
    return text.isEmpty
      ? ""
      : "\nIf nothing else mattered, a schedule would still have at least:\n"
        + text
  }

  static func verdict(_ draft: Draft) -> String {
    var lines = draft.notes.map(\.words) + [draft.unplaced?.words ?? search(draft)]
    lines += draft.facts.map { "  " + fact($0) }
    if draft.objective == nil, let next = draft.nextStep { lines.append(next.words) }
    return lines.joined(separator: "\n")
  }

  /// A finding in one line, with its place.
  static func fact(_ finding: Finding) -> String {
    var place = finding.placeWords
    if let column = finding.column { place += ", column \(column)" }
    return "\(place): \(finding.sentence)"
  }

  private static func search(_ draft: Draft) -> String {
    // A re-plan's bound holds only for re-plans.
    let other =
      draft.isAsked
      ? "schedule with what is pinned" : draft.isReplan ? "re-plan of the baseline" : "schedule"
    let counted = draft.isReplan && !draft.isAsked ? ", moves counted" : ""
    switch draft.result {
    case .optimal(_, let objective):
      return objective == 0
        ? "Optimal, proven: this draft breaks no wish at all."
        : "Optimal, proven: no \(other) that keeps the hard rules costs less than \(objective)"
          + "\(counted); this one costs \(objective)."
    case .feasible(_, let objective, let bound):
      let gap = CostGap.share(cost: objective, bound: bound)
      return "Not proven the best: this draft costs \(objective)\(counted), and no \(other) that"
        + " keeps the hard rules costs less than \(bound) (a gap of"
        + " \(Percent.text(gap)))."
    case .infeasible:
      return draft.facts.isEmpty
        ? "Infeasible, proven: no schedule keeps all hard rules."
        : "Infeasible, proven: no schedule keeps all hard rules, since"
    case .unknown(let bound):
      return "No schedule was found before the search ended, and no proof that there is none"
        + " (any would cost at least \(bound))."
    }
  }

  static func written(_ written: DraftFolder.Written) -> String {
    if written.keepsEarlier {
      return "The last good draft stays in \(written.folder) as it was; this answer is in"
        + " \(written.files.joined(separator: ", ")).\n"
    }
    let number = written.number.map { " as draft \($0)" } ?? ""
    return "Written to \(written.folder)\(number).\n"
  }
}
