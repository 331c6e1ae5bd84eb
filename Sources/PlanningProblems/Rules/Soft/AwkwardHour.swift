// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension PlanningProblem {
  /// `awkward-hour`: required people online, on their own clocks.
  mutating func addAwkwardHours() {
    let price = weight(.awkwardHour)
    guard price > 0 else { return }
    let meeting = scenario.meeting
    for p in sessions.indices {
      let online = attendances.required(sessions[p]).filter {
        scenario.people[$0].presence == .online
      }
      guard !online.isEmpty else { continue }
      for (s, start) in places[p].starts.enumerated() {
        let instant = meeting.zone.instant(WallTime(minutes: start))
        let awkward = online.count { person in
          !isBearable(from: instant, minutes: minutes[p], on: scenario.people[person].zone)
        }
        guard awkward > 0 else { continue }
        for r in places[p].rooms.indices { places[p].add(price * awkward, start: s, room: r) }
      }
    }
  }

  private func isBearable(from instant: Int, minutes: Int, on clock: ZoneClock) -> Bool {
    let hours = scenario.meeting.localHours
    let start = clock.wallTime(atInstant: instant)
    let end = clock.wallTime(atInstant: instant + minutes * 60)
    if start.date == end.date || (end.minuteOfDay == 0 && end.date == start.date.adding(days: 1)) {
      let last = start.date == end.date ? end.minuteOfDay : 1440
      return start.minuteOfDay >= hours.lowerBound && last <= hours.upperBound
    }
    // Over midnight: bearable only where the bearable hours have no night in them.
    return hours.lowerBound == 0 && hours.upperBound == 1440
  }
}
