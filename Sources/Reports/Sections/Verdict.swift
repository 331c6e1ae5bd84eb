// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules
import Texts

/// The verdict in three sentences.
enum Verdict {
  static func section(_ view: ReportView, bound: Int?) -> Report.Section {
    let review = view.review
    let broken = review.violations.count
    let first =
      broken == 0
      ? "Every hard rule holds: this schedule can be published."
      : "\(Count.of(broken, "thing breaks", "things break")) a hard rule: this schedule"
        + " cannot be published as it is."
    let dearest = review.costs.filter { $0.cost > 0 }.sorted {
      ($1.cost, $0.rule.rawValue) < ($0.cost, $1.rule.rawValue)
    }.prefix(3).map { "\($0.rule.words.title.lowercasedFirst) (\($0.cost))" }
    var second = "The soft rules cost \(review.objective)"
    if !dearest.isEmpty { second += ", most of it for \(dearest.joined(separator: ", "))" }
    second += "."
    if let bound {
      second +=
        bound >= review.objective
        ? " No schedule that keeps the hard rules costs less."
        : " No schedule that keeps the hard rules costs less than \(bound)."
    }
    let held = review.held.count
    let placed = view.placed.count
    let undated = view.undated.count
    let rest = max(0, view.scenario.sessions.count - placed - held - undated)
    var third =
      "\(placed) of \(Count.of(view.scenario.sessions.count, "session")) \(placed == 1 ? "is" : "are") placed"
    if undated > 0 { third += ", \(undated) without an hour" }
    if rest > 0 { third += ", \(Count.are(rest)) left out" }
    if held > 0 {
      third +=
        ", \(Count.are(held)) held back because \(held == 1 ? "its activity misses" : "their activities miss") a requirement"
    }
    third += "."
    let cancelled = view.scenario.cancellations.map { session in
      session.session + (session.reason.isEmpty ? "" : " (\(session.reason))")
    }
    if !cancelled.isEmpty {
      third += " \(Count.are(cancelled.count)) cancelled: \(cancelled.joined(separator: ", "))."
    }
    return Report.Section(
      id: "verdict", title: "Verdict",
      blocks: [.text(first), .text(second), .text(third)]
        + (broken == 0
          ? []
          : [
            .list(
              review.lines.map { "\($0.rule.words.mark) (\($0.rule.rawValue)): \($0.words)" })
          ]))
  }
}
