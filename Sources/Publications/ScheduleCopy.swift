// SPDX-License-Identifier: GPL-3.0-or-later

import Drafts
import Meetings
import Programmes
import Tables
import Texts

/// `schedule.csv` of a publication: the exact copy for machines of what is in it, in the contract's
/// columns (`scenario-format.md`), without the escapes that spreadsheets need; each text on one
/// line. Sessions that are cancelled or have no place are not in it.
enum ScheduleCopy {
  static func text(_ state: PublicationState, _ clock: ZoneClock) -> String {
    let rows = state.entries.filter { !$0.event.status.isCancelled }.map { row($0, clock) }
    return CSV.text([ScheduleCSV.columns] + rows)
  }

  private static func row(_ entry: PublicationState.Entry, _ clock: ZoneClock) -> [String] {
    let event = entry.event
    let start = clock.wallTime(atInstant: event.start)
    let end = clock.wallTime(atInstant: event.end)
    return [
      entry.session, event.activities.map(\.id).asCell,
      event.kinds.asCell, event.title, "\(start.date)", start.clock, end.clock,
      event.room.id, Schedule.Status.placed.rawValue, UTCText.dashed(event.start),
      UTCText.dashed(event.end), event.themes.asCell,
    ].map(OutgoingText.line)
  }
}
