// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Rules

/// A draft's status in words that a committee can quote.
enum DraftWords {
  /// For each rule that costs something: how few units any schedule can have, and this one's.
  static func fewest(_ draft: Draft, _ review: Review) -> String {
    var text = ""
    for cost in review.costs {
      guard let least = draft.fewest[cost.rule], least > 0 else { continue }
      text += "  No schedule can have fewer than \(words(least, cost.rule));"
      text += " this one has \(cost.units).\n"
    }
    return text.isEmpty ? "" : "\nWhat no schedule can do without:\n" + text
  }

  private static func words(_ units: Int, _ rule: SoftRule) -> String {
    let (one, many) = nouns(rule)
    return "\(units) \(units == 1 ? one : many)"
  }

  private static func nouns(_ rule: SoftRule) -> (String, String) {
    switch rule {
    case .unplaced: ("point of priority left out", "points of priority left out")
    case .themeClash: ("theme clash", "theme clashes")
    case .kindClash: ("clash inside a kind", "clashes inside a kind")
    case .intersessionalClash: ("clash between kinds", "clashes between kinds")
    case .personalCapacity:
      ("clash of what people would attend", "clashes of what people would attend")
    case .link: ("point of broken links", "points of broken links")
    case .wish: ("point of unmet wishes", "points of unmet wishes")
    case .limit: ("point above the limits", "points above the limits")
    case .awkwardHour: ("awkward hour", "awkward hours")
    case .emptySeats: ("block of 50 empty seats", "blocks of 50 empty seats")
    case .dayBalance: ("session above a day's share", "sessions above a day's share")
    case .roomChange: ("change of room", "changes of room")
    case .overload: ("session too many for a person's day", "sessions too many for people's days")
    case .moved: ("point of moves", "points of moves")
    }
  }

  static func verdict(_ draft: Draft) -> String {
    (draft.notes + [draft.unplaced?.words ?? search(draft)]).joined(separator: "\n")
  }

  private static func search(_ draft: Draft) -> String {
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
