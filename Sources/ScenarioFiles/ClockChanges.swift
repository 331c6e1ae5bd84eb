// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Times on the clock that the venue's clocks pass over when they are put forward.
enum ClockChanges {
  /// Reports a pinned start that exists on none of the days that the session may be on.
  static func check(_ pin: Session.Pin, _ reader: RowReader, _ meeting: Meeting) {
    guard let start = pin.start else { return }
    let days = pin.date.map { [$0] } ?? meeting.days.map(\.date)
    let times = days.map { WallTime($0, minuteOfDay: start) }
    guard let first = times.first, !times.contains(where: meeting.zone.shows) else { return }
    // What the clocks show when it would be that time.
    let shown = meeting.zone.wallTime(atInstant: meeting.zone.instant(first))
    reader.report(
      "clock-change", "start", ClockTime.text(start),
      "\(ClockTime.text(start)) does not exist on \(first.date) in \(meeting.zone.zone.identifier):"
        + " the clocks are put forward over it.",
      "\(shown.clock) is what the clocks show then; or pin another start")
  }
}
