// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Programmes
import Tables
import Texts

/// The changes as a table for spreadsheets.
enum ChangesCSV {
  private static let columns = [
    "publication", "session", "title", "what", "date", "start", "end", "room", "before_title",
    "before_date", "before_start", "before_end", "before_room", "people_before", "people_after",
    "reason",
  ]

  /// A row for each session that changed, and before them one for each room that is called otherwise
  /// (`room-renamed`, with both names as titles) or said to be elsewhere (`room-relocated`).
  ///
  /// - Parameter isPublic: without the ids of people and activities.
  static func text(
    _ changes: [(number: Int, change: ProgrammeChange)], _ clock: ZoneClock, isPublic: Bool
  ) -> String {
    let inside = isPublic ? [] : ["activities", "people", "needs"]
    var rows = [columns + inside]
    for (number, all) in changes {
      rows += all.rooms.map { row($0, number) + inside.map { _ in "" } }
      for change in all.sessions {
        let new = change.after.event
        var row = ["\(number)", change.session, new.title]
        row.append(change.what.map(\.rawValue).asCell)
        row += new.status.isCancelled ? ["", "", "", ""] : stay(new, clock)
        row +=
          change.before.map { [$0.event.title] + stay($0.event, clock) }
          ?? ["", "", "", "", ""]
        row += [
          ChangeWords.cell(change.people?.left ?? []).asCell,
          ChangeWords.cell(change.people?.came ?? []).asCell,
          new.status.isCancelled ? new.cancellation ?? "" : "",
        ]
        if !isPublic {
          row.append(ids(change.events.flatMap(\.activities).map(\.id)))
          row.append(ids(change.events.flatMap(\.attendees).filter(\.isRequired).map(\.id)))
          row.append(new.needs.asCell)
        }
        rows.append(row)
      }
    }
    return CSV.forSpreadsheets(rows, hasMark: true)
  }

  private static func row(_ change: RoomChange, _ number: Int) -> [String] {
    let what = change.isRenamed ? "room-renamed" : "room-relocated"
    return [
      "\(number)", "", change.after.words, what, "", "", "", change.after.id, change.before.words,
      "", "", "", change.before.id, "", "", "",
    ]
  }

  private static func stay(_ event: PublishedEvent, _ clock: ZoneClock) -> [String] {
    let start = clock.wallTime(atInstant: event.start)
    return [
      "\(start.date)", start.clock, clock.wallTime(atInstant: event.end).clock, event.room.id,
    ]
  }

  private static func ids(_ ids: [String]) -> String { Set(ids).sorted().asCell }
}
