// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Programmes
import Tables
import Texts

/// The changes as a table for spreadsheets.
enum ChangesCSV {
  private static let columns = [
    "publication", "session", "title", "what", "date", "start", "end", "room", "before_title",
    "before_date", "before_start", "before_end", "before_room",
  ]

  /// - Parameter isPublic: without the ids of people and activities.
  static func text(
    _ changes: [(number: Int, changes: [EventChange])], _ clock: ZoneClock, isPublic: Bool
  ) -> String {
    var rows = [columns + (isPublic ? [] : ["activities", "people", "needs"])]
    for (number, own) in changes {
      for change in own {
        let new = change.after.event
        var row = ["\(number)", change.session, new.title]
        row.append(change.what.map(\.rawValue).asCell)
        row += new.status.isCancelled ? ["", "", "", ""] : stay(new, clock)
        row +=
          change.before.map { [$0.event.title] + stay($0.event, clock) }
          ?? ["", "", "", "", ""]
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

  private static func stay(_ event: PublishedEvent, _ clock: ZoneClock) -> [String] {
    let start = clock.wallTime(atInstant: event.start)
    return [
      "\(start.date)", start.clock, clock.wallTime(atInstant: event.end).clock, event.room.id,
    ]
  }

  private static func ids(_ ids: [String]) -> String { Set(ids).sorted().asCell }
}
