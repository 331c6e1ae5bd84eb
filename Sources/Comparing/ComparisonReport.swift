// SPDX-License-Identifier: GPL-3.0-or-later

import Reports
import Texts

extension Report {
  /// Two schedules compared, as a page.
  public init(_ comparison: Comparison) {
    let (before, after) = (comparison.before.name, comparison.after.name)
    self.init(
      title: "\(after) against \(before): \(comparison.after.scenario.meeting.name)",
      sections: [
        Section(
          id: "verdict", title: "In short",
          blocks: ComparisonSummary.sentences(comparison).map { .text($0) }),
        Section(
          id: "moves", title: "What moves",
          blocks: ComparisonSections.changes(comparison, key: "moves")),
        Section(
          id: "costs", title: "Costs by rule", blocks: [ComparisonSections.costs(comparison)]),
        Section(
          id: "people", title: "Who is affected", blocks: [ComparisonSections.people(comparison)]),
        Section(
          id: "gains", title: "Who gains and who loses",
          blocks: [.text(ComparisonSections.gainsNote)] + ComparisonSections.gains(comparison)),
      ])
  }
}

/// A comparison in a few sentences.
enum ComparisonSummary {
  static func sentences(_ comparison: Comparison) -> [String] {
    let difference = comparison.costAfter - comparison.costBefore
    let (before, after) = (comparison.before.name, comparison.after.name)
    var sentences = [CompareWords.changes(comparison)]
    sentences.append(
      difference == 0
        ? "Both cost \(comparison.costBefore) at the same weights."
        : "\(after) costs \(comparison.costAfter), \(before) \(comparison.costBefore)"
          + " (\(difference.signed)) at the same weights, moves not counted.")
    if comparison.moves.units > 0 {
      sentences.append(
        "The moves themselves are \(Count.of(comparison.moves.units, "unit")) of the rule"
          + " moved, a cost of \(comparison.moves.cost).")
    }
    if let origin = CompareWords.origin(comparison) { sentences.append(origin) }
    for (name, review) in [(before, comparison.reviewBefore), (after, comparison.reviewAfter)]
    where !review.violations.isEmpty {
      let count = review.violations.count
      let first =
        "\(review.violations[0].rule.words.mark) (\(review.violations[0].rule.rawValue)): \(review.violations[0].message)"
      sentences.append(
        count == 1
          ? "\(name) breaks a hard rule, \(first)"
          : "\(name) breaks hard rules in \(count) places, such as \(first)")
    }
    let required = comparison.people.count { $0.isRequired }
    sentences.append(
      comparison.people.isEmpty
        ? "Nothing changes for anybody named in the tables."
        : "Something changes for \(Count.of(comparison.people.count, "person", "people")),"
          + " \(required) of them required.")
    return sentences
  }
}

/// A comparison as a page.
public enum ComparisonHTML {
  /// The page with its pictures.
  public static func text(_ comparison: Comparison) -> String {
    ReportHTML.text(Report(comparison), style: ComparisonStyle.css)
  }
}
