// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Tables
import Texts

/// `schedule.csv`: the exact machine copy of a schedule (`scenario-format.md`).
public enum ScheduleCSV {
  package static let columns = [
    "session", "activity", "kind", "title", "date", "start", "end", "room", "status",
    "start_utc", "end_utc", "themes",
  ]

  /// One row for each session of the scenario, in the order date, start, room, session; sessions
  /// that are not placed come last, by id.
  public static func text(_ schedule: Schedule, of scenario: Scenario) -> String {
    let entries = ProgrammeEntry.all(schedule, of: scenario)
    return CSV.text([columns] + entries.map { row($0, scenario).map(OutgoingText.lines) })
  }

  private static func row(_ entry: ProgrammeEntry, _ scenario: Scenario) -> [String] {
    let session = entry.session
    var times = ["", "", "", ""]
    var utc = ["", ""]
    if let stay = entry.stay {
      let end = scenario.meeting.zone.end(of: stay)
      times = ["\(stay.start.date)", stay.start.clock, end.clock, entry.roomID]
      utc = [UTCText.dashed(entry.startInstant), UTCText.dashed(entry.endInstant)]
    }
    return [
      session.id,
      session.activities.map { scenario.activities[$0].id }.asCell,
      entry.kinds.map(\.token).asCell, session.title,
    ] + times + [entry.status.rawValue] + utc + [session.themes.asCell]
  }
}
