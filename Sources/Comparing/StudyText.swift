// SPDX-License-Identifier: GPL-3.0-or-later

import Reports
import Texts

/// A study for the terminal: one line for each what-if, then each question in turn.
public enum StudyText {
  /// - Parameter width: columns of the terminal, which the table keeps to; sentences are whole lines.
  public static func text(_ study: WhatIfStudy, width: Int = 100) -> String {
    var lines = [
      [
        "what-if", "answer", "cost", "against base", "moves", "no less than", "moved", "room", "in",
        "out", "",
      ]
    ]
    for row in [study.base] + study.rows {
      func number(_ value: Int?) -> String { value.map { "\($0)" } ?? "" }
      func count(_ sort: SessionChange.Sort) -> String { number(row.comparison?.count(sort)) }
      lines.append([
        row.answer.name, row.answer.verdict, number(row.cost),
        row.difference(from: study.base).map(\.signed) ?? "",
        row.comparison == nil ? "" : number(row.moveCost), number(row.bound), count(.moved),
        count(.roomChanged), count(.placed), count(.dropped), row.mark?.rawValue ?? "",
      ])
    }
    var text = "What if? \(study.meeting.name), at the weights of the base\n"
    text += StudyWords.base(study).joined(separator: " ") + "\n\n"
    text += TextTable(lines, width: width, right: Set(2...9)).textOrRecords
    for row in study.rows {
      text += "\n\(row.answer.name): \(row.answer.question)\n"
      for sentence in StudyWords.sentences(row, study) { text += "  \(sentence)\n" }
      for note in row.answer.notes { text += "  \(note)\n" }
      guard let comparison = row.comparison else { continue }
      text += "  \(CompareWords.changes(comparison))\n"
      for change in comparison.changes.prefix(12) {
        text += "    \(MovesPicture.sign(change.sort)) \(CompareWords.named(change)):"
        text += " \(comparison.before.words(change.before))"
        text += " → \(comparison.after.words(change.after))\n"
      }
      if comparison.changes.count > 12 {
        text += "    … and \(comparison.changes.count - 12) more\n"
      }
      for (what, shares) in StudyData.groups(comparison) where !shares.isEmpty {
        text += line(what, "lose", shares.filter { $0.verdict == .loses })
        text += line(what, "gain", shares.filter { $0.verdict == .gains })
      }
    }
    return text + "\n" + StudyWords.lead(study).joined(separator: "\n") + "\n"
  }

  /// The name that people know, followed by the id and what becomes of it.
  private static func named(_ share: Gains.Share, _ what: String) -> String {
    share.name.isEmpty || share.name == share.id
      ? "\(share.id) (\(what))" : "\(share.name) (\(share.id), \(what))"
  }

  private static func line(_ what: String, _ verb: String, _ shares: [Gains.Share]) -> String {
    guard !shares.isEmpty else { return "" }
    var words = shares.prefix(6).map { share -> String in
      let more = share.placedAfter - share.placedBefore
      if more != 0 {
        let number = Count.of(abs(more), "session")
        return named(share, "\(number) \(more > 0 ? "more" : "fewer")")
      }
      return named(share, share.difference.signed)
    }
    if shares.count > 6 { words.append("\(shares.count - 6) more") }
    return "    \(what) that \(verb): \(words.listed)\n"
  }
}
