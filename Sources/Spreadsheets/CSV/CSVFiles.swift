// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Programmes
import Tables
import Texts

/// `schedule-excel.csv`: every session with everything that is said about it, for a spreadsheet.
/// Begins with a byte order mark, without which Excel garbles letters; `programme import` reads it
/// back.
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

/// `sched.csv`: sessions as Sched's import takes them, with the id as the key by which a second
/// import updates.
enum SchedCSV {
  static let columns = [
    "Unique Key", "Published", "Session Name", "Start", "End", "Type", "Subtype", "Description",
    "Speakers", "Venue", "Tags",
  ]

  static func bytes(_ lines: ProgrammeLines) -> Data {
    lines.table(columns, lines.sessions) { session in
      let kinds = lines.kindNames(session)
      return [
        session.id, session.status == .placed ? "Y" : "N", USText.subject(session.title),
        "\(lines.start(session))", "\(lines.end(session))", kinds.first ?? "Session",
        kinds.dropFirst().joined(separator: ", "), lines.description(session),
        session.people.map(\.name).asReadableCell, lines.roomName(session),
        session.themes.joined(separator: ", "),
      ]
    }
  }
}

extension ProgrammeLines {
  /// A table with a row for each session, without the mark that tells Excel the letters.
  func table(
    _ columns: [String], _ sessions: [PublishedProgramme.Session],
    _ row: (PublishedProgramme.Session) -> [String]
  ) -> Data {
    Data(CSV.forSpreadsheets([columns] + sessions.map(row)).utf8)
  }
}
