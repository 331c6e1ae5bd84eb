// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Foundation
import Meetings
import Programmes
import ScenarioFiles

@testable import Spreadsheets

/// Kyoto, and texts that want to be something else.
enum Samples {
  struct Missing: Error {}

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func kyoto() throws -> (scenario: Scenario, schedule: Schedule) {
    let folder = root.appending(path: "Scenarios/igf-2023-kyoto")
    guard let scenario = ScenarioFolder.read(folder).scenario,
      let schedule = ScheduleFile.read(folder.appending(path: "published.csv"), against: scenario)
        .schedule
    else { throw Missing() }
    return (scenario, schedule)
  }

  static func programme(_ schedule: Schedule, _ scenario: Scenario) -> PublishedProgramme {
    PublishedProgramme(
      Programme(schedule, of: scenario), publication: .init(number: 1, instant: 1_696_482_000),
      status: .draft)
  }

  static let hostile = [
    "=cmd|' /C calc'!A0", "+1", "-1+2", "@SUM(A1)", "\t=1", "  =1", "\"=1", "＝1+1", "'=1", "''",
    "a;=cmd|' /C calc'!A0", "a,=1", "a\r\n=1", "</script><script>x</script>",
    "Innocent\r\nBEGIN:VEVENT\r\nSUMMARY:Injected", "\u{202E}txet desrever\u{202C}",
    String(repeating: "Ten kilobytes without end ", count: 400), "👩🏽‍💻 Emoji 🇯🇵",
    "With\u{0}NUL\u{7}and bell", "quote\"\u{301}s, with a joiner \"\u{200D}", "_x003D_1", "",
  ]

  /// Every text of it is hostile.
  static func hostileProgramme() throws -> PublishedProgramme {
    guard let zone = ZoneClock("America/St_Johns"), let day = CalendarDate("2026-03-08") else {
      throw Missing()
    }
    let start = zone.instant(WallTime(day, minuteOfDay: 540))
    let sessions = hostile.enumerated().map { index, text in
      PublishedProgramme.Session(
        id: "h\(index)", uid: "h\(index)@x", title: text, room: index % 3 == 0 ? "r" : text,
        start: start + index * 1800, end: start + index * 1800 + (index % 4) * 1800,
        description: text, kinds: [text], themes: [text, "ai"], languages: [text],
        activities: [text], people: [.init(name: text, role: text)],
        status: index % 5 == 4 ? .cancelled : .placed, url: TypedAddress("javascript:" + text),
        conferenceURL: TypedAddress(text))
    }
    return PublishedProgramme(
      meetingID: "hostile", name: "&P&N \(hostile[0])", zone: zone,
      days: [.init(date: day, label: hostile[14])],
      rooms: [.init(id: "r", name: hostile[0], location: hostile[10], features: [hostile[1]])],
      sessions: sessions, publication: .init(number: 2, instant: start), status: .draft,
      note: hostile[0], violationsReason: hostile[14], previous: .init(number: 1, instant: start),
      changes: PublishedProgramme.Change.What.allCases.map {
        .init(session: "h3", what: $0, before: .words(hostile[0]), after: .words(hostile[10]))
      })
  }
}
