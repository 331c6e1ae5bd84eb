// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Texts

/// A report for a terminal: the same sections and tables in plain lines.
public enum ReportText {
  /// - Parameter width: columns of the terminal; the widest columns of a table are
  ///   broken between words to fit; a table that is still too wide becomes a list.
  public static func text(_ report: Report, width: Int = 100) -> String {
    var text = report.title + "\n"
    for section in report.sections {
      text += "\n" + section.title + "\n"
      var isAfterTable = false
      for block in section.blocks {
        let isTable = if case .table = block { true } else { false }
        if isTable && isAfterTable { text += "\n" }
        text += self.text(block, width)
        isAfterTable = isTable
      }
    }
    return text
  }

  private static func text(_ block: Report.Block, _ width: Int) -> String {
    switch block {
    case .text(let text):
      return OutgoingText.line(text).wrapped(to: width - 2).map { "  \($0)\n" }.joined()
    case .list(let items):
      return items.map { item in
        let lines = OutgoingText.line(item).wrapped(to: width - 4)
        return lines.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 + "\n" }.joined()
      }.joined()
    case .table(let table), .picture(_, let table): return self.text(table, width)
    case .timetable(let day): return "  \(OutgoingText.line(day.heading))\n"
    }
  }

  private static func text(_ table: Report.Table, _ width: Int) -> String {
    let rows = [table.columns] + table.rows.map { $0.map { OutgoingText.line($0.words) } }
    return TextTable(rows, indent: 2, width: width).textOrRecords
  }
}
