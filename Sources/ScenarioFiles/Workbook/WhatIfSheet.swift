// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Tables

/// The what-ifs of a workbook: a row for each change, in the words of `--change` or as an object.
struct WhatIfSheet {
  struct Entry {
    let name: String
    /// Where it begins.
    let line: Int
    var question = ""
    /// The rows with its changes, in order.
    var rows: [(line: Int, change: String)] = []

    /// What it is called as a file.
    var file: String { "what-if/\(name).json" }
  }

  private(set) var entries: [Entry] = []

  static let columns = [
    Column(
      "name", .text, "what the what-if is called", isRequired: true,
      also: ["what_if", "whatif", "id"]),
    Column("question", .text, "what is asked, once for each name"),
    Column(
      "change", .text, "one change, such as rooms ws3 available=2027-06-21", isRequired: true,
      also: ["changes"]),
  ]

  init() {}

  /// - Parameter table: with the columns by their own names.
  init(_ table: Table, _ reporter: Reporter) {
    var name = ""
    for row in table.rows {
      if !row["name"].isEmpty { name = row["name"] }
      guard Self.isUsable(name) else {
        reporter.add(
          Finding(
            "what-if", file: table.file, line: row.line, column: "name",
            value: name.isEmpty ? nil : name,
            name.isEmpty ? "The row has no name." : "'\(name)' cannot be the name of a what-if.",
            suggestion: "files are named after it: no '/', no full stop at its beginning"))
        continue
      }
      let place =
        entries.firstIndex { $0.name == name }
        ?? {
          entries.append(Entry(name: name, line: row.line))
          return entries.count - 1
        }()
      if entries[place].question.isEmpty { entries[place].question = row["question"] }
      if !row["change"].isEmpty { entries[place].rows.append((row.line, row["change"])) }
    }
  }

  /// In order of name, as the files of a folder are.
  var names: [String] { entries.map(\.name).sorted() }

  /// Results are written under the name.
  private static func isUsable(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".")
      && !name.unicodeScalars.contains { $0 == "/" || $0 == "\\" || $0.value < 0x20 }
  }
}

extension WhatIfSheet.Entry {
  /// The changes as a file would hold them; a row that is not a change is a finding.
  func whatIf(_ reporter: Reporter) -> WhatIf {
    var changes: [[String: Any]] = []
    var lines: [String: Int] = [:]
    for row in rows {
      for change in parsed(row.change, row.line, reporter) {
        lines["changes[\(changes.count)]"] = row.line
        changes.append(change)
      }
    }
    return WhatIf(file: file, question: question, changes: changes, lines: lines)
  }

  private func parsed(_ text: String, _ line: Int, _ reporter: Reporter) -> [[String: Any]] {
    do {
      guard text.hasPrefix("{") else { return try TypedChange.parse(text) }
      var parser = JSON5Parser(text)
      if let object = try parser.parse() as? [String: Any] { return [object] }
    } catch let failure as TypedChange.Failure {
      report(text, line, failure.sentence, reporter)
    } catch let failure as JSON5Parser.Failure {
      report(text, line, failure.sentence, reporter)
    } catch {
      report(text, line, "\(error)", reporter)
    }
    return []
  }

  private func report(_ text: String, _ line: Int, _ sentence: String, _ reporter: Reporter) {
    let shown = text.count > 100 ? text.prefix(80) + "…" : text
    reporter.add(
      Finding(
        "what-if", file: file, line: line, column: "change", value: text,
        "'\(shown)': \(sentence).",
        suggestion: "such as 'rooms ws3 available=2023-10-09'; 'programme what-if --help'"
          + " shows every form"))
  }
}
