// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Programmes
import Texts
import Workbooks

/// The list: a row for each session, to sort, filter and edit. `programme import` reads it back.
///
/// Dates and times are real ones; the end follows the start by a formula; rooms and status are
/// picked from lists.
struct ListSheet {
  static let name = "List"

  private let lines: ProgrammeLines

  init(_ lines: ProgrammeLines) { self.lines = lines }

  static let columns: [(name: String, width: Double)] = [
    ("Session", 14), ("Title", 46), ("Date", 16), ("Start", 8), ("Minutes", 8), ("End", 8),
    ("Room", 24), ("Status", 11), ("Kind", 18), ("Themes", 22), ("Part of", 30), ("People", 34),
    ("Languages", 16), ("Page", 30),
  ]

  func plan() -> SheetPlan {
    let count = lines.sessions.count + lines.waiting.count
    var plan = SheetParts.list(Self.name, Self.columns, rows: count, frozen: 2)
    var row = 1
    for session in lines.sessions {
      put(session, row, &plan)
      row += 1
    }
    for session in lines.waiting {
      put(session, row, &plan)
      row += 1
    }
    if count > 0, !lines.rooms.all.isEmpty {
      plan.choices = [
        SheetPlan.Choice(
          rows: 1...count, column: 6,
          source: "='\(RoomsSheet.name)'!$A$2:$A$\(lines.rooms.all.count + 1)")
      ]
    }
    return plan
  }

  private func put(_ session: PublishedProgramme.Session, _ row: Int, _ plan: inout SheetPlan) {
    let (start, end) = (lines.start(session), lines.end(session))
    var title = SheetParts.body
    title.isStruck = session.status == .cancelled
    plan.put(SheetParts.text(session.id), row, 0, SheetParts.body)
    plan.put(SheetParts.text(session.title), row, 1, title)
    plan.put(SheetParts.serial(start.date), row, 2, SheetParts.date)
    plan.put(SheetParts.clock(start), row, 3, SheetParts.time)
    plan.put(.number(Double(lines.minutes(session))), row, 4, SheetParts.body(format: "0"))
    plan.put(
      .formula(Self.end(row), Double(end.minuteOfDay) / 1440), row, 5, SheetParts.time)
    plan.put(.text(lines.rooms[session.room]), row, 6, SheetParts.body)
    plan.put(
      .text(session.status == .placed ? "placed" : "cancelled"), row, 7, SheetParts.body)
    plan.put(
      SheetParts.text(session.kinds.asReadableCell), row, 8,
      SheetParts.kind(lines.colour(session)))
    for (column, text) in [
      session.themes.asReadableCell, session.activities.asReadableCell,
      lines.people(session).asReadableCell, session.languages.asReadableCell,
    ].enumerated() {
      plan.put(SheetParts.text(text), row, 9 + column, SheetParts.body)
    }
    plan.put(SheetParts.link(session.url), row, 13, SheetParts.body)
  }

  private func put(_ session: WaitingSession, _ row: Int, _ plan: inout SheetPlan) {
    plan.put(SheetParts.text(session.id), row, 0, SheetParts.body)
    plan.put(SheetParts.text(session.title), row, 1, SheetParts.body)
    plan.put(.text(""), row, 2, SheetParts.date)
    plan.put(.text(""), row, 3, SheetParts.time)
    plan.put(.number(Double(session.minutes)), row, 4, SheetParts.body(format: "0"))
    plan.put(.formula(Self.end(row), nil), row, 5, SheetParts.time)
    plan.put(.text(""), row, 6, SheetParts.body)
    plan.put(.text(session.status.rawValue), row, 7, SheetParts.body)
    plan.put(SheetParts.text(session.kinds.asReadableCell), row, 8, SheetParts.body)
    plan.put(SheetParts.text(session.themes.asReadableCell), row, 9, SheetParts.body)
  }

  /// The start and the minutes after it, over midnight too.
  private static func end(_ row: Int) -> String {
    let number = row + 1
    return "=IF(D\(number)=\"\",\"\",MOD(D\(number)+E\(number)/1440,1))"
  }
}
