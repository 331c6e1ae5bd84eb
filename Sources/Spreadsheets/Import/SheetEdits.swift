// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Meetings
import Programmes
import Tables
import Workbooks

/// The edits of a workbook's sheets put together: every sheet says where sessions are, and whatever
/// differs from the export is an edit. One edit of a session counts, wherever it was made; two that
/// differ are named, and so is what cannot be read as an edit.
struct SheetEdits {
  /// Sheets that show the same thing, such as all day sheets.
  struct View {
    let name: String
    var stated: [String: [StatedRow]] = [:]
  }

  let context: ImportContext
  private let file: String
  private let list: [String: StatedRow]
  /// Where sessions were at export; `nil` if the workbook does not hold that.
  let exported: [String: StatedRow]?
  let grids: [GridSheet]
  let dayCells: [String: DayCell]
  private(set) var views: [View] = []
  var findings: [Finding] = []

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

  /// The rows that sheets other than the list give.
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
          + edits.map(words).joined(separator: "; ")
          + "; it was exported as \(placeWords(before)).",
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

  // MARK: Words

  mutating func reportTwice(_ session: Session, _ rows: [StatedRow]) {
    let places = rows.map(words).joined(separator: "; ")
    report(
      "twice", .error, rows[rows.count - 1], session,
      "\(SessionWords.quoted(session)) is in several places: \(places).",
      "leave the one that is right, and change or empty the others")
  }

  func words(_ row: StatedRow) -> String { "\(row.place) says \(placeWords(row))" }

  func placeWords(_ row: StatedRow) -> String {
    guard let stay = row.stay else { return row.row.status.rawValue }
    return
      "\(VenueClock.short(stay.start.date)) \(stay.start.clock), \(context.rooms.labels[stay.room])"
  }

  mutating func report(
    _ rule: String, _ severity: Finding.Severity, _ row: StatedRow, _ session: Session,
    _ sentence: String, _ suggestion: String?
  ) {
    findings.append(
      Finding(
        rule, severity, file: "\(file), sheet \(row.sheet)", line: row.line, column: row.cell,
        value: session.id, sentence, suggestion: suggestion))
  }
}
