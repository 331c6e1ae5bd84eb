// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Texts

/// What page and terminal say in sentences about a study.
enum StudyWords {
  /// Which schedule the what-ifs are compared with: `Base: draft 3 of 25 Nov 2026, cost 31,
  /// proven.`
  static func base(_ study: WhatIfStudy) -> [String] {
    let words = study.origin.words(cost: study.base.cost, bound: study.base.bound)
    return ["Base: \(words)."] + study.origin.remarks + study.base.answer.notes
  }

  static func lead(_ study: WhatIfStudy) -> [String] {
    let rows = study.rows
    let possible = rows.count { $0.answer.isFeasible == true }
    let impossible = rows.count { $0.answer.isFeasible == false }
    let open = rows.count - possible - impossible
    var parts: [String] = []
    if possible > 0 { parts.append("\(Count.are(possible)) possible") }
    if impossible > 0 { parts.append("\(Count.are(impossible)) impossible") }
    if open > 0 { parts.append("\(Count.of(open, "has", "have")) no answer") }
    var sentences = [
      "Of \(Count.of(rows.count, "what-if")), \(parts.listed)."
    ]
    if study.base.answer.schedule == nil {
      sentences.append(
        "The base has no schedule (\(study.base.answer.verdict)): nothing can be compared with it.")
    } else if let bound = study.base.bound, let cost = study.base.cost, bound < cost {
      sentences.append(
        "The base is not proven the best (no schedule costs less than \(bound)): up to"
          + " \(cost - bound) of a difference may be due to the search and not to the what-if.")
    }
    if study.base.answer.schedule != nil, study.base.bound == nil {
      sentences.append(
        "It is not known how near the base is to the best: part of a difference may be due to the"
          + " search and not to the what-if.")
    }
    if let words = stopped(study) { sentences.append(words) }
    for (mark, words) in [(WhatIfStudy.Mark.best, "Best"), (.worst, "Worst")] {
      let own = rows.filter { $0.mark == mark }
      if let first = own.first {
        let against = first.difference(from: study.base).map {
          " (\($0.signed) against the base)"
        }
        sentences.append(
          "\(words): \(own.map(\.answer.name).listed), which \(own.count == 1 ? "costs" : "cost")"
            + " \(first.cost ?? 0)\(against ?? "").")
      }
    }
    return sentences
  }

  /// If the user ended the runs: what had not ended, and what had not begun.
  private static func stopped(_ study: WhatIfStudy) -> String? {
    let answers = ([study.base] + study.rows).map(\.answer)
    let cut = answers.filter(\.isStopped).map(\.name)
    let waiting = answers.filter { $0.state == .notRun }.map(\.name)
    var parts: [String] = []
    if !cut.isEmpty { parts.append("\(cut.listed) had not ended") }
    if !waiting.isEmpty {
      parts.append("\(waiting.listed) \(waiting.count == 1 ? "was" : "were") not run")
    }
    return parts.isEmpty ? nil : "Stopped by you: \(parts.joined(separator: "; "))."
  }

  static func sentences(_ row: WhatIfStudy.Row, _ study: WhatIfStudy) -> [String] {
    let answer = row.answer
    var first = "The answer: \(answer.verdict)."
    if let cost = row.cost {
      first += " It costs \(cost)"
      if let difference = row.difference(from: study.base) {
        first += ", \(difference.signed) against the base"
        if row.moveCost > 0 { first += ", of which the moves make up \(row.moveCost)" }
      }
      first += "."
      if let bound = row.bound, bound < cost { first += " No schedule costs less than \(bound)." }
      if let own = row.ownReview { first += " At its own weights it costs \(own.objective)." }
    }
    return [first] + [row.comparison.flatMap(CompareWords.origin)].compactMap(\.self)
  }
}
