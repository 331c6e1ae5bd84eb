// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Programmes
import Texts

/// `google-calendar.csv`: for a one-off import (support.google.com/calendar/answer/37118). It has no
/// column for a time zone, so the calendar it goes into must be set to the venue's.
enum GoogleCalendarCSV {
  static let columns =
    USText.entryColumns + ["All Day Event", "Description", "Location", "Private"]

  static func bytes(_ lines: ProgrammeLines) -> Data {
    lines.table(columns, lines.takingPlace) { session in
      USText.entry(session, lines) + [
        "False", lines.description(session), lines.place(session), "False",
      ]
    }
  }
}

/// `outlook.csv`: the columns of Outlook's calendar for which a programme has something.
enum OutlookCSV {
  static let columns =
    USText.entryColumns + [
      "All day event", "Reminder on/off", "Categories", "Description", "Location", "Private",
    ]

  static func bytes(_ lines: ProgrammeLines) -> Data {
    lines.table(columns, lines.takingPlace) { session in
      USText.entry(session, lines) + [
        "False", "False", (lines.kindNames(session) + session.themes).asCell,
        lines.description(session), lines.place(session), "False",
      ]
    }
  }
}

/// An entry's title, dates and times as American importers ask for them.
enum USText {
  /// What every calendar's table begins with.
  static let entryColumns = ["Subject", "Start Date", "Start Time", "End Date", "End Time"]

  static func entry(
    _ session: PublishedProgramme.Session, _ lines: ProgrammeLines
  ) -> [String] {
    let (start, end) = (lines.start(session), lines.end(session))
    return [subject(session.title), date(start), time(start), date(end), time(end)]
  }

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

  /// A title that importers accept: none of them accepts an empty one.
  static func subject(_ title: String) -> String {
    let line = CalendarText.line(title).trimmed
    return line.isEmpty ? "(no title)" : line
  }
}
