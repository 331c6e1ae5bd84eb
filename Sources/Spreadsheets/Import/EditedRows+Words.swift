// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings
import Programmes
import Tables
import Texts

extension EditedRows {
  /// Compares what else the row says with the scenario.
  func compare(_ row: EditedList.Row, _ session: Session) {
    if let cell = row.cells[.title] {
      let own = CalendarText.line(session.title).trimmed
      // A list pasted from the comma-separated file keeps that file's apostrophes.
      let isOwn = text(cell) == own || SpreadsheetCell.armed(text(cell)) == own
      if !isOwn, own.utf16.count < 30_000 {
        warn(
          "title", row, .title,
          "The title is not '\(session.id)''s in the scenario; a schedule"
            + " carries no titles.", "change it in sessions.csv")
      }
    }
    if let cell = row.cells[.minutes],
      NumberCell.read(text(cell), of: .minutes, in: 0...100_000).value != session.minutes
    {
      warn(
        "minutes", row, .minutes,
        "'\(session.id)' lasts \(session.minutes) minutes in the"
          + " scenario, not \(short(text(cell))).", "change it in sessions.csv")
    } else if let cell = row.cells[.end], let start = row.cells[.start],
      let from = moment(start).value?.minute, let until = moment(cell).value?.minute,
      until % 1440 != (from + session.minutes) % 1440
    {
      let right = ClockTime.text((from + session.minutes) % 1440)
      warn(
        "end", row, .end,
        "'\(session.id)' lasts \(session.minutes) minutes, so it ends at"
          + " \(right), not at \(ClockTime.text(until)).",
        "the length is changed in sessions.csv")
    }
  }

  // MARK: Words

  func text(_ cell: EditedList.Cell) -> String { Self.text(cell) }

  static func text(_ cell: EditedList.Cell) -> String {
    switch cell.value {
    case .text(let text), .failure(let text): text
    // Ids and titles may look like numbers.
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    }
  }

  func short(_ text: String) -> String {
    let line = CalendarText.line(text)
    return line.count > 60 ? line.prefix(60) + "…" : line
  }

  func report(
    _ fault: CellWords.Fault, _ row: EditedList.Row, _ column: EditedList.Column
  ) {
    report(
      fault.rule, row, column, row.cells[column].map(text), fault.sentence, fault.suggestion)
  }

  func reportEmpty(_ row: EditedList.Row, _ column: EditedList.Column) {
    report(
      "empty-cell", row, column, nil, "The cell is empty.",
      "a placed session has a date, a start and a room")
  }

  func report(
    _ rule: String, _ row: EditedList.Row, _ column: EditedList.Column, _ value: String?,
    _ sentence: String, _ suggestion: String?, _ severity: Finding.Severity = .error
  ) {
    add(
      Finding(
        rule, severity, file: list.file, line: row.line,
        column: row.cells[column]?.place ?? list.columns[column] ?? column.rawValue,
        value: value.map(short), sentence, suggestion: suggestion))
  }

  func warn(
    _ rule: String, _ row: EditedList.Row, _ column: EditedList.Column, _ sentence: String,
    _ suggestion: String?
  ) {
    report(rule, row, column, row.cells[column].map(text), sentence, suggestion, .warning)
  }
}
