// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Files
import Tables
import Texts

/// Ids that file systems or spreadsheets confuse or change.
enum IDNames {
  static func check(_ raw: RawScenario, _ reporter: Reporter) {
    var seen: [String: (id: String, place: Table.Place)] = [:]
    for name in TableName.allCases {
      guard let table = raw.tables[name], name.column("id") != nil else { continue }
      for row in table.rows where !row["id"].isEmpty {
        if name.sort != nil { compare(row, &seen, reporter) }
        if WindowsName.isReserved(row["id"]) {
          reportReserved(row["id"], row.file, row.line, "id", reporter)
        }
      }
      warnOfSpreadsheets(table, reporter)
    }
    if let id = raw.meeting["id"] as? String, WindowsName.isReserved(id) {
      reportReserved(id, MeetingFile.name, raw.meetingPlaces["id"]?.line, "id", reporter)
    }
  }

  /// The names of what-ifs, which are files.
  static func checkFiles(_ names: [String], _ reporter: Reporter) {
    for (_, alike) in Dictionary(grouping: names, by: { $0.lowercased() }).sorted(by: {
      $0.key < $1.key
    }) {
      for name in alike where WindowsName.isReserved(name) {
        reportReserved(name, "what-if/\(name).json", nil, nil, reporter)
      }
      guard alike.count > 1 else { continue }
      reporter.add(
        Finding(
          "id-case", .warning, file: "what-if/\(alike[1]).json", value: alike[1],
          "'\(alike[1]).json' and '\(alike[0]).json' differ only in capital letters; on Windows and on"
            + " Macs they are one file.", suggestion: "give one of them another name"))
    }
  }

  private static func compare(
    _ row: Table.Record, _ seen: inout [String: (id: String, place: Table.Place)],
    _ reporter: Reporter
  ) {
    let id = row["id"]
    guard let other = seen[id.lowercased()] else {
      seen[id.lowercased()] = (id, Table.Place(file: row.file, line: row.line))
      return
    }
    if other.id == id { return }
    reporter.add(
      Finding(
        "id-case", .warning, file: row.file, line: row.line, column: "id", value: id,
        "'\(id)' and '\(other.id)' (\(reporter.words(other.place, "id"))) differ only in capital letters;"
          + " published files named after them are told apart by figures behind the name.",
        suggestion: "give one of them another id"))
  }

  static func reportReserved(
    _ name: String, _ file: String, _ line: Int?, _ column: String?, _ reporter: Reporter
  ) {
    reporter.add(
      Finding(
        "reserved-name", .warning, file: file, line: line, column: column, value: name,
        "Windows can have no file named '\(name)'.",
        suggestion: "another name, such as x-\(name.prefix { $0 != "." })"))
  }

  /// Reports once for a table the ids that a spreadsheet changes.
  private static func warnOfSpreadsheets(_ table: Table, _ reporter: Reporter) {
    let rows = table.rows.filter { SpreadsheetIDs.isRewritten($0["id"]) }
    guard let first = rows.first else { return }
    let shown = rows.map { "'\($0["id"])'" }.listed(atMost: 5)
    var finding = Finding(
      "spreadsheet-id", .warning, file: first.file, line: first.line, column: "id",
      value: first["id"],
      "A spreadsheet takes \(shown) for numbers or dates, and saves \(rows.count == 1 ? "it" : "them")"
        + " as something else.",
      suggestion: "ids that begin with a letter and hold a '-' are safe, such as s-\(first["id"])")
    finding.cells = rows.map { .init(line: $0.line, value: $0["id"]) }
    reporter.add(finding)
  }
}
