// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Programmes
import Tables

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
        row.append(change.what.map(\.rawValue).joined(separator: ";"))
        row += new.status.isCancelled ? ["", "", "", ""] : stay(new, clock)
        row +=
          change.before.map { [$0.event.title] + stay($0.event, clock) }
          ?? ["", "", "", "", ""]
        if !isPublic {
          row.append(ids(change.events.flatMap(\.activities).map(\.id)))
          row.append(ids(change.events.flatMap(\.attendees).filter(\.isRequired).map(\.id)))
          row.append(new.needs.joined(separator: ";"))
        }
        rows.append(row)
      }
    }
    return SpreadsheetText.csv(rows)
  }

  private static func stay(_ event: PublishedEvent, _ clock: ZoneClock) -> [String] {
    let start = clock.wallTime(atInstant: event.start)
    return [
      "\(start.date)", start.clock, clock.wallTime(atInstant: event.end).clock, event.room.id,
    ]
  }

  private static func ids(_ ids: [String]) -> String { Set(ids).sorted().joined(separator: ";") }
}

/// Tables that are made to be opened in a spreadsheet.
enum SpreadsheetText {
  /// With the mark by which Excel knows UTF-8, and no cell that it would take for a formula.
  static func csv(_ rows: [[String]]) -> String {
    let text = CSV.text(rows.map { $0.map(disarmed) })
    return "\u{FEFF}" + text.replacingEveryLineFeed
  }

  /// A leading `=`, `+`, `-`, `@` makes a formula, also behind quotes (OWASP, CSV injection).
  static func disarmed(_ cell: String) -> String {
    let line = CalendarText.line(cell)
    let start = line.unicodeScalars.first { $0 != " " }
    let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
    return start.map(starts.contains) == true ? "'" + line : line
  }
}

extension String {
  /// CR LF for LF (RFC 4180); cells hold neither.
  fileprivate var replacingEveryLineFeed: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "\n" { result.append("\r") }
      result.append(scalar)
    }
    return String(result)
  }
}
