// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// Errors of the tables that a schedule was judged by all the same.
enum TablesSection {
  static func section(_ findings: [Finding]) -> Report.Section {
    let rows = findings.map { finding -> [Report.Cell] in
      return [
        .text(finding.placeWords), .text(finding.column ?? ""), .text(finding.sentence),
        .text(finding.suggestion ?? ""),
      ]
    }
    return Report.Section(
      id: "tables", title: "Errors in the tables",
      blocks: [
        .text(
          "The schedule is judged by the tables as far as they can be read; what is wrong in them"
            + " should be mended first."),
        .table(
          Report.Table("What is wrong", ["where", "column", "what", "what would be right"], rows)),
      ])
  }
}
