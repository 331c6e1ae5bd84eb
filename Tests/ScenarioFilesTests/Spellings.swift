// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings
import Tables
import Texts

@testable import ScenarioFiles

/// Cells as spreadsheets and people write them, each in other forms with the same meaning.
enum Spellings {
  /// The files of the template, which has a row and a cell for nearly every column.
  static let files: [String: String] = {
    var files = Dictionary(uniqueKeysWithValues: TemplateText.files.map { ($0.name, $0.text) })
    files["waivers.csv"] =
      "activity,requirement,by,on,reason\ndc-example,DC-7,MAG,2027-01-20,late\n"
    files["sessions.csv"]? += "ws-gone,ws-access,Gone,60,40,,,must,,,,,,,\n"
    files["cancellations.csv"] = "session,reason,by,on\nws-gone,late,MAG,2027-05-01\n"
    files["nris.csv"]? +=
      "nri-no,Norway IGF,access,sub-regional,x,yes,yes,yes,no,yes,yes,yes,2019-05-14,ada;max\n"
    files["rooms.csv"]? += "joined,Both,140,,,10,,,,ws1;ws2\n"
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
    case .number(let unit, _): numbers(cell, unit)
    case .numberOrAnswer: [cell + ".0", cell + ",0", wide(cell), arabic(cell)]
    case .date, .day, .dateOrAnswer: dates(cell)
    case .clock: clocks(cell)
    case .answer:
      cell == "yes"
        ? [
          "TRUE", "WAHR", "VRAI", "VERDADERO", "ja", "oui", "да", "是", "نعم", "1", "✓", wide(cell),
        ]
        : ["FALSE", "FALSCH", "FAUX", "FALSO", "nein", "non", "нет", "否", "0", "✗", wide(cell)]
    case .status: ["Confirmed", "PLACED", hidden(cell)]
    case .answerOrText: cell == "yes" ? ["TRUE", "VRAI", "WAHR", "oui"] : []
    case .choice:
      [cell.uppercased(), hidden(cell), wide(cell), cell.replacing("-", with: " ").capitalized]
    case .strength:
      cell == "must" ? [hidden(cell), wide(cell)] : [cell + ".0", wide(cell), arabic(cell)]
    case .windows: windows(cell)
    case .position:
      [
        cell.replacing(";", with: ", "), cell.replacing(";", with: ","),
        cell.replacing(";", with: " "), cell.replacing(".", with: ","),
        cell.replacing(";", with: "; "), cell.replacing(";", with: "° N, ") + "° E", wide(cell),
        arabic(cell), cell + "000",
      ]
    case .text, .address, .mailbox, .word, .words, .zone: []
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

  /// With the digits of another script.
  private static func arabic(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          ("0"..."9").contains(scalar) ? Unicode.Scalar(scalar.value + 0x630) ?? scalar : scalar
        }))
  }

  private static func numbers(_ cell: String, _ unit: NumberCell.Unit) -> [String] {
    var forms = [cell + ".0", cell + ",00", "+" + cell, wide(cell), arabic(cell), hidden(cell)]
    if cell.count == 4 {
      // `2,000` may be 2 as well.
      let comma = cell.hasSuffix("000") ? [] : [","]
      forms += (comma + ["'", " ", "\u{A0}", "\u{202F}"]).map {
        cell.prefix(1) + $0 + cell.suffix(3)
      }
    }
    switch unit {
    case .minutes:
      forms += [" min", "min", "\u{A0}minutes", " мин"].map { cell + $0 }
      if let number = Int(cell), number > 0 {
        let rest = number % 60 < 10 ? "0\(number % 60)" : "\(number % 60)"
        forms += ["\(number / 60):\(rest)", "\(number / 60)h\(rest)", "\(number / 60):\(rest):00"]
      }
    case .seats: forms += [" seats", " pax", " Plätze"].map { cell + $0 }
    case .things: break
    }
    // At the end of a cell what cannot be seen is no part of the text.
    return forms.filter { $0.trimmed != cell }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func dates(_ cell: String) -> [String] {
    guard let date = CalendarDate(cell) else { return [] }
    let month = months[date.month - 1]
    var forms = [
      "\(date.day).\(date.month).\(date.year)", "\(cell)T00:00:00", "\(cell) 00:00:00",
      "\(date.year)/\(date.month)/\(date.day)", "\(date.dayNumber + 25_569)",
      "\(date.dayNumber + 25_569).0", cell.replacing("-", with: "–"),
      cell.replacing("-", with: "\u{2011}"), wide(cell), arabic(cell), hidden(cell),
      cell.replacing("-", with: ""), "\(date.day) \(month) \(date.year)",
      "\(month.prefix(3))\u{A0}\(date.day), \(date.year)",
      "\(date.year)年\(date.month)月\(date.day)日",
    ]
    if date.day > 12 {
      forms += ["\(date.day)/\(date.month)/\(date.year)", "\(date.month)/\(date.day)/\(date.year)"]
    }
    return forms
  }

  private static func clocks(_ cell: String) -> [String] {
    guard let minute = ClockTime.minutes(cell) else { return [] }
    let (hour, rest) = (minute / 60, cell.suffix(2))
    let half = (hour + 11) % 12 + 1
    var forms = [
      "\(hour):\(rest)", "\(hour):\(rest):00", "\(hour).\(rest)", "\(hour),\(rest)",
      "\(hour)h\(rest)", "\(hour):\(rest) Uhr", cell.replacing(":", with: ""),
      "\(half):\(rest) \(hour < 12 ? "AM" : "PM")",
      "\(half):\(rest)\u{A0}\(hour < 12 ? "a.m." : "p.m.")",
      "\(Double(minute) / 1440)0", "1899-12-30 \(cell):00", wide(cell), arabic(cell), hidden(cell),
    ]
    if rest == "00" { forms += ["\(hour)h", "\(half) \(hour < 12 ? "am" : "pm")"] }
    return forms.filter { $0 != cell }
  }

  private static func windows(_ cell: String) -> [String] {
    var forms = [
      cell.replacing("-", with: "–"), cell.replacing("-", with: "\u{2011}"),
      cell.replacing(";", with: ", "), cell.replacing(";", with: "\n"),
      cell.replacing(";", with: "；"), cell.replacing(";", with: " | "), wide(cell), arabic(cell),
      cell.replacing(" ", with: "\u{A0}"), cell.replacing("09:", with: "9:"),
      cell.replacing("13:00", with: "1 PM"), cell.replacing("09:00-", with: "09:00 to "),
      cell.replacing("09:00-", with: "09:00 - "), cell.replacing("2027-06-21", with: "21.06.2027"),
      cell.replacing("2027-06-22", with: "6/22/2027"),
    ]
    forms.removeAll { $0 == cell }
    return forms
  }
}
