// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Programmes

/// A programme for spreadsheets, and for the calendars and event sites that read tables: each file
/// as its name and its bytes, the same for the same programme.
///
/// Times are on the venue's clock. Texts are made harmless: none of them is a formula, begins
/// another line, or changes the reading direction.
public enum SpreadsheetFiles {
  /// A name with its bytes.
  public typealias File = (name: String, bytes: Data)

  /// All of them, in the order in which they are made.
  public static let names = [
    "schedule-excel.csv", "google-calendar.csv", "outlook.csv", "sched.csv", "programme.xlsx",
  ]

  /// - Parameter waiting: the sessions without time and place, which editors need to see; none for
  ///   participants.
  public static func all(
    _ programme: PublishedProgramme, waiting: [WaitingSession] = []
  ) throws -> [File] {
    let lines = ProgrammeLines(programme, waiting: waiting)
    return [
      ("schedule-excel.csv", ExcelCSV.bytes(lines)),
      ("google-calendar.csv", GoogleCalendarCSV.bytes(lines)),
      ("outlook.csv", OutlookCSV.bytes(lines)), ("sched.csv", SchedCSV.bytes(lines)),
      ("programme.xlsx", try ProgrammeWorkbook(lines).bytes()),
    ]
  }
}

/// A session that has no time and no place (yet).
public struct WaitingSession: Sendable {
  /// What the tables call it.
  public var id: String
  /// As the tables have it; may be empty.
  public var title: String
  /// Its length.
  public var minutes: Int
  /// Tokens of the kinds of its activities.
  public var kinds: [String]
  /// As the tables have them.
  public var themes: [String]
  /// `unplaced` or `held`.
  public var status: Schedule.Status

  public init(
    id: String, title: String, minutes: Int, kinds: [String], themes: [String],
    status: Schedule.Status
  ) {
    self.id = id
    self.title = title
    self.minutes = minutes
    self.kinds = kinds
    self.themes = themes
    self.status = status
  }

  /// The sessions of a programme that have no place.
  public static func all(_ programme: Programme) -> [WaitingSession] {
    programme.sessions.filter { $0.place == nil }.map { session in
      WaitingSession(
        id: session.id, title: session.title, minutes: session.minutes,
        kinds: session.kinds.map(\.token), themes: session.themes,
        status: session.status == .held ? .held : .unplaced)
    }
  }
}
