// SPDX-License-Identifier: GPL-3.0-or-later

/// A comparison for the terminal.
public enum ComparisonText {
  public static func text(_ comparison: Comparison) -> String {
    var text = ComparisonSummary.sentences(comparison).joined(separator: "\n") + "\n"
    if !comparison.changes.isEmpty {
      text += "\nWhat changes from \(comparison.before.name) to \(comparison.after.name):\n"
      text += TextColumns.text(
        comparison.changes.map {
          [
            "  " + MovesPicture.sign($0.sort) + " " + $0.session, $0.label, $0.before.words, "→",
            $0.after.words,
          ]
        })
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
        })
    }
    if !comparison.people.isEmpty {
      text += "\nWho is affected:\n"
      for person in comparison.people {
        text += "  \(person.name)" + (person.isRequired ? "" : " (by preference)") + "\n"
        for change in person.changes { text += "      \(change)\n" }
      }
    }
    return text
  }
}

/// Cells set in columns.
enum TextColumns {
  /// - Parameter right: columns whose cells end at one edge.
  static func text(_ rows: [[String]], right: Set<Int> = []) -> String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        line += right.contains(column) ? blanks + cell : cell + blanks
        line += "  "
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
