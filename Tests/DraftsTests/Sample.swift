// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// One meeting with a few sessions for the exports.
enum Sample {
  static func scenario(
    zone: String = "Europe/Oslo", dates: [String] = ["2025-10-25", "2025-10-26"],
    titles: [String] = ["Opening", "Names; numbers, and \"more\""]
  ) -> Scenario {
    guard let clock = ZoneClock(zone) else { fatalError("no zone") }
    let days = dates.enumerated().compactMap { index, text in
      CalendarDate(text).map {
        Day(date: $0, label: "Day \(index + 1)", open: [540..<1080])
      }
    }
    var scenario = Scenario(
      meeting: Meeting(
        id: "sample", name: "Sample meeting", zone: clock, days: days,
        calendar: CalendarIdentity(domain: "sample.example", organizer: "mailto:a@sample.example")))
    scenario.rooms = [
      Room(id: "hall", name: "Main Hall", capacity: 100, location: "Ground floor"),
      Room(id: "ws", name: "Workshop", capacity: 50),
    ]
    scenario.activities = [
      Activity(id: "a", name: "A", kind: .dc, themes: ["ai"], cells: ["recognised": "2024-05-06"]),
      Activity(id: "b", name: "B", kind: Kind("WS")),
    ]
    for (index, title) in titles.enumerated() {
      scenario.sessions.append(
        Session(
          id: "s\(index + 1)", activities: index == 0 ? [0, 1] : [1], title: title, minutes: 90,
          themes: index == 0 ? ["ai", "data"] : [], url: "https://sample.example/s\(index + 1)"))
    }
    return scenario
  }

  /// The first session on the first day at ten in the hall, the second a day later beside the workshop.
  static func schedule(_ scenario: Scenario) -> Schedule {
    let days = scenario.meeting.days
    return Schedule(
      rows: scenario.sessions.enumerated().map { index, session in
        let day = days[min(index, days.count - 1)].date
        return .placed(
          session.id, WallTime(day, minuteOfDay: 600 + 15 * index), index == 0 ? "hall" : "ws")
      })
  }
}
