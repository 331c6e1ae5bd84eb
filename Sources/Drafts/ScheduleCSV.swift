// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Programmes
import Texts

/// `schedule.csv`: the exact machine copy of a schedule (`scenario-format.md`).
public enum ScheduleCSV {
  /// The headings, in order.
  package static let columns = [
    "session", "activity", "kind", "title", "date", "start", "end", "room", "status",
    "start_utc", "end_utc", "themes",
  ]

  /// One row for each session of the scenario, in the order date, start, room, session; sessions
  /// that are not placed come last, by id.
  public static func text(_ programme: Programme) -> String {
    CSV.text(
      [columns]
        + programme.inOrder.map {
          row($0, programme.meeting.zone).map(OutgoingText.lines)
        })
  }

  private static func row(_ session: Programme.Session, _ zone: ZoneClock) -> [String] {
    var times = ["", "", "", ""]
    var utc = ["", ""]
    if let place = session.place {
      let start = place.stay.start
      times = ["\(start.date)", start.clock, zone.end(of: place.stay).clock, place.roomID]
      utc = [UTCText.dashed(place.start), UTCText.dashed(place.end)]
    }
    return [
      session.id, session.activities.map(\.id).asCell,
      session.kinds.map(\.token).asCell, session.title,
    ] + times + [session.status.rawValue] + utc + [session.themes.asCell]
  }
}
