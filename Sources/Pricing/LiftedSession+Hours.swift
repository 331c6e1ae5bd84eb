// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension LiftedSession {
  /// The hours of the house, of the session and of its people.
  func addHours(_ time: Time, to part: inout Part) {
    guard let hours = time.hours else { return }
    let (scenario, stay) = (tables.scenario, hours.interval)
    part.broken.insert(.openHours, if: !isOpen(stay, day: time.day))
    part.broken.insert(.allowed, if: !(row.allowed?.hold(stay) ?? true))
    part.broken.insert(
      .pinned,
      if: (row.pin.date?.dayNumber ?? time.day) != time.day
        || (row.pin.start ?? stay.start.minuteOfDay) != stay.start.minuteOfDay)
    var awkward = 0
    for person in tables.required[session].map({ scenario.people[$0] }) {
      part.broken.insert(.personAvailable, if: !(person.available?.hold(stay) ?? true))
      if person.presence == .online && !isBearable(stay, for: person) { awkward += 1 }
    }
    part.cost += tables.weight(.awkwardHour) * awkward
  }

  private func isOpen(_ stay: Interval, day: Int) -> Bool {
    let meeting = tables.scenario.meeting
    guard let day = meeting.days.first(where: { $0.date.dayNumber == day }),
      day.openIntervals.hold(stay), stay.start.minuteOfDay % meeting.gridMinutes == 0,
      meeting.zone.shows(stay.start)
    else { return false }
    guard let starts = day.starts, row.pin.start == nil else { return true }
    return starts.contains(stay.start.minuteOfDay)
  }

  /// Whether every day that the stay touches has its part inside the bearable hours of somebody's own
  /// clock.
  private func isBearable(_ stay: Interval, for person: Person) -> Bool {
    let meeting = tables.scenario.meeting
    let from = meeting.zone.instant(stay.start)
    let start = person.zone.wallTime(atInstant: from).minutes
    let end = person.zone.wallTime(atInstant: from + stay.minutes * 60).minutes
    var midnight = WallTime(minutes: start).date.dayNumber * 1440
    while midnight < end {
      if max(start, midnight) < midnight + meeting.localHours.lowerBound
        || min(end, midnight + 1440) > midnight + meeting.localHours.upperBound
      {
        return false
      }
      midnight += 1440
    }
    return true
  }
}
