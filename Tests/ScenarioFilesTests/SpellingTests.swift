// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Meetings
import Tables
import Testing

@testable import ScenarioFiles

@Suite("Every column reads every spelling as the plain form, and says so once")
struct SpellingTests {
  /// The files of the template, which has a row and a cell for nearly every column.
  private static let files: [String: String] = {
    var files = Dictionary(uniqueKeysWithValues: TemplateText.files.map { ($0.name, $0.text) })
    files["waivers.csv"] =
      "activity,requirement,by,on,reason\ndc-example,DC-7,MAG,2027-01-20,late\n"
    files["rooms.csv"]? += "joined,Both,140,,,10,,ws1;ws2\n"
    files["people.csv"]? +=
      "pat,Pat Example,academia,Africa,,no,no,onsite,2027-06-21;2027-06-22 09:00-13:00,2\n"
    files["limits.csv"]? +=
      "more,WS;OF,access;ai,stage,ws-access;opening,hall;ws1,2,day,5,x\n"
    files["links.csv"]? += "ws-access-1,main-ai-1,before,7,15,2000,x,y\n"
    files["wishes.csv"]? += "ws-access-1,no,2027-06-21 14:00-18:00,ws1,3,x,y\n"
    return files
  }()

  private struct Column: CustomTestStringConvertible {
    let table: TableName
    let column: Cells.Column
    var testDescription: String { "\(table.rawValue).\(column.name)" }
  }

  private static let columns: [Column] = TableName.allCases.flatMap { table in
    table.contract.map { Column(table: table, column: $0) }
  }

