// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings

@testable import ScenarioFiles

/// Cells as spreadsheets and people write them, each in other forms with the same meaning.
enum Spellings {
  /// The files of the template, which has a row and a cell for nearly every column.
  static let files: [String: String] = {
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

  /// Ways to write one cell of a kind, all with one meaning.
  static func of(_ kind: ColumnKind, _ cell: String) -> [String] {
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
}
