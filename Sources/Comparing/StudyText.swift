// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// A study for the terminal: one line a what-if, then one question each.
public enum StudyText {
  /// - Parameter width: columns of the terminal.
  public static func text(_ study: WhatIfStudy, width: Int = .max) -> String {
    func lines(_ text: String, _ indent: String = "") -> String {
      text.wrapped(to: width, first: indent, rest: indent.isEmpty ? "" : indent + "  ")
    }
    var text = lines("What if? \(study.meeting.name), at the weights of the base")
    text += lines(StudyWords.base(study).joined(separator: " ")) + "\n"
    text += TextColumns.text(
      heads: heads, table(study), right: [2, 3, 4, 5, 6, 7, 8, 9], width: width)
    for row in study.rows {
      text += "\n" + lines("\(row.answer.name): \(row.answer.question)")
      for sentence in StudyWords.sentences(row, study) + row.answer.notes {
        text += lines(sentence, "  ")
      }
      guard let comparison = row.comparison else { continue }
      text += lines(CompareWords.changes(comparison), "  ")
      for change in comparison.changes.prefix(12) {
        text += lines(
          "\(MovesPicture.sign(change.sort)) \(change.session): \(change.before.words)"
            + " → \(change.after.words)", "    ")
      }
      if comparison.changes.count > 12 {
        text += "    … and \(comparison.changes.count - 12) more\n"
      }
      for (what, shares) in StudyData.groups(comparison) where !shares.isEmpty {
        for (verb, verdict) in [("lose", Gains.Verdict.loses), ("gain", .gains)] {
          let own = shares.filter { $0.verdict == verdict }
          if !own.isEmpty { text += lines(line(what, verb, own), "    ") }
        }
      }
    }
    return text + "\n" + StudyWords.lead(study).map { lines($0) }.joined()
  }

  private static let heads = [
    "what-if", "answer", "cost", "against base", "moves", "no less than", "moved", "room", "in",
    "out", "",
  ]

  /// A line for the base and for each what-if.
  private static func table(_ study: WhatIfStudy) -> [[String]] {
    ([study.base] + study.rows).map { row in
      func number(_ value: Int?) -> String { value.map { "\($0)" } ?? "" }
      func count(_ sort: SessionChange.Sort) -> String { number(row.comparison?.count(sort)) }
      return [
        row.answer.name, row.answer.verdict, number(row.cost),
        row.difference(from: study.base).map(CompareWords.signed) ?? "",
        row.comparison == nil ? "" : number(row.moveCost), number(row.bound), count(.moved),
        count(.roomChanged), count(.placed), count(.dropped), row.mark?.rawValue ?? "",
      ]
    }
  }

  private static func line(_ what: String, _ verb: String, _ shares: [Gains.Share]) -> String {
    var words = shares.prefix(6).map { share -> String in
      let more = share.placedAfter - share.placedBefore
      if more != 0 {
        let number = CompareWords.count(abs(more), "session")
        return "\(share.id) (\(number) \(more > 0 ? "more" : "fewer"))"
      }
      return "\(share.id) (\(CompareWords.signed(share.difference)))"
    }
    if shares.count > 6 { words.append("\(shares.count - 6) more") }
    return "\(what) that \(verb): \(CompareWords.list(words))"
  }
}
