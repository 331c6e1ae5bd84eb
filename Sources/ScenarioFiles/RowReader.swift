// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Tables

/// Reads the cells of one row as what they should be; what they are not becomes a finding, and
/// reading goes on with the default.
struct RowReader {
  let row: Table.Record
  let identities: Identities
  /// The meeting's days, for windows.
  let days: [CalendarDate]
  /// Required columns that the table lacks: reported once for the table, not for each row.
  var lacking: Set<String> = []
  /// Sorts of things of which a table could not be read: an unknown id may be right.
  var unsure: Set<Sort> = []
  let reporter: Reporter

  func text(_ column: String) -> String { row[column] }

  func report(
    _ rule: String, _ column: String, _ value: String, _ sentence: String, _ suggestion: String?,
    _ severity: Finding.Severity = .error
  ) {
    let place = row.place(of: column)
    reporter.add(
      Finding(
        rule, severity, file: place.file, line: place.line, column: column,
        value: value.isEmpty ? nil : value, sentence, suggestion: suggestion))
  }

  /// A finding that holds nothing back.
  func warn(
    _ rule: String, _ column: String, _ value: String, _ sentence: String, _ suggestion: String?
  ) {
    report(rule, column, value, sentence, suggestion, .warning)
  }

  /// The parts of a list, without blanks and empty ones.
  func list(_ column: String) -> [String] {
    row[column].split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// A list without repeats.
  func tokens(_ column: String) -> [String] {
    var seen: Set<String> = []
    return list(column).filter { seen.insert($0).inserted }
  }

  func number(_ column: String, in range: ClosedRange<Int>, default standard: Int) -> Int {
    number(column, in: range) ?? standard
  }

  func number(_ column: String, in range: ClosedRange<Int>) -> Int? {
    let text = row[column]
    if text.isEmpty { return nil }
    guard let number = Int(text), range.contains(number) else {
      report(
        "number", column, text, "'\(text)' is not a number that fits here.",
        "a whole number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  func date(_ column: String) -> CalendarDate? {
    let text = row[column]
    if text.isEmpty { return nil }
    guard let date = CalendarDate(text) else {
      report("date", column, text, "'\(text)' is no date.", Self.dateForm(text))
      return nil
    }
    return date
  }

  /// How the date that is meant is written, where that can be told.
  private static func dateForm(_ text: String) -> String {
    let parts = text.split(whereSeparator: { "-/.".contains($0) })
    if parts.count == 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2])
    {
      if let date = CalendarDate(year: year, month: month, day: day) {
        return "a date is written \(date)"
      }
      return "there is no such day"
    }
    return "a date is written 2024-12-16"
  }

  /// A minute of the day.
  func clock(_ column: String) -> Int? {
    let text = row[column]
    if text.isEmpty { return nil }
    guard let minutes = ClockTime.minutes(text), minutes < 1440 else {
      let padded = ClockTime.minutes("0" + text) != nil ? "0" + text : "09:30"
      report("time", column, text, "'\(text)' is no time of day.", "a time is written \(padded)")
      return nil
    }
    return minutes
  }

  func yesNo(_ column: String) -> Bool? {
    switch row[column].lowercased() {
    case "": return nil
    case "yes": return true
    case "no": return false
    default:
      report(
        "yes-no", column, row[column], "'\(row[column])' is neither yes nor no.",
        "yes, no, or empty for not known")
      return nil
    }
  }

  func choice<Choice: RawRepresentable & CaseIterable>(
    _ column: String, default standard: Choice?
  ) -> Choice? where Choice.RawValue == String {
    let text = row[column]
    let known = Choice.allCases.map(\.rawValue)
    if text.isEmpty {
      if standard == nil { reportEmpty(column, known.joined(separator: ", ")) }
      return standard
    }
    if let choice = Choice(rawValue: text) { return choice }
    let near = Nearest.to(text, among: known)
    report(
      "choice", column, text, "'\(text)' is not known here.",
      (near.map { "did you mean '\($0)'? " } ?? "") + "Known: \(known.joined(separator: ", "))")
    return standard
  }

  func strength(_ column: String, mustIsKnown: Bool = true) -> Strength? {
    let text = row[column]
    let form =
      mustIsKnown ? "must, or a whole number from 1 to 1000" : "a whole number from 1 to 1000"
    if text.isEmpty {
      reportEmpty(column, form)
      return nil
    }
    if mustIsKnown && text.lowercased() == "must" { return .must }
    guard let cost = Int(text), (1...1000).contains(cost) else {
      report("strength", column, text, "'\(text)' is no strength.", form)
      return nil
    }
    return .cost(cost)
  }

  func reportEmpty(_ column: String, _ form: String) {
    if lacking.contains(column) { return }
    report("empty-cell", column, "", "The cell is empty.", form)
  }
}
