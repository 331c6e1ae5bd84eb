// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Texts

/// Cells set in columns on a terminal. If the terminal is too narrow, the widest columns are broken
/// between words, but none gets narrower than its longest word.
public struct TextTable {
  private let rows: [[String]]
  private let indent: Int
  private let width: Int
  private let right: Set<Int>
  private static let gap = 2
  /// A cell with more lines than this is hard to read beside others.
  private static let tallest = 8

  /// - Parameters:
  ///   - rows: a row may have fewer cells than others.
  ///   - indent: blanks before each line.
  ///   - right: columns whose cells end at one edge.
  public init(_ rows: [[String]], indent: Int = 0, width: Int, right: Set<Int> = []) {
    let count = rows.map(\.count).max() ?? 0
    self.rows = rows.map { $0 + Array(repeating: "", count: count - $0.count) }
    self.indent = indent
    self.width = width
    self.right = right
  }

  /// `nil` if the words alone are too wide.
  public var text: String? {
    guard let widths else { return nil }
    return rows.map { line($0, widths) }.joined()
  }

  /// The table; if it is too wide, or would be a column of single words, each row as lines of its
  /// own, one for each column, named as in the first row.
  public var textOrRecords: String {
    if let text, !isTall { return text }
    let first = String(repeating: " ", count: indent)
    let (rest, deeper) = (first + "  ", first + "    ")
    guard let heads = rows.first else { return "" }
    return rows.dropFirst().map { row in
      row.enumerated().filter { !$0.element.isEmpty }.map { column, cell in
        if column == 0 { return cell.wrapped(to: width, first: first, rest: rest) }
        let label = heads[column]
        return (label.isEmpty ? cell : "\(label): \(cell)")
          .wrapped(to: width, first: rest, rest: deeper)
      }.joined()
    }.joined()
  }

  /// The table; if it is too wide, each row as one text.
  public var textOrLines: String {
    if let text { return text }
    let first = String(repeating: " ", count: indent)
    return rows.map { row in
      let words = row.map(\.trimmed).filter { !$0.isEmpty }.joined(separator: "  ")
      return words.wrapped(to: width, first: first, rest: first + "    ")
    }.joined()
  }

  private var isTall: Bool {
    guard let widths else { return true }
    return rows.contains { row in
      zip(row, widths).contains { $0.wrapped(to: $1).count > Self.tallest }
    }
  }

  private func line(_ row: [String], _ widths: [Int]) -> String {
    let broken = zip(row, widths).map { $0.columns <= $1 ? [$0] : $0.wrapped(to: $1) }
    var text = ""
    for number in 0..<(broken.map(\.count).max() ?? 0) {
      var line = String(repeating: " ", count: indent)
      for (column, cell) in broken.enumerated() {
        let part = cell.indices.contains(number) ? cell[number] : ""
        let blanks = String(repeating: " ", count: max(0, widths[column] - part.columns))
        line += right.contains(column) ? blanks + part : part + blanks
        line += String(repeating: " ", count: Self.gap)
      }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return text
  }

  private var widths: [Int]? {
    guard let columns = rows.first?.indices else { return [] }
    func widest(_ measure: (String) -> Int) -> [Int] {
      columns.map { column in rows.map { measure($0[column]) }.max() ?? 0 }
    }
    let least = widest { $0.split(separator: " ").map(\.columns).max() ?? 0 }
    var widths = widest(\.columns)
    func total(_ widths: [Int]) -> Int {
      widths.reduce(indent + Self.gap * (widths.count - 1), +)
    }
    guard total(least) <= width else { return nil }
    while total(widths) > width {
      let loose = columns.filter { widths[$0] > least[$0] }
      guard let column = loose.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[column] -= 1
    }
    return widths
  }
}
