// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// Collects the findings of one reading.
final class Reporter {
  private(set) var findings: [Finding] = []

  /// Where the tables are in the workbook that they are read from.
  var sheets: SheetMap?

  /// A place, in words that the user knows.
  func words(_ place: Table.Place, _ column: String? = nil) -> String {
    (sheets?.place(place, column: column) ?? place).words
  }

  /// A table as the user knows it: `rooms.csv`, or `sheet rooms`.
  func name(_ file: String) -> String {
    sheets?.entries[file].map { SheetPlace(sheet: $0.sheet).text } ?? file
  }

  func add(_ finding: Finding) { findings.append(finding) }
  func add(_ more: [Finding]) { findings += more }
}
