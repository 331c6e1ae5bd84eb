// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Programmes
import Workbooks

/// A day as a coloured grid: rooms across, time down, each session as tall as it is long.
struct DaySheet {
  private let lines: ProgrammeLines
  private let day: Listing.DayOfSessions
  private let name: String
  private let sessions: [PublishedProgramme.Session]
  private let grid: DayGrid

  /// The heading above the times, left of the rooms.
  static let corner = "Time"
  /// Rows above the times: title, standing, rooms.
  private static let headRows = 3

  init(_ lines: ProgrammeLines, _ day: Listing.DayOfSessions, name: String) {
    self.lines = lines
    self.day = day
    self.name = name
    sessions = day.sessions.map { lines.sessions[$0] }
    grid = DayGrid(sessions, rooms: lines.programme.rooms.map(\.id))
  }

  func plan() -> SheetPlan {
    var plan = SheetPlan(name: name)
    plan.frozenRows = Self.headRows
    plan.frozenColumns = 1
    plan.widths = [7.5] + Array(repeating: grid.columnCount > 8 ? 19 : 24, count: grid.columnCount)
    putHead(&plan)
    putHours(&plan)
    for block in grid.blocks { put(block, &plan) }
    return plan
  }

  private func putHead(_ plan: inout SheetPlan) {
    let words = [day.label, VenueClock.long(day.date)].filter { !$0.isEmpty }
    plan.put(
      .text(CalendarText.line(words.joined(separator: " – "))), 0, 0,
      CellStyle(isBold: true, size: 14, ink: WorkbookColours.ink))
    let zone = lines.programme.zone
    let noon = zone.instant(WallTime(day.date, minuteOfDay: 720))
    var standing =
      "\(CalendarText.line(lines.programme.name)) · \(ProgrammeWorkbook.edition(lines.programme))"
      + " · times in \(zone.zone.identifier) (\(lines.listing.clock.offset(at: noon)))"
    if let reason = lines.programme.violationsReason {
      standing += " · rules are broken: \(CalendarText.line(reason))"
    }
    plan.put(.text(standing), 1, 0, CellStyle(size: 9, ink: WorkbookColours.ink))
    plan.heights[0] = 22
    plan.heights[2] = 30
    var style = SheetParts.head
    style.isCentred = true
    plan.put(.text(Self.corner), 2, 0, style)
    var column = 1
    for room in grid.rooms {
      let label = room.room.isEmpty ? "No room" : lines.rooms[room.room]
      plan.put(label, rows: 2...2, columns: column...column + room.lanes - 1, style)
      column += room.lanes
    }
  }

  /// The clock time of each row, and empty cells with lines, so that free rooms are visible.
  private func putHours(_ plan: inout SheetPlan) {
    let zone = lines.programme.zone
    var hour = CellStyle(
      isBold: true, isTop: true, size: 9, fill: WorkbookColours.hours, ink: WorkbookColours.ink,
      border: WorkbookColours.line, format: "hh:mm")
    hour.isCentred = true
    let free = CellStyle(border: 0xDDE2E8)
    let occupied = Set(grid.blocks.flatMap { block in block.rows.map { [$0, block.column] } })
    for (row, instant) in grid.instants.enumerated() {
      let place = row + Self.headRows
      plan.put(SheetParts.clock(zone.wallTime(atInstant: instant)), place, 0, hour)
      guard row + 1 < grid.instants.count else { break }
      let minutes = (grid.instants[row + 1] - instant) / 60
      plan.heights[place] = min(200, max(15, Double(minutes) * 1.3))
      for column in 0..<grid.columnCount where !occupied.contains([row, column]) {
        plan.put(.text(""), place, column + 1, free)
      }
    }
  }

  private func put(_ block: DayGrid.Block, _ plan: inout SheetPlan) {
    let session = sessions[block.session]
    var style = SheetParts.kind(lines.colour(session))
    style.size = 9
    if session.status == .cancelled {
      style.fill = WorkbookColours.cancelled
      style.isStruck = true
    }
    let rows = block.rows.lowerBound + Self.headRows...block.rows.upperBound + Self.headRows
    plan.put(
      DayCell(session, lines).text, rows: rows, columns: block.column + 1...block.column + 1, style)
  }
}
