// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Meetings
import Programmes
import Tables
import Workbooks

/// The edits of a workbook's sheets put together: every sheet says where sessions are, and what differs
/// from what went out is an edit. One edit of a session counts, wherever it was made; two that
/// differ are named, and so is what cannot be read as an edit.
struct SheetEdits {
  /// Sheets that show the same thing, such as all day sheets.
  struct View {
    let name: String
    var stated: [String: [StatedRow]] = [:]
  }

  private let context: ImportContext
  private let file: String
  private let list: [String: StatedRow]
  /// Where sessions were when the workbook went out; `nil` where it does not hold that.
  private let exported: [String: StatedRow]?
  private let grids: [GridSheet]
  private let dayCells: [String: DayCell]
  private var views: [View] = []
  private(set) var findings: [Finding] = []

  /// - Parameters:
  ///   - list: what the list says, by session.
  ///   - lists: the other sheets that are lists.
  init(
    _ context: ImportContext, file: String, list: [String: StatedRow],
    exported: [String: StatedRow]?, grids: [GridSheet], dayCells: [String: DayCell],
    lists: [(name: String, rows: [StatedRow])]
  ) {
    self.context = context
    self.file = file
    self.list = list
    self.exported = exported
    self.grids = grids
    self.dayCells = dayCells
    views = lists.map { list in
      View(name: list.name, stated: Dictionary(grouping: list.rows, by: \.row.session))
    }
  }

  /// The rows that other sheets than the list say.
  mutating func edited() -> [String: Schedule.Row] {
    var result: [String: Schedule.Row] = [:]
    for session in context.scenario.sessions {
      guard let own = list[session.id] else { continue }
      if let row = edited(session, own) { result[session.id] = row }
    }
    return result
  }

  private mutating func edited(_ session: Session, _ own: StatedRow) -> Schedule.Row? {
    let entries = grids.flatMap { grid in
      grid.entries.filter { $0.session.id == session.id }.map { (grid, $0) }
    }
    guard let before = before(session, own, entries.map(\.1)) else {
      return settled(own, entries, session)
    }
    var stated: [StatedRow] = []
    for (grid, entry) in entries {
      guard let row = row(entry, grid, before) else { return nil }
      stated.append(row)
    }
    let inViews = [stated] + views.map { $0.stated[session.id] ?? [] }
    for rows in inViews where Set(rows.map(\.stay)).count > 1 {
      reportTwice(session, rows)
      return nil
    }
    if entries.isEmpty { checkGone(session, own, before) }
    let edits = ([own] + inViews.compactMap(\.first)).filter { $0.stay != before.stay }
    guard let first = edits.first else { return nil }
    if Set(edits.map(\.stay)).count > 1 {
      report(
        "sheets-differ", .error, edits[1], session,
        "The sheets disagree about \(SessionWords.quoted(session)): "
          + edits.map(words).joined(separator: "; ") + "; it went out as \(placeWords(before)).",
        "make them say the same, or put one of them back")
      return nil
    }
    guard first != own, own.stay != first.stay else { return nil }
    report(
      "read-from-sheet", .note, first, session,
      "\(SessionWords.quoted(session)) was edited here: from \(placeWords(own)) to"
        + " \(placeWords(first)); this is taken.", nil)
    return first.row
  }

  // MARK: What it was

  /// What went out, or, where the workbook does not hold that, what most of its sheets say.
  private func before(
    _ session: Session, _ own: StatedRow, _ entries: [GridSheet.Entry]
  ) -> StatedRow? {
    if let exported { return exported[session.id] ?? own }
    let inGrid = entries.count == 1 ? entries[0].stay.map { stated($0, entries[0], "") } : nil
    let others = [inGrid] + views.map { $0.stated[session.id]?.first }
    let all = [own] + others.compactMap(\.self)
    let counts = Dictionary(grouping: all, by: \.stay)
    if let most = counts.values.first(where: { $0.count * 2 > all.count }) { return most[0] }
    // Words that still say the time of their row were not moved; others were.
    guard let inGrid, let stay = inGrid.stay, let time = entries[0].words.times.first,
      all.count == 2, let minute = ClockCell.moment(time, in: context.cells).value?.minute
    else { return nil }
    if minute != stay.start.minuteOfDay { return own }
    return own.stay?.start == stay.start ? nil : inGrid
  }

  /// Without anything to compare with, sheets that differ cannot be told apart.
  private mutating func settled(
    _ own: StatedRow, _ entries: [(GridSheet, GridSheet.Entry)], _ session: Session
  ) -> Schedule.Row? {
    let inGrid = entries.compactMap { grid, entry in
      entry.stay.map { stated($0, entry, grid.name) }
    }
    let all = [own] + inGrid + views.flatMap { $0.stated[session.id]?.prefix(1) ?? [] }
    let differing = all.filter { $0.stay != own.stay }
    guard let first = differing.first else { return nil }
    report(
      "sheets-differ", .error, first, session,
      "The sheets disagree about \(SessionWords.quoted(session)): "
        + ([own] + differing).map(words).joined(separator: "; ") + ".",
      "make them say the same, or remove the sheet that is out of date")
    return nil
  }

