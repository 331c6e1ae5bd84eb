// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Workbooks

/// Which sheet of a workbook has which role; sheets that have none are named.
struct SheetChoice {
  private(set) var sheets: [SheetRole: Sheet] = [:]
  /// The names of sheets that hold something and are not read.
  private(set) var others: [String] = []

  init(_ all: [Sheet], file: String, _ reporter: Reporter) {
    var unknown: [Sheet] = []
    for sheet in all {
      guard let role = SheetRole(sheet: sheet.name) else {
        if !sheet.rows.isEmpty { unknown.append(sheet) }
        continue
      }
      if let other = sheets[role] {
        reporter.add(
          Finding(
            "duplicate-sheet", .unreadable, file: file, value: sheet.name,
            "The sheets '\(other.name)' and '\(sheet.name)' are both the table '\(role.name)'.",
            suggestion: "give one of them another name"))
      } else {
        sheets[role] = sheet
      }
    }
    others = unknown.map(\.name)
    for name in others { report(name, file, reporter) }
  }

  private func report(_ name: String, _ file: String, _ reporter: Reporter) {
    let role = SheetRole(meantBy: name)
    let isMissing = role.map { sheets[$0] == nil } ?? false
    let suggestion =
      switch role {
      case let role? where isMissing:
        "is '\(role.name)' meant? A table is read only from the sheet of that name"
      case let role?: "'\(role.name)' is read; is this a newer one of it?"
      case nil: "sheets of your own are kept"
      }
    reporter.add(
      Finding(
        "unknown-sheet", isMissing ? .warning : .note, file: file, value: name,
        "The sheet '\(name)' is not read.", suggestion: suggestion))
  }
}
