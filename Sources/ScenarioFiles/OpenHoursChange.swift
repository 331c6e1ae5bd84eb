// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings
import Tables

/// Open hours in which the clocks change: a session across the change ends at a different time on
/// the clocks than its minutes suggest.
struct OpenHoursChange {
  private let places: KeyPlaces
  private let reporter: Reporter

  init(_ places: KeyPlaces, _ reporter: Reporter) {
    self.places = places
    self.reporter = reporter
  }

  func check(_ meeting: Meeting) {
    for (index, day) in meeting.days.enumerated() {
      for open in day.open {
        let start = meeting.zone.instant(WallTime(day.date, minuteOfDay: open.lowerBound))
        let end = meeting.zone.instant(WallTime(day.date, minuteOfDay: open.upperBound))
        let change = (meeting.zone.offset(at: end) - meeting.zone.offset(at: start)) / 60
        if change != 0 { warn(index, day, open, change) }
      }
    }
  }

  private func warn(_ index: Int, _ day: Day, _ open: Range<Int>, _ change: Int) {
    let place = places.place(ofFirst: ["days[\(index)].open", "days"])
    let direction = change < 0 ? "go back" : "go forward"
    reporter.add(
      Finding(
        "clock-change", .warning, file: place.file, line: place.line, column: "days.open",
        value: WindowCell.plain(open),
        "On \(day.date) the clocks \(direction) by \(abs(change)) minutes within the open hours"
          + " \(WindowCell.plain(open)); a session across it lasts its minutes and ends on the new clocks.",
        suggestion: "close the hours around the change, if no session is meant to meet it"))
  }
}
