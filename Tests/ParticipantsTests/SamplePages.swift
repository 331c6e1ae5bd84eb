// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Programmes
import ScenarioFiles

@testable import Participants

/// Programmes to make pages of.
enum SamplePages {
  struct Missing: Error {}

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// IGF 2023 as it was published, with what a second publication may bring.
  static func kyoto() throws -> PublishedProgramme {
    let folder = root.appending(path: "Scenarios/igf-2023-kyoto")
    guard let scenario = ScenarioFolder.read(folder).scenario,
      let schedule = ScheduleFile.read(folder.appending(path: "published.csv"), against: scenario)
        .schedule
    else { throw Missing() }
    var programme = PublishedProgramme(
      Programme(schedule, of: scenario),
      publication: .init(number: 4, instant: 1_696_482_000), status: .final)
    programme.previous = .init(number: 3, instant: 1_695_900_000)
    programme.note = "Registration opens each day at 08:00 in the entrance hall."
    programme.feeds = [
      .init(
        name: "Whole programme", https: "https://igf.example/kyoto/programme.ics",
        webcal: "webcal://igf.example/kyoto/programme.ics"),
      .init(
        name: "Main Hall", https: "https://igf.example/kyoto/rooms/main-hall.ics",
        webcal: "webcal://igf.example/kyoto/rooms/main-hall.ics"),
    ]
    for index in programme.sessions.indices {
      let session = programme.sessions[index]
      programme.sessions[index].languages = index % 7 == 0 ? ["English", "Français"] : ["English"]
      switch index {
      case 3:
        programme.sessions[index].description =
          "What the first round found, and who will carry it on.\n\nBring a question; the room "
          + "will vote on three of them."
        programme.sessions[index].conferenceURL = "https://meet.example/\(session.id)"
      case 12:
        programme.changes.append(
          .init(
            session: session.id, what: .moved,
            before: .stay(start: session.start - 86_400, end: session.end - 86_400),
            after: .stay(start: session.start, end: session.end)))
        programme.sessions[index].sequence = 1
      case 15:
        programme.changes.append(
          .init(
            session: session.id, what: .room, before: .words("Room B-1"),
            after: .words(scenario.rooms.first { $0.id == session.room }?.name ?? session.room)))
      case 18:
        programme.sessions[index].status = .cancelled
        programme.sessions[index].sequence = 2
        programme.changes.append(.init(session: session.id, what: .cancelled))
      case 20: programme.changes.append(.init(session: session.id, what: .new))
      case 22:
        programme.changes.append(
          .init(
            session: session.id, what: .title, before: .words("Title to be announced"),
            after: .words(session.title)))
      default: break
      }
    }
    programme.changes.append(
      .init(session: "GONE-1", what: .cancelled, title: "A session that nobody proposed in time"))
    return programme
  }

  /// With columns in `sessions.csv` that only the page shows.
  static func withOwnColumns() throws -> PublishedProgramme {
    let folder = root.appending(path: "Scenarios/igf-2023-kyoto")
    guard var scenario = ScenarioFolder.read(folder).scenario,
      let schedule = ScheduleFile.read(folder.appending(path: "published.csv"), against: scenario)
        .schedule, let place = scenario.sessions.firstIndex(where: { $0.id == "HLP1" })
    else { throw Missing() }
    scenario.sessions[place].cells["languages"] = "English; 日本語 ;"
    scenario.sessions[place].cells["description"] = "About data."
    scenario.sessions[place].cells["conference"] = "https://meet.example/1"
    return PublishedProgramme(
      Programme(schedule, of: scenario), publication: .init(number: 1, instant: 1_696_482_000),
      status: .draft)
  }

  static let hostileTitles = [
    "=cmd|' /C calc'!A0", "</script><script>document.title='owned'</script>",
    "Innocent\r\nBEGIN:VEVENT\r\nSUMMARY:Injected\r\nEND:VEVENT",
    "\u{202E}txet desrever\u{202C} and \u{2066}isolated\u{2069}",
    String(repeating: "Ten kilobytes without end ", count: 400),
    String(repeating: "W", count: 400), "👩🏽‍💻 Emoji 🇯🇵 session 🎉", "With\u{0}NUL\u{7}and bell",
    "<img src=x onerror=\"document.title='owned'\">", "Lines\u{2028}and\u{2029}paragraphs",
    "جلسة حول حوكمة الإنترنت, with English", "'\"><svg/onload=document.title='owned'>",
    "<!-- <script> --!>", "back\\slash; semi, comma", "]]>{{7*7}}${7*7}`", "",
  ]