  /// The tables as they are read, with some texts replaced, and what was said of them.
  private static func read(_ changes: [String: String]) throws -> (
    raw: RawScenario, findings: [Finding]
  ) {
    let reporter = Reporter()
    var raw = RawScenario()
    raw.meeting = try #require(
      JSONFile(Array((files["meeting.json"] ?? "").utf8), file: "meeting.json").object)
    for name in TableName.allCases {
      let text = changes[name.file] ?? files[name.file] ?? ""
      raw.tables[name] = Table.read(Array(text.utf8), file: name.file).table
    }
    raw.makePlain(reporter)
    return (raw, reporter.findings)
  }

  /// The cells of all tables. Where rows stand is left out: a cell with a line break moves them.
  private static func cells(_ raw: RawScenario) -> [TableName: [[String: String]]] {
    raw.tables.mapValues { $0.rows.map(\.cells) }
  }

  /// Ways to write one cell of a kind, all with one meaning.
  private static func spellings(_ kind: ColumnKind, _ cell: String) -> [String] {
    switch kind {
    case .id, .reference, .requirement: [hidden(wide(cell))]
    case .references, .people:
      [
        cell.replacing(";", with: ", "), cell.replacing(";", with: "\n"),
        cell.replacing(";", with: "；"),
      ]
        + [wide(cell)]
    case .kind, .kinds: [cell.lowercased(), wide(cell)]
    case .number(let unit, _):
      [cell + ".0", wide(cell)]
        + (unit == .minutes ? [cell + " min"] : unit == .seats ? [cell + " seats"] : [])
    case .numberOrAnswer: [cell + ".0"]
    case .date, .day, .dateOrAnswer: dates(cell)
    case .clock: clocks(cell)
    case .answer:
      cell == "yes" ? ["TRUE", "WAHR", "VRAI", "ja", "1"] : ["FALSE", "FALSCH", "FAUX", "0"]
    case .answerOrText: cell == "yes" ? ["TRUE", "VRAI"] : []
    case .choice:
      [cell.uppercased(), hidden(cell), cell.replacing("-", with: " ").capitalized]
    case .standing: ["Confirmed", "PLACED", hidden(cell)]
    case .strength: cell == "must" ? [hidden(cell)] : [cell + ".0"]
    case .windows: windows(cell)
    case .text, .address, .word, .words, .zone: []
    }
  }

  /// With a blank of no width behind its first sign; at the ends of a cell it is no part of the text.
  private static func hidden(_ text: String) -> String {
    text.prefix(1) + "\u{200B}" + text.dropFirst()
  }

  private static func wide(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          scalar == ";" || scalar == " " || !scalar.isASCII
            ? scalar : Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
        }))
  }

  private static func dates(_ cell: String) -> [String] {
    guard let date = CalendarDate(cell) else { return [] }
    var forms = [
      "\(date.day).\(date.month).\(date.year)", "\(cell)T00:00:00",
      "\(date.year)/\(date.month)/\(date.day)",
      "\(date.dayNumber + 25_569)", cell.replacing("-", with: "–"), wide(cell),
    ]
    if date.day > 12 {
      forms += ["\(date.day)/\(date.month)/\(date.year)", "\(date.month)/\(date.day)/\(date.year)"]
    }
    return forms
  }

  private static func clocks(_ cell: String) -> [String] {
    guard let minute = ClockTime.minutes(cell) else { return [] }
    let (hour, rest) = (minute / 60, cell.suffix(2))
    return [
      "\(hour):\(rest)x".replacing("x", with: ":00"), "\(hour).\(rest)", "\(hour)h\(rest)",
      "\((hour + 11) % 12 + 1):\(rest) \(hour < 12 ? "AM" : "PM")", "\(Double(minute) / 1440)0",
      wide(cell), hidden(cell),
    ].filter { $0 != cell }
  }

  private static func windows(_ cell: String) -> [String] {
    var forms = [
      cell.replacing("-", with: "–"), cell.replacing(";", with: ", "),
      cell.replacing(";", with: "\n"), wide(cell), cell.replacing(" ", with: "\u{A0}"),
      cell.replacing("09:", with: "9:"), cell.replacing("2027-06-21", with: "21.06.2027"),
      cell.replacing("2027-06-22", with: "6/22/2027"),
    ]
    forms.removeAll { $0 == cell }
    return forms
  }

  /// A table's text with the cells of a column written otherwise, and how many were.
  private static func rewritten(_ column: Column, _ number: Int) throws -> (
    text: String, count: Int
  ) {
    let file = column.table.file
    let table = try #require(Table.read(Array((files[file] ?? "").utf8), file: file).table)
    var count = 0
    let rows = table.rows.map { row in
      table.columns.map { name -> String in
        let cell = row[name]
        guard name == column.column.name, !cell.isEmpty else { return cell }
        let forms = spellings(column.column.kind, cell)
        guard number < forms.count, forms[number] != cell else { return cell }
        count += 1
        return forms[number]
      }
    }
    return (CSV.text([table.columns] + rows), count)
  }

  @Test("Each spelling, in each column", arguments: columns)
  private func spelt(column: Column) throws {
    let plain = try Self.read([:])
    #expect(plain.findings.isEmpty)
    for number in 0..<10 {
      let (text, count) = try Self.rewritten(column, number)
      if count == 0 { continue }
      let (raw, notes) = try Self.read([column.table.file: text])
      #expect(Self.cells(raw) == Self.cells(plain.raw), "\(text)")
      #expect(notes.count == 1 && notes.first?.cells.count == count, "\(text) \(notes)")
      #expect(notes.first?.column == column.column.name && notes.first?.rule == "spelling")
      let reporter = Reporter()
      let scenario = ScenarioBuilder(raw, reporter).build().scenario
      #expect(scenario?.sessions.count == 7 && reporter.findings.isEmpty, "\(reporter.findings)")
    }
  }

  @Test("Every column whose cells have several forms is tried with one at least")
  func covered() throws {
    let tried = try Self.columns.filter { column in
      try (0..<10).contains { try Self.rewritten(column, $0).count > 0 }
    }.map(\.testDescription)
    let typed = Self.columns.filter { column in
      switch column.column.kind {
      case .text, .address, .word, .words, .zone, .answerOrText: false
      default: true
      }
    }.map(\.testDescription)
    // The template's one NRI is a collective one, of which these are not asked; nobody of its
    // people has a cell in these columns.
    let empty = Set(typed).subtracting(tried).filter { !$0.hasPrefix("nris.") }
    #expect(empty.isEmpty, "\(empty.sorted())")
  }

  @Test("Every column of the contract is told in the contract and in the template's README")
  func told() throws {
    let contract = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Scenarios/scenario-format.md").standardized, encoding: .utf8)
    for column in Self.columns {
      let name = column.column.name
      #expect(TemplateText.readme.contains("`\(name)`"), "\(column.testDescription)")
      #expect(contract.contains(name), "\(column.testDescription)")
      #expect(!column.column.meaning.isEmpty)
    }
  }
}
