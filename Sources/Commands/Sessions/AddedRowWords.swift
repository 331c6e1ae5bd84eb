// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Texts

/// Rows that were added to tables, as people and programs are told.
enum AddedRowWords {
  /// `cancellations.csv, line 2: ws-1,The speaker is ill,,`
  static func text(_ rows: AddedRows) -> String {
    rows.lines.map { line in
      "  \(line.file), line \(line.number)\(line.isHeader ? " (a new table)" : ""):"
        + " \(OutgoingText.line(line.text))\n"
    }.joined()
  }

  static func objects(_ rows: AddedRows) -> [[String: Any]] {
    rows.lines.map {
      ["file": $0.file, "line": $0.number, "text": $0.text, "is_header": $0.isHeader]
    }
  }
}
