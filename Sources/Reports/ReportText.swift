// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// A report for a terminal: the same sections and tables in plain lines.
public enum ReportText {
  /// - Parameter width: columns of the terminal; the widest columns of a table are
  ///   broken between words to fit; a table that is too wide all the same becomes a list.
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
    case .text(let text): return plain(text).wrapped(to: width - 2).map { "  \($0)\n" }.joined()
    case .list(let items):
      return items.map { item in
        let lines = plain(item).wrapped(to: width - 4)
        return lines.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 + "\n" }.joined()
      }.joined()
    case .table(let table), .picture(_, let table): return self.text(table, width)
    case .timetable(let day): return "  \(plain(day.heading))\n"
    }
  }

  private static func text(_ table: Report.Table, _ width: Int) -> String {
    let rows = [table.columns] + table.rows.map { $0.map { plain($0.words) } }
    guard let widths = widths(rows, in: width) else { return records(rows, width) }
    var text = ""
    for row in rows {
      let broken = zip(row, widths).map { $0.wrapped(to: $1) }
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

  /// How wide each column may be: the widest give way where the table is wider than the terminal,
  /// none below its longest word. `nil` where the words alone are too wide.
  private static func widths(_ rows: [[String]], in width: Int) -> [Int]? {
    let columns = rows[0].indices
    func widest(_ measure: (String) -> Int) -> [Int] {
      columns.map { column in rows.map { measure($0[column]) }.max() ?? 0 }
    }
    let least = widest { $0.split(separator: " ").map(\.count).max() ?? 0 }
    var widths = widest(\.count)
    func total(_ widths: [Int]) -> Int { widths.reduce(2 + 2 * (widths.count - 1), +) }
    guard total(least) <= width else { return nil }
    while total(widths) > width {
      let loose = columns.filter { widths[$0] > least[$0] }
      guard let column = loose.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[column] -= 1
    }
    return widths
  }

  /// A table that is too wide: each row as lines of its own, a column a line.
  private static func records(_ rows: [[String]], _ width: Int) -> String {
    rows.dropFirst().map { row in
      row.enumerated().filter { !$0.element.isEmpty }.map { index, cell in
        let label = rows[0][index]
        return index == 0
          ? cell.wrapped(to: width, first: "  ", rest: "    ")
          : (label.isEmpty ? cell : "\(label): \(cell)")
            .wrapped(to: width, first: "    ", rest: "      ")
      }.joined()
    }.joined()
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
}
