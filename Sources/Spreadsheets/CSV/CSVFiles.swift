// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Programmes
import Tables
import Texts

/// `schedule-excel.csv`: every session with all that is said of it, for a spreadsheet. Begins with a
/// byte order mark, without which Excel garbles letters; `programme import` reads it back.
enum ExcelCSV {
  static let columns = [
    "session", "date", "start", "end", "room", "room_name", "status", "title", "kind", "themes",
    "activities", "people", "languages", "url", "start_utc", "end_utc",
  ]

  static func bytes(_ lines: ProgrammeLines) -> Data {
    let placed = lines.sessions.map { row($0, lines) }
    let waiting = lines.waiting.map(row)
    return Data(CSV.forSpreadsheets([columns] + placed + waiting, hasMark: true).utf8)
  }

  private static func row(
    _ session: PublishedProgramme.Session, _ lines: ProgrammeLines
  ) -> [String] {
    [
      session.id, "\(lines.start(session).date)", lines.start(session).clock,
      lines.end(session).clock, session.room, lines.rooms[session.room],
      session.status == .placed ? "placed" : "cancelled", session.title,
      session.kinds.asCell, session.themes.asCell,
      session.activities.asCell, lines.people(session).asCell,
      session.languages.asCell, session.url.shown,
      UTCText.dashed(session.start), UTCText.dashed(session.end),
    ]
  }

  private static func row(_ session: WaitingSession) -> [String] {
    [
      session.id, "", "", "", "", "", session.status.rawValue, session.title,
      session.kinds.asCell, session.themes.asCell, "", "", "", "",
      "", "",
    ]
  }
}

/// `google-calendar.csv`: for a one-off import (support.google.com/calendar/answer/37118). It has no
/// column for a time zone, so the calendar it goes into must be set to the venue's.
enum GoogleCalendarCSV {
  static let columns = [
    "Subject", "Start Date", "Start Time", "End Date", "End Time", "All Day Event", "Description",
    "Location", "Private",
  ]

  static func bytes(_ lines: ProgrammeLines) -> Data {
    Data(
      CSV.forSpreadsheets(
        [columns]
          + lines.takingPlace.map { session in
            let (start, end) = (lines.start(session), lines.end(session))
            return [
              USText.subject(session.title), USText.date(start), USText.time(start),
              USText.date(end), USText.time(end), "False", lines.description(session),
              lines.place(session), "False",
            ]
          }
      ).utf8)
  }
}

/// `outlook.csv`: the columns of Outlook's calendar, those that a programme has something for.
enum OutlookCSV {
  static let columns = [
    "Subject", "Start Date", "Start Time", "End Date", "End Time", "All day event",
    "Reminder on/off", "Categories", "Description", "Location", "Private",
  ]

  static func bytes(_ lines: ProgrammeLines) -> Data {
    Data(
      CSV.forSpreadsheets(
        [columns]
          + lines.takingPlace.map { session in
            let (start, end) = (lines.start(session), lines.end(session))
            return [
              USText.subject(session.title), USText.date(start), USText.time(start),
              USText.date(end), USText.time(end), "False", "False",
              (lines.kindNames(session) + session.themes).asCell,
              lines.description(session), lines.place(session), "False",
            ]
          }
      ).utf8)
  }
}

/// `sched.csv`: sessions as Sched's import takes them, the id as the key that a second import
/// updates by.
enum SchedCSV {
  static let columns = [
    "Unique Key", "Published", "Session Name", "Start", "End", "Type", "Subtype", "Description",
    "Speakers", "Venue", "Tags",
  ]

  static func bytes(_ lines: ProgrammeLines) -> Data {
    Data(
      CSV.forSpreadsheets(
        [columns]
          + lines.sessions.map { session in
            let kinds = lines.kindNames(session)
            return [
              session.id, session.status == .placed ? "Y" : "N", USText.subject(session.title),
              "\(lines.start(session))", "\(lines.end(session))", kinds.first ?? "Session",
              kinds.dropFirst().joined(separator: ", "), lines.description(session),
              session.people.map(\.name).asReadableCell, lines.roomName(session),
              session.themes.joined(separator: ", "),
            ]
          }
      ).utf8)
  }
}

/// Dates and times as American importers ask for them.
private enum USText {
  /// `10/09/2023`.
  static func date(_ wall: WallTime) -> String {
    let parts = "\(wall.date)".split(separator: "-")
    return "\(parts[1])/\(parts[2])/\(parts[0])"
  }

  /// `09:30 AM`.
  static func time(_ wall: WallTime) -> String {
    let hour = wall.minuteOfDay / 60
    let twelve = ClockTime.text((hour + 11) % 12 * 60 + 60 + wall.minuteOfDay % 60)
    return "\(twelve) \(hour < 12 ? "AM" : "PM")"
  }

  /// A title that importers take: none of them takes an empty one.
  static func subject(_ title: String) -> String {
    let line = CalendarText.line(title).trimmed
    return line.isEmpty ? "(no title)" : line
  }
}
