// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Meetings
import Tables
import Workbooks

/// What the rows of one list say about sessions.
final class EditedRows {
  let list: EditedList
  let context: ImportContext
  var scenario: Scenario { context.scenario }
  /// What the list said at export, if that is known: whatever differs was edited.
  private let exported: [String: EditedList.Row]
  private(set) var findings: [Finding] = []
  /// The lines of the sessions that the list names, even if the rest of the row is wrong.
  private(set) var seen: [String: Int] = [:]
  /// Sessions that a row names in a way that is an error: they are still in the list.
  private var nearlyNamed: Set<String> = []

  init(_ list: EditedList, _ context: ImportContext, exported: EditedList? = nil) {
    self.list = list
    self.context = context
    self.exported = Dictionary(
      (exported?.rows ?? []).compactMap { row in
        row.cells[.session].map { (Self.text($0), row) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameter areUnique: whether a session may be in only one row.
  func statements(areUnique: Bool) -> [StatedRow] {
    list.rows.compactMap { row in
      guard let cell = row.cells[.session] else {
        report(
          "empty-cell", row, .session, nil, "The row has no session.",
          "the id of the session, or remove the row")
        return nil
      }
      let written = text(cell)
      // Invisible and full-width signs are taken for what they look like, as in the tables.
      let id = context.sessions[written] == nil ? CellText(written).text : written
      if context.removed[id] != nil { return nil }
      guard let session = context.sessions[id] else {
        if let meant = reportUnknown(id, row) { nearlyNamed.insert(meant) }
        return nil
      }
      if let first = seen[id], areUnique {
        report(
          "twice", row, .session, id, "'\(id)' is on line \(first) already.",
          "keep the row that is right")
        return nil
      }
      seen[id] = seen[id] ?? row.line
      let read = read(row, session)
      if areUnique { compare(row, session) }
      return read.map {
        StatedRow(
          row: $0, sheet: list.sheet, cell: (row.cells[.start] ?? cell).cell, line: row.line)
      }
    }
  }

  /// Reports that there is no such session; returns the one that was surely meant, if any.
  private func reportUnknown(_ id: String, _ row: EditedList.Row) -> String? {
    let ids = scenario.sessions.map(\.id)
    let folded = CellText.folded(id)
    let called = scenario.sessions.filter { CellText.folded($0.title) == folded && !folded.isEmpty }
    if called.count == 1 {
      report(
        "name-for-id", row, .session, id,
        "'\(short(id))' is the title of session \(called[0].id), not its id.",
        "write \(called[0].id)")
      return called[0].id
    }
    let original = SpreadsheetIDs.original(of: id, among: ids)
    let near = Nearest.to(id, among: ids)
    report(
      "unknown-id", row, .session, id, "The scenario has no session '\(short(id))'.",
      original.map { "did you mean '\($0)'? A spreadsheet rewrites such ids" }
        ?? near.map { "did you mean '\($0)'?" } ?? "a new session is added to sessions.csv first")
    return original
  }

  /// The sessions that the list leaves out: unplaced, or held.
  func absent() -> [Schedule.Row] {
    let absent = scenario.sessions.filter { seen[$0.id] == nil && !nearlyNamed.contains($0.id) }
    return absent.map { session in
      if context.held.contains(session.id) {
        return Schedule.Row(session: session.id, status: .held)
      }
      findings.append(
        Finding(
          "absent", .warning, file: list.file, value: session.id,
          "'\(session.id)' is not in the list; it is taken as unplaced.",
          suggestion: "add a row for it if it takes place"))
      return Schedule.Row(session: session.id, status: .unplaced)
    }
  }

  // MARK: One row

  /// If a row's status and its place contradict each other, what was edited counts; if that is not
  /// known, the place.
  private func read(_ row: EditedList.Row, _ session: Session) -> Schedule.Row? {
    let hasPlace = [.date, .start].allSatisfy { row.cells[$0] != nil } && hasRoom(row)
    let hasNothing = row.cells[.date] == nil && row.cells[.start] == nil && !hasRoom(row)
    var standing: StatusCell.Status = hasNothing ? .unplaced : .placed
    if let cell = row.cells[.status] {
      guard let stated = status(cell, row) else { return nil }
      standing = stated
      if stated == .placed && hasNothing {
        warn(
          "status", row, .status,
          "'\(session.id)' is marked \(short(text(cell))) but has no time and no"
            + " room; it is taken as unplaced.",
          "write unplaced, or give it a date, a start and a room")
        standing = .unplaced
      } else if stated == .unplaced || stated == .held, hasPlace, !isEdited(.status, row, session) {
        warn(
          "status", row, .status,
          "'\(session.id)' is marked \(short(text(cell))) but has a time"
            + " and a room; it is taken as placed.", "write placed, or empty its date")
        standing = .placed
      }
    }
    switch standing {
    case .placed: return placed(row, session)
    case .held: return Schedule.Row(session: session.id, status: .held)
    case .unplaced, .cancelled:
      return Schedule.Row(
        session: session.id, status: context.held.contains(session.id) ? .held : .unplaced)
    }
  }

  private func status(_ cell: EditedList.Cell, _ row: EditedList.Row) -> StatusCell.Status? {
    if let standing = StatusCell.read(text(cell)).value { return standing }
    let near = Nearest.to(text(cell).lowercased(), among: StatusCell.known)
    report(
      "choice", row, .status, text(cell), "'\(short(text(cell)))' is not known here.",
      (near.map { "did you mean '\($0)'? " } ?? "")
        + "Known: \(StatusCell.known.joined(separator: ", "))")
    return nil
  }

  /// Whether a cell is known to say something different from the export.
  private func isEdited(
    _ column: EditedList.Column, _ row: EditedList.Row, _ session: Session
  ) -> Bool {
    guard let before = exported[session.id] else { return false }
    return before.cells[column].map(text) != row.cells[column].map(text)
  }

  private func placed(_ row: EditedList.Row, _ session: Session) -> Schedule.Row? {
    let date = date(row)
    let start = start(row, date)
    let room = room(row)
    guard let date, let start, let room else { return nil }
    return .placed(session.id, WallTime(date, minuteOfDay: start), room)
  }

  func add(_ finding: Finding) { findings.append(finding) }
}
