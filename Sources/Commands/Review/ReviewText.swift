// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reports
import Rules
import Tables
import Texts

/// A review in words, and as the JSON of the contract.
enum ReviewText {
  /// - Parameter width: columns of the terminal.
  static func full(_ review: Review, width: Int) -> String {
    verdict(review) + violations(review, width) + costs(review, width: width)
  }

  static func verdict(_ review: Review) -> String {
    let count = review.violations.count
    let broken =
      count == 0
      ? "Every hard rule holds."
      : count == 1 ? "One hard rule is broken." : "Hard rules are broken in \(count) places."
    return "\(broken) The soft rules cost \(review.objective).\n"
  }

  private static func violations(_ review: Review, _ width: Int) -> String {
    guard !review.violations.isEmpty else { return "" }
    var text = "\nBroken:\n"
    for line in review.lines {
      text += "\(line.rule.words.mark) (\(line.rule.rawValue)): \(line.words)"
        .wrapped(to: width, first: "  ", rest: "      ")
    }
    return text
  }

  /// What each rule costs, and the sessions behind it.
  static func costs(
    _ review: Review, causes limit: Int = 12, width: Int
  ) -> String {
    let paid = review.costs.filter { $0.units > 0 }
    guard !paid.isEmpty else { return "\nNo soft rule costs anything.\n" }
    var text = "\nWhat the rules cost:\n"
    let column = paid.map { $0.rule.words.title.count }.max() ?? 0
    for cost in paid {
      let name = cost.rule.words.title
      text += "  \(name)\(String(repeating: " ", count: column - name.count))  \(cost.cost)"
      let off = cost.weight == 0 ? ": switched off" : ""
      text +=
        "  (\(cost.rule.words.units(cost.units)) at \(cost.weight)\(off), \(cost.rule.rawValue))\n"
      // A rule of weight 0 is switched off: nobody has to read its units.
      if cost.weight == 0 { continue }
      for cause in cost.causes.prefix(limit) {
        text += cause.message.wrapped(to: width, first: "      ", rest: "        ")
      }
      if cost.causes.count > limit {
        text += "      … and \(cost.causes.count - limit) more\n"
      }
    }
    return text
  }

  /// Which sessions are not judged, since their rows are not sessions; nothing if all are judged.
  static func unread(_ sessions: [String]) -> String {
    sessions.isEmpty ? "" : TablesSection.unread(sessions) + "\n\n"
  }

  /// - Parameters:
  ///   - findings: errors of the tables that it was judged by all the same.
  ///   - unread: sessions that are not judged.
  static func object(
    _ review: Review, findings: [Finding] = [], unread: [String] = []
  ) -> [String: Any] {
    var costs: [String: Any] = [:]
    for cost in review.costs {
      costs[cost.rule.rawValue] = [
        "units": cost.units, "weight": cost.weight, "cost": cost.cost,
      ]
    }
    var object: [String: Any] = [
      "violations": review.violations.map {
        ["rule": $0.rule.rawValue, "sessions": $0.sessions, "message": $0.message] as [String: Any]
      },
      "costs": costs, "objective": review.objective, "held": review.held,
    ]
    if !unread.isEmpty { object["not_judged"] = unread }
    if !findings.isEmpty { object["findings"] = FindingReport.objects(findings) }
    return object
  }
}
