// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// A report as Markdown, for mail and wikis.
public enum ReportMarkdown {
  /// The whole report; cells are escaped, so no user's table can change it.
  public static func text(_ report: Report) -> String {
    var text = "# \(Escape.markdown(report.title))\n"
    for section in report.sections {
      text += "\n## \(Escape.markdown(section.title))\n"
      for block in section.blocks { text += "\n" + self.text(block) }
    }
    return text
  }

  private static func text(_ block: Report.Block) -> String {
    switch block {
    case .text(let text): Escape.markdown(text) + "\n"
    case .list(let items): items.map { "- \(Escape.markdown($0))\n" }.joined()
    case .table(let table), .picture(_, let table): text(table)
    case .timetable(let day): text(day)
    }
  }

  private static func text(_ table: Report.Table) -> String {
    var text = "**\(Escape.markdown(table.caption))**\n\n"
    text += "| " + table.columns.map(Escape.markdown).joined(separator: " | ") + " |\n"
    text += "|" + String(repeating: " --- |", count: table.columns.count) + "\n"
    for row in table.rows {
      text += "| " + row.map(cell).joined(separator: " | ") + " |\n"
    }
    return text
  }

  private static func cell(_ cell: Report.Cell) -> String {
    if case .code(let text) = cell {
      return Escape.markdownCode(text)
    }
    return Escape.markdown(cell.words)
  }

  private static func text(_ day: Report.DayTimetable) -> String {
    var text = "**\(Escape.markdown(day.heading))**\n\n"
    for entry in day.entries.sorted(by: { ($0.from, $0.column) < ($1.from, $1.column) }) {
      let marks = entry.broken.map { " ✖ \($0)" } + entry.costs.map { " ▲ \($0)" }
      text += "- \(entry.clock) \(Escape.markdown(day.rooms[entry.column])):"
      let title = entry.title.isEmpty ? entry.session : entry.title
      text += " **\(Escape.markdown(title))** (\(Escape.markdown(entry.session)))"
      text += Escape.markdown(marks.joined(separator: ";")) + "\n"
    }
    return text
  }
}
