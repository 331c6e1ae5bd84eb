// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings
import Tables

/// What the cells of the day sheets say.
extension SheetEdits {
  func stated(
    _ stay: StatedRow.Stay, _ entry: GridSheet.Entry, _ sheet: String
  ) -> StatedRow {
    StatedRow(
      row: .placed(entry.session.id, stay.start, stay.room), sheet: sheet, cell: entry.cell,
      line: entry.line)
  }

  /// What a cell says: where it is, or, if only the time in its words was changed, that time.
  mutating func row(
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
        "grid-time", .error, result, entry.session, "'\(word.prefix(40))' is not a time of day.",
        "write the start and the end as 09:00–10:30")
      return nil
    }
    let inRow = stay.start.minuteOfDay
    if minute == inRow || minute == before.stay?.start.minuteOfDay { return result }
    guard inRow == before.stay?.start.minuteOfDay else {
      report(
        "grid-time", .error, result, entry.session,
        "\(SessionWords.quoted(entry.session)) is in the row of \(ClockTime.text(inRow)), and its"
          + " words say \(ClockTime.text(minute)).",
        "make both say the same")
      return nil
    }
    let start = WallTime(stay.start.date, minuteOfDay: minute)
    result.row = .placed(entry.session.id, start, stay.room)
    return result
  }

  /// Compares the words of a cell that belong to the scenario: a grid does not change them.
  mutating func compareWords(_ entry: GridSheet.Entry, _ row: StatedRow) {
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

  /// Reports a session that was on a day sheet and is on none now.
  mutating func checkGone(_ session: Session, _ own: StatedRow, _ before: StatedRow) {
    guard let stay = before.stay, own.stay == stay,
      let grid = grids.first(where: { $0.date == stay.start.date })
    else { return }
    findings.append(
      Finding(
        "gone-from-sheet", .error, file: grid.file, value: session.id,
        "\(SessionWords.quoted(session)) is no longer on any day sheet; '\(ListSheet.name)' has it"
          + " at \(placeWords(own)).",
        suggestion:
          "put its cell back; or, if it does not take place then, write unplaced as its Status on"
          + " sheet '\(ListSheet.name)'"))
  }
}
