// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Judging
import Testing
import Texts

@testable import Tables

/// Python's `csv` is the judge of what is written and the maker of what is read.
@Suite("CSV beside Python's csv")
struct OutsideCSVTests {
  private static let pieces = [
    "a", "é", "会", "👩‍👩‍👧", " ", "\t", ",", ";", "\"", "\"\"", "\n", "\r", "\r\n", "'", "=", "+1", "-2",
    "@x",
    "\u{2028}", "\u{85}", "\u{B}", "\u{200D}", "\u{301}", "|", "\\", "#", "sep=;", "＝",
  ]

  /// Tables of three columns, their cells anything but a NUL.
  ///
  /// - Parameter pieces: what stands in cells.
  private static func tables(_ pieces: [String] = pieces) -> [[[String]]] {
    var dice = Dice(state: 11)
    return (0..<120).map { _ in
      [["id", "name", "text"]]
        + (0..<(1 + dice.roll(4))).map { row in
          ["r\(row)"]
            + (0..<2).map { _ in
              (0..<dice.roll(6)).map { _ in pieces[dice.roll(pieces.count)] }.joined()
            }
        }
    }
  }

  /// What Python makes of the texts, and how it writes the tables in its own dialects.
  private struct Judgement: Decodable {
    /// The rows of each text.
    let read: [[[String]]]
    /// The same text read as spreadsheets do that are set to `;`.
    let parted: [[[String]]]
    let written: [[String]]
  }

  private struct Question: Encodable {
    let exact: [String]
    let forSpreadsheets: [String]
    let tables: [[[String]]]
  }

  private static let script = """
    import csv, io, json, sys
    asked = json.load(sys.stdin)
    def read(text, sign):
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=sign == ","))
    def write(table, sign, quoting, end):
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=sign, quoting=quoting, lineterminator=end).writerows(table)
        return out.getvalue()
    forms = [(s, q, e) for s in ",;\\t" for q in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL) for e in ("\\n", "\\r\\n")]
    json.dump({
        "read": [read(text, ",") for text in asked["exact"]] + [read(text, ",") for text in asked["forSpreadsheets"]],
        "parted": [read(text, ";") for text in asked["forSpreadsheets"]],
        "written": [[write(table, *form) for form in forms] for table in asked["tables"]],
    }, sys.stdout)
    """

  private static func judge(_ question: Question) throws -> Judgement {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    let data = try JSONEncoder().encode(question)
    // Both pipes are full sooner or later.
    let writing = Thread {
      try? input.fileHandleForWriting.write(contentsOf: data)
      try? input.fileHandleForWriting.close()
    }
    writing.start()
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try JSONDecoder().decode(Judgement.self, from: answer)
  }

  @Test("What is written it reads as it was, what it writes is read as it was, in every dialect")
  func both() throws {
    let tables = Self.tables()
    // Python writes a lone CR without quotes, and cuts signs that join apart where it trims.
    let plain = Self.tables(Self.pieces.filter { !["\r", "\u{200D}", "\u{301}"].contains($0) })
    let judgement = try Self.judge(
      Question(
        exact: tables.map { CSV.text($0) },
        forSpreadsheets: tables.map { CSV.forSpreadsheets($0) }, tables: plain))
    let safe = tables.map { $0.map { $0.map(SpreadsheetCell.text) } }
    for (index, table) in (tables + safe).enumerated() {
      #expect(judgement.read[index] == table, "table \(index)")
    }
    for (index, texts) in judgement.written.enumerated() {
      #expect(texts.count == 12)
      for text in texts {
        let (read, findings) = Table.read(Array(text.utf8), file: "t.csv")
        let cells = try #require(read, "\(findings) \(text.debugDescription)").rows.map { row in
          ["id", "name", "text"].map { row[$0] }
        }
        #expect(
          cells == plain[index].dropFirst().map { $0.map(\.trimmed) }, "\(text.debugDescription)")
      }
    }
    // Whatever sign a spreadsheet is set to, no cell begins as a formula does.
    for rows in judgement.parted + judgement.read.suffix(tables.count) {
      for cell in rows.joined() {
        let first = cell.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\"" }
        #expect(!["=", "+", "-", "@", "＝"].contains(first), "\(cell.debugDescription)")
      }
    }
  }

  @Test("What is written is read as it was, and written again is the same")
  func again() throws {
    for table in Self.tables() {
      let text = CSV.text(table)
      let grid = try #require(TableGrid.read(Array(text.utf8), file: "t.csv").grid)
      #expect([grid.header.cells] + grid.rows.map(\.cells) == table, "\(text.debugDescription)")
      #expect(grid.text == text)
    }
  }
}
