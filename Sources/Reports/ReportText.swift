// SPDX-License-Identifier: GPL-3.0-or-later

/// A report for a terminal: the same sections and tables in plain lines.
public enum ReportText {
  /// - Parameter width: columns of the terminal; the last column of a table is broken to fit.
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
    case .text(let text): return lines(plain(text), width - 2).map { "  \($0)\n" }.joined()
    case .list(let items):
      return items.map { item in
        let lines = lines(plain(item), width - 4)
        return lines.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 + "\n" }.joined()
      }.joined()
    case .table(let table), .picture(_, let table): return self.text(table, width)
    case .timetable(let day): return "  \(plain(day.heading))\n"
    }
  }

  private static func text(_ table: Report.Table, _ width: Int) -> String {
    let rows = [table.columns] + table.rows.map { $0.map { plain($0.words) } }
    var widths = table.columns.indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    // The widest columns give way where the table is wider than the terminal.
    while widths.reduce(2 + 2 * (widths.count - 1), +) > width,
      let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 14
    {
      widths[widest] -= 1
    }
    var text = ""
    for row in rows {
      let broken = zip(row, widths).map { lines($0, $1) }
      for number in 0..<(broken.map(\.count).max() ?? 0) {
        var line = " "
        for (cell, width) in zip(broken, widths) {
          let part = cell.indices.contains(number) ? cell[number] : ""
          line += " " + part + String(repeating: " ", count: max(0, width - part.count) + 1)
        }
        while line.hasSuffix(" ") { line.removeLast() }
        text += line + "\n"
      }
    }
    return text
  }

  /// Without control characters: a table must not steer a terminal.
  private static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: " "
          default: scalar
          }
        }))
  }

  /// Broken at blanks.
  private static func lines(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty && line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    lines.append(line)
    return lines
  }
}
