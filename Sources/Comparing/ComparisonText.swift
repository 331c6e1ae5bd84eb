// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// A comparison for the terminal.
public enum ComparisonText {
  /// - Parameter width: columns of the terminal.
  public static func text(_ comparison: Comparison, width: Int = .max) -> String {
    var text = ComparisonSummary.sentences(comparison)
      .map { $0.wrapped(to: width, first: "", rest: "") }.joined()
    if !comparison.changes.isEmpty {
      text += "\nWhat changes from \(comparison.before.name) to \(comparison.after.name):\n"
      text += TextColumns.text(
        comparison.changes.map {
          [
            "  " + MovesPicture.sign($0.sort) + " " + $0.session, $0.label, $0.before.words, "→",
            $0.after.words,
          ]
        }, width: width)
    }
    let costs = comparison.costs.filter { $0.before != $0.after }
    if !costs.isEmpty {
      text += "\nWhat costs otherwise (units, cost):\n"
      text += TextColumns.text(
        costs.map {
          [
            "  " + $0.rule.words.title, "\($0.before) → \($0.after)",
            "\($0.costBefore) → \($0.costAfter)", CompareWords.signed($0.difference),
          ]
        }, width: width)
    }
    if !comparison.people.isEmpty {
      text += "\nWho is affected:\n"
      for person in comparison.people {
        text += "  \(person.name)" + (person.isRequired ? "" : " (by preference)") + "\n"
        for change in person.changes {
          text += change.wrapped(to: width, first: "      ", rest: "        ")
        }
      }
    }
    return text
  }
}
