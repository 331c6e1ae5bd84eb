// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Testing

@Suite("Pins at times that the venue's clocks pass over")
struct ClockChangeTests {
  /// Findings about a session pinned so, in a meeting round the night of 29 to 30 March 2025.
  private func findings(_ zone: String, _ day: String, _ start: String) throws -> [String] {
    try Folder.findings([
      "meeting.json": """
      { id: "m", name: "M", timeZone: "\(zone)", days: [
        { date: "2025-03-30", open: ["00:00-24:00"] }, { date: "2025-03-31", open: ["00:00-24:00"] } ] }
      """,
      "people.csv": "id,name\nada,Ada\nben,Ben\n",
      "sessions.csv": "id,activity,minutes,day,start\ns1,dc,60,\(day),\(start)\ns2,ws,60,,\n",
    ]).filter { $0.hasPrefix("sessions.csv") }
  }

  @Test("A start in the hour that is left out is an error, with what the clocks show")
  func gap() throws {
    #expect(
      try findings("Europe/Oslo", "2025-03-30", "02:30") == [
        "sessions.csv:2 start 02:30 does not exist on 2025-03-30 in Europe/Oslo: the clocks are put"
          + " forward over it. → 03:30 is what the clocks show then; or pin another start"
      ])
  }

  @Test(
    "Times that exist, once or twice, and the same time in another zone or on another day, are right",
    arguments: [
      ("Europe/Oslo", "2025-03-30", "03:00"), ("Europe/Oslo", "2025-03-30", "01:45"),
      ("Europe/Oslo", "2025-03-31", "02:30"), ("Europe/Oslo", "", "02:30"),
      ("Asia/Kolkata", "2025-03-30", "02:30"), ("UTC", "2025-03-30", "02:30"),
    ])
  func right(zone: String, day: String, start: String) throws {
    #expect(try findings(zone, day, start) == [])
  }
}
