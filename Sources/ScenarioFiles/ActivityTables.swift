// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings
import Tables

/// The five tables of activities.
enum ActivityTables {
  static func activity(_ reader: RowReader, in table: TableName) -> Activity {
    var people: [String: [Int]] = [:]
    for column in table.contract.filter({ $0.kind == .people }).map(\.name) {
      // A lone `no` says that there is nobody; `yes` that there is somebody unnamed would not help.
      if reader.text(column).lowercased() == "no" { continue }
      people[column] = reader.ids(column, of: .person)
    }
    for column in table.contract { check(column, reader) }
    if table == .nris, !reader.text("scope").isEmpty {
      _ = reader.choice("scope", default: NRIScope.national)
    }
    return Activity(
      id: reader.text("id"),
      name: reader.text("name").isEmpty ? reader.text("id") : reader.text("name"),
      kind: table.kind ?? elementKind(reader), themes: reader.tokens("themes"),
      cells: reader.row.cells, people: people, file: reader.row.file, line: reader.row.line)
  }

  /// Reports what is wrong with cells that only the requirements read.
  private static func check(_ column: Column, _ reader: RowReader) {
    let answer = reader.text(column.name).lowercased()
    switch column.kind {
    case .answer: _ = reader.yesNo(column.name)
    case .dateOrAnswer where answer != "yes" && answer != "no": _ = reader.date(column.name)
    case .numberOrAnswer(let range) where answer != "no": _ = reader.number(column.name, in: range)
    default: break
    }
  }

  /// The first word of a text as a kind could be written.
  private static func word(in text: String) -> String {
    let first = text.uppercased().split(separator: " ").first ?? ""
    let plain = first.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
      .drop { !$0.isLetter }
    return plain.isEmpty ? "WS" : String(plain)
  }

  private static func elementKind(_ reader: RowReader) -> Kind {
    let token = reader.text("kind")
    let bytes = Array(token.utf8)
    if token.isEmpty {
      reader.reportEmpty("kind", "an upper-case word, such as MAIN, WS, OF or CEREMONY")
    } else if !bytes.allSatisfy({
      (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
    }) || !(0x41...0x5A).contains(bytes[0]) {
      reader.report(
        "kind", "kind", token, "'\(token)' is not a kind.",
        "an upper-case word, such as \(word(in: token))")
    } else if Kind(token).isIntersessional {
      reader.warn(
        "kind", "kind", token,
        "\(token) activities have a table of their own; here nothing is asked of them.",
        "move the row to that table")
    }
    return Kind(token)
  }
}