  /// Every text of it wants to be something else.
  static func hostile() throws -> PublishedProgramme {
    guard let zone = ZoneClock("America/St_Johns"), let day = CalendarDate("2026-03-08") else {
      throw Missing()
    }
    let start = zone.instant(WallTime(day, minuteOfDay: 540))
    let text = hostileTitles[8]
    let sessions = hostileTitles.enumerated().map { index, title in
      PublishedProgramme.Session(
        id: index == 0 ? "a\"b <c>&'" : "H\(index)", uid: "H\(index)@hostile.example\r\nX:1",
        title: title, room: index % 3 == 0 ? "r<1>" : "nowhere\"", start: start + index * 2700,
        end: start + index * 2700 + 3600,
        description: title + "\nSecond line\r\nEND:VCALENDAR\n"
          + String(repeating: "é😀", count: 90),
        kinds: [index % 2 == 0 ? "<b>K</b>" : "OTHER"], themes: [text, "ai"],
        languages: ["</option>"], activities: [title], people: [.init(name: text, role: title)],
        url: index == 1
          ? "javascript:document.title='owned'" : "https://x.example/\(index)?a=1&b=2",
        conferenceURL: index == 2 ? "https://x.example/\r\nBEGIN:VEVENT" : "data:text/html,<b>")
    }
    return PublishedProgramme(
      meetingID: "host</script>ile", name: "<i>Hostile</i> & \u{202E}meeting", zone: zone,
      days: [.init(date: day, label: "<u>One</u>")],
      rooms: [.init(id: "r<1>", name: text, location: "</li>", features: ["<x>"])],
      sessions: sessions, publication: .init(number: 1, instant: start - 86_400), status: .draft,
      note: text, violationsReason: "The hall & </p><script>document.title='owned'</script>",
      previous: .init(number: 0, instant: start - 90_000),
      changes: PublishedProgramme.Change.What.allCases.map {
        .init(session: "H3", what: $0, before: .words(text), after: .words(hostileTitles[3]))
      },
      feeds: [.init(name: text, https: "javascript:alert(1)", webcal: "webcal://x/\"><script>")])
  }

  /// A room of lightning talks, one after the other, in the midst of longer sessions.
  static func short() throws -> PublishedProgramme {
    var programme = try large(60)
    let start = programme.sessions[0].start
    for index in 0..<8 {
      programme.sessions[index].title = "Lightning talk \(index): who mends the cables of islands?"
      programme.sessions[index].room = "room-0"
      programme.sessions[index].start = start + index * 900
      programme.sessions[index].end = start + index * 900 + (index == 3 ? 600 : 900)
    }
    return programme
  }

  /// As large as an IGF may become.
  static func large(_ count: Int = 1000) throws -> PublishedProgramme {
    guard let zone = ZoneClock("Europe/Oslo"), let day = CalendarDate("2026-06-22") else {
      throw Missing()
    }
    let sessions = (0..<count).map { index in
      let slot = index / 25
      let wall = WallTime(day.adding(days: slot / 8), minuteOfDay: 510 + slot % 8 * 75)
      let start = zone.instant(wall)
      return PublishedProgramme.Session(
        id: "WS\(index)", uid: "WS\(index)@large.example",
        title: "Workshop \(index): governance of the network of networks, part \(index % 9)",
        room: "room-\(index % 25)", start: start, end: start + 3600,
        description: String(repeating: "A paragraph of what is to be talked about. ", count: 8),
        kinds: [["WS", "OF", "DC", "NRI"][index % 4]], themes: ["theme \(index % 11)"],
        people: (0..<4).map { .init(name: "Person \(index) \($0)", role: "speaker") })
    }
    return PublishedProgramme(
      meetingID: "large", name: "A large meeting", zone: zone,
      days: (0..<5).map { .init(date: day.adding(days: $0), label: "Day \($0 + 1)") },
      rooms: (0..<25).map { .init(id: "room-\($0)", name: "Workshop Room \($0 + 1)") },
      sessions: sessions, publication: .init(number: 1, instant: 1_780_000_000), status: .final)
  }
}
