// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Texts
import Workbooks

/// What people may not see in a sheet, and what it shows differently from what it holds.
struct SheetNotes {
  private let sheet: Sheet
  private let file: String
  private let header: Int
  private let reporter: Reporter
  private static let mostShown = 8
  private static let mostMerges = 20

  init(_ sheet: Sheet, file: String, header: Int, _ reporter: Reporter) {
    self.sheet = sheet
    self.file = file
    self.header = header
    self.reporter = reporter
  }

  func report() {
    if sheet.isHidden {
      note("hidden", nil, "The sheet is hidden; it is read all the same.")
    }
    let rows = sheet.rows.filter { $0.isHidden && $0.number > header }.map(\.number)
    if let first = rows.first {
      let shown = Self.list(rows.map { $0...$0 }) { "\($0)" }
      note(
        "hidden", first,
        rows.count == 1
          ? "Row \(shown) is hidden; it is read all the same."
          : "Rows \(shown) are hidden; they are read all the same.")
    }
    let used = Set(sheet.rows.filter { $0.number >= header }.flatMap(\.cells.keys))
    let columns = sheet.hiddenColumns.filter { used.contains(where: $0.contains) }
    if !columns.isEmpty {
      let shown = Self.list(columns) { columnLetters($0) }
      let isOne = columns.count == 1 && columns[0].count == 1
      note(
        "hidden", header,
        isOne
          ? "Column \(shown) is hidden; it is read all the same."
          : "Columns \(shown) are hidden; they are read all the same.")
    }
    reportMerges()
  }

  // MARK: Merged cells

  /// Reports those below the header that hold something, no more than a person can mend.
  private func reportMerges() {
    let rows = Dictionary(sheet.rows.map { ($0.number, $0) }) { first, _ in first }
    let merges = sheet.merges.filter { merge in
      merge.rows.lowerBound > header
        && rows[merge.rows.lowerBound]?.cells[merge.columns.lowerBound] != nil
    }
    for merge in merges.prefix(Self.mostMerges) { report(merge) }
    if let next = merges.dropFirst(Self.mostMerges).first {
      reporter.add(
        Finding(
          "merged-cells", .warning, file: file, line: next.rows.lowerBound,
          "\(merges.count - Self.mostMerges) more areas of cells are merged.",
          suggestion: "take the merging off, and write in each cell what it should hold"))
    }
  }

  private func report(_ merge: Sheet.Merge) {
    let area =
      "\(columnLetters(merge.columns.lowerBound))\(merge.rows.lowerBound):"
      + "\(columnLetters(merge.columns.upperBound))\(merge.rows.upperBound)"
    let (rows, columns) = (merge.rows.count > 1, merge.columns.count > 1)
    var sentence = "The cells \(area) are merged: "
    if rows { sentence += "what they hold is read in each of the rows" }
    if columns {
      sentence +=
        (rows ? ", and in" : "what they hold is read in")
        + " column \(columnLetters(merge.columns.lowerBound)) alone"
    }
    reporter.add(
      Finding(
        "merged-cells", .warning, file: file, line: merge.rows.lowerBound, sentence + ".",
        suggestion: "take the merging off, and write in each cell what it should hold"))
  }

  // MARK: Words

  private func note(_ rule: String, _ line: Int?, _ sentence: String) {
    reporter.add(Finding(rule, .note, file: file, line: line, sentence))
  }

  /// `3–5, 9 and 4 more`.
  private static func list(
    _ ranges: [ClosedRange<Int>], _ word: (Int) -> String
  ) -> String {
    var joined: [ClosedRange<Int>] = []
    for range in ranges {
      if let last = joined.last, last.upperBound + 1 == range.lowerBound {
        joined[joined.count - 1] = last.lowerBound...range.upperBound
      } else {
        joined.append(range)
      }
    }
    let words = joined.map { range in
      range.count == 1
        ? word(range.lowerBound) : "\(word(range.lowerBound))–\(word(range.upperBound))"
    }
    return words.listed(atMost: mostShown)
  }
}
