// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Tables

/// Which of a table's headings mean which columns.
struct Headings {
  /// By heading as written: the column that it is read as. The user's own columns are not in it.
  private(set) var read: [String: String] = [:]
  /// Headings that mean a column that another heading means too.
  private(set) var double: [(heading: String, column: String)] = []
  /// Columns that are not read, each with the column of the contract that it may be meant as.
  private(set) var unread: [(heading: String, near: String?)] = []

  /// - Parameters:
  ///   - columns: those that are read, and what else they may be called.
  ///   - exact: only headings that are the columns' names, letter by letter, are of no further note.
  init(_ headings: [String], columns: [Column]) {
    let names = Set(columns.map(\.name))
    for heading in headings where names.contains(heading) { read[heading] = heading }
    var claims: [String: [String]] = [:]
    for heading in headings where read[heading] == nil {
      if let column = Self.meant(heading, columns) { claims[column, default: []].append(heading) }
    }
    let taken = Set(read.values)
    for (column, claimants) in claims {
      if !taken.contains(column), claimants.count == 1 {
        read[claimants[0]] = column
      } else if taken.contains(column) {
        // Its own name stands beside it: this one is a column of the user's.
        continue
      } else {
        double += claimants.map { ($0, column) }
      }
    }
    double.sort { $0.heading < $1.heading }
    let missing = columns.filter { column in !read.values.contains(column.name) }
    for heading in headings
    where read[heading] == nil && !double.contains(where: { $0.heading == heading }) {
      unread.append((heading, Self.near(heading, columns, missing)))
    }
  }

  /// How many of these cells name a column: what tells a header from a title or a row.
  static func count(_ cells: [String], columns: [Column]) -> Int {
    let names = Set(columns.map(\.name))
    return Set(cells.compactMap { names.contains($0) ? $0 : meant($0, columns) }).count
  }

  /// The one column that a heading can mean: itself in other letters, with a unit or a remark in
  /// brackets, or by another name that the column's data allow.
  private static func meant(_ heading: String, _ columns: [Column]) -> String? {
    let plain = plain(heading)
    guard !plain.isEmpty else { return nil }
    return columns.first { $0.name == plain || $0.aliases.contains(plain) }?.name
      ?? columns.first {
        CellText.folded($0.name.replacing("_", with: "")) == plain.replacing("_", with: "")
      }?.name
  }

  /// In small letters, words joined by `_`, without what stands in brackets and signs at the end.
  static func plain(_ heading: String) -> String {
    var depth = 0
    var text = ""
    for character in CellText(heading).text.lowercased() {
      switch character {
      case "(", "[", "{", "（": depth += 1
      case ")", "]", "}", "）": depth = max(0, depth - 1)
      default: if depth == 0 { text.append(character) }
      }
    }
    let words = text.split { $0.isWhitespace || "-_*:.?/".contains($0) }
    return words.joined(separator: "_")
  }

  /// The column that a heading which is not read may be, of those that the table lacks.
  private static func near(_ heading: String, _ columns: [Column], _ missing: [Column]) -> String? {
    let plain = plain(heading)
    if let own = meant(heading, columns) { return own }
    if let hinted = missing.first(where: { $0.hints.contains(plain) }) { return hinted.name }
    let names = missing.map(\.name)
    if let near = Nearest.to(plain, among: names) ?? Nearest.to(heading, among: names) {
      return near
    }
    // `speaker_themes` has a column's name in it.
    let words = Set(plain.split(separator: "_").map(String.init))
    let held = missing.filter { column in
      column.name.count > 3
        && words.isSuperset(of: column.name.split(separator: "_").map(String.init))
    }
    return held.count == 1 ? held[0].name : nil
  }
}
