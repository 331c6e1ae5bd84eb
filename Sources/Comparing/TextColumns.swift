// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// Cells set in columns; where the terminal is too narrow for them, a row becomes lines of its own.
enum TextColumns {
  /// - Parameters:
  ///   - heads: the names of the columns, as the first row; `nil` where they have none.
  ///   - right: columns whose cells end at one edge.
  static func text(
    heads: [String]? = nil, _ rows: [[String]], right: Set<Int> = [], width: Int
  ) -> String {
    let lines = lines((heads.map { [$0] } ?? []) + rows, right)
    guard lines.contains(where: { $0.count > width }) else {
      return lines.map { $0 + "\n" }.joined()
    }
    return rows.map { record($0, heads, width) }.joined()
  }

  private static func lines(_ rows: [[String]], _ right: Set<Int>) -> [String] {
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
      return line
    }
  }

  /// `name: answer`, and below it `cost 95, moved 3`; without names of columns the cells one after the
  /// other.
  private static func record(_ row: [String], _ heads: [String]?, _ width: Int) -> String {
    let indent = String(row.first?.prefix { $0 == " " } ?? "")
    guard let heads else {
      return row.joined(separator: " ").wrapped(to: width, first: indent, rest: indent + "    ")
    }
    let cells = zip(heads, row).dropFirst(2).filter { !$0.1.isEmpty }
      .map { $0.0.isEmpty ? $0.1 : "\($0.0) \($0.1)" }
    let head = row.prefix(2).joined(separator: ": ")
      .wrapped(to: width, first: indent, rest: indent + "  ")
    guard !cells.isEmpty else { return head }
    return head
      + cells.joined(separator: ", ").wrapped(to: width, first: indent + "  ", rest: indent + "  ")
  }
}
