// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// Errors in the tables by which a schedule was judged even so.
public enum TablesSection {
  /// Which sessions are not judged, in a sentence.
  public static func unread(_ sessions: [String]) -> String {
    "Not judged, since \(sessions.count == 1 ? "its row" : "their rows") in sessions.csv cannot be read: "
      + sessions.joined(separator: ", ") + "."
  }

  static func section(_ findings: [Finding], _ unread: [String]) -> Report.Section {
    let rows = findings.map { finding -> [Report.Cell] in
      return [
        .text(finding.placeWords), .text(finding.column ?? ""), .text(finding.sentence),
        .text(finding.suggestion ?? ""),
      ]
    }
    return Report.Section(
      id: "tables", title: "Errors in the tables",
      blocks: (unread.isEmpty ? [] : [.text(Self.unread(unread))]) + [
        .text(
          "The schedule is judged by the tables as far as they can be read; what is wrong in them"
            + " should be mended first."),
        .table(
          Report.Table("What is wrong", ["where", "column", "what", "what would be right"], rows)),
      ])
  }
}
