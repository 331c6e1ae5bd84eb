// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings
import Tables

extension EditedRows {
  func date(_ row: EditedList.Row) -> CalendarDate? {
    guard let cell = row.cells[.date] else {
      reportEmpty(row, .date)
      return nil
    }
    switch DateCell.moment(text(cell), in: context.cells) {
    case .read(let moment, _): return agreed(moment, row, cell)
    case .ambiguous(let moments):
      // A session is on a day of the meeting.
      let days = moments.filter { moment in context.cells.days.contains { $0.date == moment.date } }
      if days.count == 1 { return agreed(days[0], row, cell) }
      report(CellWords.ambiguous(text(cell), moments.map { "\($0.date)" }), row, .date)
    case .refused(let refusal):
      report(CellWords.refused(text(cell), refusal, as: .date, in: context.cells), row, .date)
    }
    return nil
  }

  /// The date of a cell that may also hold the time, as long as that is midnight or the row's
  /// start.
  func agreed(
    _ moment: DateCell.Moment, _ row: EditedList.Row, _ cell: EditedList.Cell
  ) -> CalendarDate? {
    guard let minute = moment.minute, minute != 0 else { return moment.date }
    if row.cells[.start].flatMap({ self.moment($0).value?.minute }) == minute { return moment.date }
    let refusal = Refusal.timeBehind(date: "\(moment.date)", time: ClockCell.plain(minute))
    report(CellWords.refused(text(cell), refusal, as: .date, in: context.cells), row, .date)
    return nil
  }

  func start(_ row: EditedList.Row, _ date: CalendarDate?) -> Int? {
    guard let cell = row.cells[.start] else {
      reportEmpty(row, .start)
      return nil
    }
    switch moment(cell) {
    case .read(let moment, _):
      if let date, let own = moment.date, own != date {
        report(
          "time", row, .start, text(cell), "The start is on another day, \(own), than the row.",
          "write the time alone, \(ClockCell.plain(moment.minute))")
        return nil
      }
      if moment.minute < 1440 { return moment.minute }
      report(CellWords.refused(text(cell), .endOfDay, as: .clock, in: context.cells), row, .start)
    case .ambiguous(let moments):
      report(
        CellWords.ambiguous(text(cell), moments.map { ClockCell.plain($0.minute) }), row, .start)
    case .refused(let refusal):
      report(CellWords.refused(text(cell), refusal, as: .clock, in: context.cells), row, .start)
    }
    return nil
  }

  /// A time of day, with the date before it if there is one.
  func moment(_ cell: EditedList.Cell) -> Reading<ClockCell.Moment> {
    switch cell.value {
    case .number(let number): ClockCell.moment(number)
    case .text(let text): ClockCell.moment(text, in: context.cells)
    case .failure: .refused(.unlike([]))
    }
  }

  func hasRoom(_ row: EditedList.Row) -> Bool {
    row.cells[.room] != nil || row.cells[.roomName] != nil
  }

  func room(_ row: EditedList.Row) -> String? {
    guard hasRoom(row) else {
      reportEmpty(row, .room)
      return nil
    }
    var ids: [String] = []
    for column in [EditedList.Column.room, .roomName] {
      guard let cell = row.cells[column] else { continue }
      let name = text(cell)
      guard let id = context.rooms.id(of: name) else {
        let known = scenario.rooms.map(\.id) + scenario.rooms.map(\.name)
        report(
          "unknown-id", row, column, name, "The scenario has no room '\(short(name))'.",
          Nearest.to(name, among: known).map { "did you mean '\($0)'?" }
            ?? "the id or the name of a room in rooms.csv")
        return nil
      }
      ids.append(id)
    }
    if let second = ids.dropFirst().first, second != ids[0] {
      report(
        "rooms-differ", row, .room, ids[0],
        "The row names two rooms: '\(ids[0])' by id, and '\(second)' by name.",
        "empty the cell that is wrong")
      return nil
    }
    return ids[0]
  }
}
