// SPDX-License-Identifier: GPL-3.0-or-later

import Reports
import Texts

/// A comparison for the terminal.
public enum ComparisonText {
  /// - Parameter width: columns of the terminal, which tables keep to; sentences are whole lines.
  public static func text(_ comparison: Comparison, width: Int = 100) -> String {
    var text = ComparisonSummary.sentences(comparison).joined(separator: "\n") + "\n"
    if !comparison.changes.isEmpty {
      text += "\nWhat changes from \(comparison.before.name) to \(comparison.after.name):\n"
      for change in comparison.changes {
        text +=
          "  \(MovesPicture.sign(change.sort)) \(CompareWords.named(change)): \(change.label)\n"
        text += "      \(comparison.before.words(change.before))"
        text += " → \(comparison.after.words(change.after))\n"
      }
    }
    let costs = comparison.costs.filter { $0.before != $0.after }
    if !costs.isEmpty {
      text += "\nWhat costs differently (units, cost):\n"
      text +=
        TextTable(
          costs.map {
            [
              $0.rule.words.title, "\($0.before) → \($0.after)",
              "\($0.costBefore) → \($0.costAfter)", $0.difference.signed,
            ]
          }, indent: 2, width: width
        ).textOrLines
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