  // MARK: A cell of a day sheet

  private func stated(
    _ stay: StatedRow.Stay, _ entry: GridSheet.Entry, _ sheet: String
  ) -> StatedRow {
    StatedRow(
      row: .placed(entry.session.id, stay.start, stay.room), sheet: sheet, cell: entry.cell,
      line: entry.line)
  }

  /// What a cell says: where it stands, or, where only the time in its words was changed, that time.
  private mutating func row(
    _ entry: GridSheet.Entry, _ grid: GridSheet, _ before: StatedRow
  ) -> StatedRow? {
    guard let stay = entry.stay else { return nil }
    var result = stated(stay, entry, grid.name)
    compareWords(entry, result)
    if entry.words.isCancelled {
      let isHeld = context.held.contains(entry.session.id)
      result.row = .init(session: entry.session.id, status: isHeld ? .held : .unplaced)
      return result
    }
    guard let word = entry.words.times.first,
      dayCells[entry.session.id].map({ $0.times != entry.words.times }) ?? true
    else { return result }
    guard let minute = ClockCell.moment(word, in: context.cells).value?.minute, minute < 1440 else {
      report(
        "grid-time", .error, result, entry.session, "'\(word.prefix(40))' is no time of day.",
        "write the start and the end as 09:00–10:30")
      return nil
    }
    let inRow = stay.start.minuteOfDay
    if minute == inRow || minute == before.stay?.start.minuteOfDay { return result }
    guard inRow == before.stay?.start.minuteOfDay else {
      report(
        "grid-time", .error, result, entry.session,
        "\(SessionWords.quoted(entry.session)) stands in the row of \(ClockTime.text(inRow)), and its"
          + " words say \(ClockTime.text(minute)).",
        "make both say the same")
      return nil
    }
    let start = WallTime(stay.start.date, minuteOfDay: minute)
    result.row = .placed(entry.session.id, start, stay.room)
    return result
  }

  /// Words of a cell that are the scenario's: a grid does not change them.
  private mutating func compareWords(_ entry: GridSheet.Entry, _ row: StatedRow) {
    let (session, words) = (entry.session, entry.words)
    let before = dayCells[session.id]
    let title = before?.title ?? DayCell.title(session.title)
    if words.title != title, words.title != words.text {
      report(
        "title", .warning, row, session,
        "The title is not \(SessionWords.quoted(session))'s; a schedule carries no titles.",
        "change it in sessions.csv")
    }
    guard let before, words.text != before.text else { return }
    if words.kinds != before.kinds {
      report(
        "sheet-words", .warning, row, session,
        "The kind of \(SessionWords.quoted(session)) is '\(before.kinds)', not '\(words.kinds)'.",
        "change it in sessions.csv")
    }
    guard words.times.count == 2, words.times != before.times,
      let from = ClockCell.moment(words.times[0], in: context.cells).value?.minute,
      let until = ClockCell.moment(words.times[1], in: context.cells).value?.minute,
      (until - from + 2880) % 1440 != session.minutes % 1440
    else { return }
    report(
      "end", .warning, row, session,
      "\(SessionWords.quoted(session)) lasts \(session.minutes) minutes, not from"
        + " \(ClockTime.text(from)) to \(ClockTime.text(until)).",
      "the length is changed in sessions.csv")
  }

  /// A session that stood on a day sheet and stands on none.
  private mutating func checkGone(_ session: Session, _ own: StatedRow, _ before: StatedRow) {
    guard let stay = before.stay, own.stay == stay,
      let grid = grids.first(where: { $0.date == stay.start.date })
    else { return }
    findings.append(
      Finding(
        "gone-from-sheet", .error, file: grid.file, value: session.id,
        "\(SessionWords.quoted(session)) stands on no day sheet any more; '\(ListSheet.name)' has it"
          + " at \(placeWords(own)).",
        suggestion:
          "put its cell back; or, if it does not take place then, write unplaced as its Status on"
          + " sheet '\(ListSheet.name)'"))
  }

  // MARK: Words

  private mutating func reportTwice(_ session: Session, _ rows: [StatedRow]) {
    let places = rows.map(words).joined(separator: "; ")
    report(
      "twice", .error, rows[rows.count - 1], session,
      "\(SessionWords.quoted(session)) stands in several places: \(places).",
      "leave the one that is right, and change or empty the others")
  }

  private func words(_ row: StatedRow) -> String { "\(row.place) says \(placeWords(row))" }

  private func placeWords(_ row: StatedRow) -> String {
    guard let stay = row.stay else { return row.row.status.rawValue }
    return
      "\(VenueClock.short(stay.start.date)) \(stay.start.clock), \(context.rooms.labels[stay.room])"
  }

  private mutating func report(
    _ rule: String, _ severity: Finding.Severity, _ row: StatedRow, _ session: Session,
    _ sentence: String, _ suggestion: String?
  ) {
    findings.append(
      Finding(
        rule, severity, file: "\(file), sheet \(row.sheet)", line: row.line, column: row.cell,
        value: session.id, sentence, suggestion: suggestion))
  }
}
