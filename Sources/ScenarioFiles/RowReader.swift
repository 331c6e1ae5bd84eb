// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings
import Tables
import Texts

/// Reads the cells of one row as what they should be; a cell that is not becomes a finding, and
/// reading goes on with the default.
struct RowReader {
  let row: Table.Record
  let identities: Identities
  /// The meeting's days, clocks and order of dates.
  let context: CellContext
  /// Required columns that the table lacks: reported once for the table, not for each row.
  var lacking: Set<String> = []
  /// Sorts of things with a table that could not be read: an unknown id may be right.
  var unsure: Set<IDKind> = []
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
    row[column].cellParts
  }

  /// A list without repeats.
  func tokens(_ column: String) -> [String] {
    var seen: Set<String> = []
    return list(column).filter { seen.insert($0).inserted }
  }

  func number(
    _ column: String, of unit: NumberCell.Unit = .things, in range: ClosedRange<Int>,
    default standard: Int
  ) -> Int {
    number(column, of: unit, in: range) ?? standard
  }

  func number(
    _ column: String, of unit: NumberCell.Unit = .things, in range: ClosedRange<Int>
  ) -> Int? {
    value(column, NumberCell.read(row[column], of: unit, in: range), as: .number) { "\($0)" }
  }

  func date(_ column: String) -> CalendarDate? {
    value(column, DateCell.read(row[column], in: context), as: .date) { "\($0)" }
  }

  /// A minute of the day.
  func clock(_ column: String) -> Int? {
    value(column, ClockCell.read(row[column], in: context), as: .clock, plain: ClockCell.plain)
  }

  func position(_ column: String) -> Position? {
    value(column, PositionCell.read(row[column]), as: .position) { "\($0)" }
  }

  func yesNo(_ column: String) -> Bool? {
    value(column, AnswerCell.read(row[column]), as: .answer, plain: AnswerCell.plain)
  }

  /// The value of a cell with one meaning; for others a finding says which meanings they may have.
  private func value<Value>(
    _ column: String, _ reading: Reading<Value>, as thing: CellWords.Thing,
    plain: (Value) -> String
  ) -> Value? {
    let text = row[column]
    if text.isEmpty { return nil }
    switch reading {
    case .read(let value, _): return value
    case .ambiguous(let values): report(CellWords.ambiguous(text, values.map(plain)), column, text)
    case .refused(let refusal):
      report(CellWords.refused(text, refusal, as: thing, in: context), column, text)
    }
    return nil
  }

  func report(_ fault: CellWords.Fault, _ column: String, _ value: String) {
    report(fault.rule, column, value, fault.sentence, fault.suggestion)
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
    if let word = ChoiceCell.read(text, among: known).value, let choice = Choice(rawValue: word) {
      return choice
    }
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
    guard let cost = NumberCell.read(text, in: 1...1000).value else {
      report("strength", column, text, "'\(text)' is not a strength.", form)
      return nil
    }
    return .cost(cost)
  }

  func reportEmpty(_ column: String, _ form: String) {
    if lacking.contains(column) { return }
    report("empty-cell", column, "", "The cell is empty.", form)
  }
}
