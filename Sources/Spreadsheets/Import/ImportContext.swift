// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings

/// What every sheet of a workbook is compared with.
struct ImportContext {
  let scenario: Scenario
  /// Ids of the sessions that are not eligible.
  let held: Set<String>
  /// The names, by id, of sessions and rooms that a what-if removed.
  let removed: [String: String]
  let sessions: [String: Session]
  let rooms: RoomNames
  let cells: CellContext

  init(_ scenario: Scenario, held: Set<String>, removed: [String: String]) {
    self.scenario = scenario
    self.held = held
    let removed = removed.merging(
      scenario.cancellations.map { ($0.session, $0.title) }, uniquingKeysWith: { first, _ in first }
    )
    self.removed = removed
    sessions = Dictionary(
      scenario.sessions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    rooms = RoomNames(scenario.rooms, removed: removed)
    cells = CellContext(scenario.meeting)
  }
}

/// What one place in a workbook says about a session.
struct StatedRow: Hashable {
  var row: Schedule.Row
  /// The sheet; empty for a file that is only a list.
  var sheet: String
  /// The cell, such as `C7`, or the line of a list.
  var cell: String
  var line: Int

  /// `List!D5`, or the line.
  var place: String { sheet.isEmpty ? "line \(line)" : "\(sheet)!\(cell)" }

  /// When and where; `nil` for a session without a place, whatever the reason.
  var stay: Stay? { Stay(row) }

  struct Stay: Hashable {
    let start: WallTime
    let room: String

    init?(_ row: Schedule.Row) {
      guard row.status == .placed, let start = row.start, let room = row.room else { return nil }
      self.start = start
      self.room = room
    }
  }
}
