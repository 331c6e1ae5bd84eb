// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Meetings
import Programmes
import Tables
import Texts
import Workbooks

/// A day sheet as somebody may have edited it: rooms across, times down, a session's words in a cell.
struct GridSheet {
  /// A session's cell, and where it is.
  struct Entry {
    let session: Session
    let words: DayCell
    /// From the row and the column; `nil` if one of them gives no time or no room.
    let stay: StatedRow.Stay?
    let line: Int
    let cell: String
  }

  let name: String
  /// What findings call the sheet.
  let file: String
  let date: CalendarDate
  private(set) var entries: [Entry] = []
  private(set) var findings: [Finding] = []

  private let context: ImportContext

  /// - Parameter dates: the days that a sheet may be of.
  /// - Returns: nothing where the sheet is no day of the programme.
  init?(_ sheet: Sheet, _ file: String, dates: [CalendarDate], _ context: ImportContext) {
    guard let (head, date) = Self.head(sheet, dates) else { return nil }
    name = sheet.name
    self.file = "\(file), sheet \(sheet.name.filter { !$0.isNewline }.prefix(60))"
    self.date = date
    self.context = context
    read(Array(sheet.rows.dropFirst(head + 1)), under: sheet.rows[head])
  }

  /// The row of the rooms, which begins with the word of the exported sheet, and the day: by what
  /// is above that row, or by the sheet's name.
  private static func head(_ sheet: Sheet, _ dates: [CalendarDate]) -> (Int, CalendarDate)? {
    let head = sheet.rows.prefix(20).firstIndex { row in
      guard let first = row.cells[0], row.cells.count > 1 else { return false }
      return CellText.folded(text(first)) == CellText.folded(DaySheet.corner)
    }
    guard let head else { return nil }
    let above = sheet.rows[..<head].flatMap(\.cells.values).map { text($0).trimmed }
    let date =
      dates.first { date in above.contains { $0.hasSuffix(VenueClock.long(date)) } }
      ?? dates.first { [VenueClock.short($0), "\($0)"].contains(sheet.name.trimmed) }
    return date.map { (head, $0) }
  }

  private static func text(_ cell: Sheet.Cell) -> String {
    switch cell {
    case .text(let text), .failure(let text): text
    case .number(let number):
      ClockCell.moment(number).value.map { ClockCell.plain($0.minute) } ?? ""
    }
  }

  // MARK: Rows

  private mutating func read(_ rows: [Sheet.Row], under head: Sheet.Row) {
    let columns = (head.cells.keys.filter { $0 > 0 }).sorted()
    var last: (minute: Int, days: Int)?
    for row in rows {
      let minute = row.cells[0].flatMap(minute)
      // Rows after midnight belong to the next day.
      if let minute {
        let isNextDay = last.map { $0.minute >= 720 && minute < 720 } ?? false
        last = (minute, (last?.days ?? 0) + (isNextDay ? 1 : 0))
      }
      for (column, cell) in row.cells.sorted(by: { $0.key < $1.key }) where column > 0 {
        let words = Self.text(cell).trimmed
        if words.isEmpty { continue }
        let place = "\(columnLetters(column))\(row.number)"
        guard let session = session(in: DayCell(words), row.number, place) else { continue }
        // A room with overlapping sessions has several columns under one heading.
        let heading = columns.last { $0 <= column }.flatMap { head.cells[$0] }.map(Self.text)
        let room = heading.flatMap { context.rooms.id(of: $0.trimmed) }
        if minute == nil {
          reportTime(row, session, place)
        } else if room == nil {
          reportRoom(heading?.trimmed ?? "", row.number, session, place)
        }
        var stay: StatedRow.Stay?
        if let minute, let last, let room {
          let start = WallTime(date, minuteOfDay: minute + 1440 * last.days)
          stay = StatedRow.Stay(.placed(session.id, start, room))
        }
        entries.append(
          Entry(
            session: session, words: DayCell(words), stay: stay, line: row.number, cell: place))
      }
    }
  }

  private func minute(_ cell: Sheet.Cell) -> Int? {
    let reading: Reading<ClockCell.Moment> =
      switch cell {
      case .number(let number): ClockCell.moment(number)
      case .text(let text): ClockCell.moment(text, in: context.cells)
      case .failure: .refused(.unlike([]))
      }
    return reading.value.flatMap { $0.minute < 1440 ? $0.minute : nil }
  }

  // MARK: Sessions

  /// The session that a cell is about; a finding if there are none or several.
  private mutating func session(in words: DayCell, _ line: Int, _ cell: String) -> Session? {
    let (last, others) = words.candidates
    if let session = context.sessions[last] { return session }
    if context.removed[last] != nil { return nil }
    let named = Set(others).compactMap { context.sessions[$0] }
    if named.count == 1 { return named[0] }
    if named.count > 1 {
      let ids = named.map(\.id).sorted().joined(separator: ", ")
      report(
        "cell-words", line, cell, words.text, "The cell names several sessions: \(ids).",
        "one cell for each session")
      return nil
    }
    if others.contains(where: { context.removed[$0] != nil }) { return nil }
    let titles = [words.title, words.text].map(CellText.folded)
    let called = context.scenario.sessions.filter { titles.contains(CellText.folded($0.title)) }
    if called.count == 1 { return called[0] }
    let near = Nearest.to(last, among: context.scenario.sessions.map(\.id))
    report(
      "cell-words", line, cell, words.text,
      "'\(words.text.prefix(60).replacing("\n", with: " / "))' names no session; nothing is read from this cell.",
      near.map { "did you mean '\($0)'? " } ?? ""
        + "to move a session, move its own cell there, with the id at its end, or edit sheet"
        + " '\(ListSheet.name)'", .warning)
    return nil
  }

  // MARK: Findings

  private mutating func reportTime(_ row: Sheet.Row, _ session: Session, _ cell: String) {
    let words = row.cells[0].map(Self.text)?.trimmed ?? ""
    let sentence =
      words.isEmpty
      ? "'\(session.id)' is in a row without a time."
      : "'\(words.prefix(40))' is not a time of day."
    report(
      "grid-time", row.number, "A\(row.number)", words, sentence,
      "write the time of the row into A\(row.number), or edit sheet '\(ListSheet.name)'; \(cell)"
        + " holds the session")
  }

  private mutating func reportRoom(
    _ heading: String, _ line: Int, _ session: Session, _ cell: String
  ) {
    let near = Nearest.to(heading, among: context.rooms.labels.all)
    report(
      "unknown-id", line, cell, heading,
      heading.isEmpty
        ? "'\(session.id)' is in a column without a room."
        : "'\(session.id)' is under '\(heading.prefix(60))', which is not a room of the scenario.",
      near.map { "did you mean '\($0)'?" } ?? "the heading is the name or the id of a room")
  }

  private mutating func report(
    _ rule: String, _ line: Int, _ cell: String, _ value: String, _ sentence: String,
    _ suggestion: String, _ severity: Finding.Severity = .error
  ) {
    let value = String(value.replacing("\n", with: " / ").prefix(60))
    findings.append(
      Finding(
        rule, severity, file: file, line: line, column: cell, value: value.isEmpty ? nil : value,
        sentence, suggestion: suggestion))
  }
}
