// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Testing

@testable import Publications

@Suite("The programme as conference software reads it")
struct FrabTests {
  private func schedule(
    _ events: [String: PublishedEvent], _ change: (inout Proposal) -> Void = { _ in }
  ) throws -> FrabSchedule {
    var proposal = Samples.proposal(events)
    change(&proposal)
    let state = try #require(Samples.history([proposal]).latest)
    return FrabSchedule(state, try #require(state.clock))
  }

  @Test("A session past midnight is within the day on which it began, and days meet at four")
  func midnight() throws {
    // 23:30 on the last evening of summer time, for three hours.
    let late = Samples.event("Late", start: Samples.morning + 13 * 3600 + 1800, minutes: 180)
    let days = try schedule(["a": Samples.event("A"), "late": late]).days
    #expect(days.map(\.start) == ["2025-10-25T04:00:00+02:00", "2025-10-26T04:00:00+01:00"])
    #expect(days.map(\.end) == ["2025-10-26T03:59:00+01:00", "2025-10-27T03:59:00+01:00"])
    #expect(days[0].rooms.flatMap(\.events).map(\.start) == ["10:00", "23:30"])
  }

  @Test("A day that begins before four or goes on after it holds its sessions all the same")
  func smallHours() throws {
    let early = Samples.event("Early", start: Samples.morning - 7 * 3600)
    let night = Samples.event("Night", start: Samples.morning + 13 * 3600, minutes: 420)
    let day = try schedule(["early": early, "night": night]).days[0]
    #expect(day.start == "2025-10-25T03:00:00+02:00")
    #expect(day.end == "2025-10-26T05:00:00+01:00")
  }

  @Test(
    "Languages become codes, by code, English name or own name",
    arguments: [
      ("en", "en"), ("English", "en"), ("FRENCH", "fr"), ("Français", "fr"), ("francais", "fr"),
      ("pt-BR", "pt"), ("日本語", "ja"), ("العربية", "ar"), ("español", "es"), ("Deutsch", "de"),
    ])
  func languages(words: String, code: String) { #expect(LanguageCode.code(of: words) == code) }

  @Test("What is not a language has no code", arguments: ["", "sign language", "tbd", "all", "12"])
  func noLanguage(words: String) { #expect(LanguageCode.code(of: words) == nil) }

  @Test("Addresses are those of the web, the page's own, or none: never empty")
  func addresses() throws {
    var own = Samples.event("Own")
    own.url = "mailto:a@m.example"
    let events = ["Own 1": own, "its": Samples.event("Its")]
    func urls(_ schedule: FrabSchedule) -> [String?] {
      schedule.days.flatMap(\.rooms).flatMap(\.events).sorted { $0.title < $1.title }.map(\.url)
    }
    #expect(
      urls(try schedule(events)) == [
        "https://m.example/s", "https://m.example/p/index.html#s-Own_32_1",
      ])
    let nowhere = try schedule(events) { $0.head.address = "" }
    #expect(urls(nowhere) == ["https://m.example/s", nil])
    #expect(!FrabXML.text(nowhere).contains("base_url"))
    #expect(!FrabXML.text(nowhere).contains("<url/>"))
    #expect(try FrabJSON.text(nowhere).contains("\"url\" : \"urn:uuid:"))
  }

  @Test("A code is an id of capital letters and digits alone; a short acronym gets its year")
  func codes() throws {
    let made = try schedule(["WS01": Samples.event("A"), "ws-2": Samples.event("B")])
    let codes = made.days.flatMap(\.rooms).flatMap(\.events).map { [$0.entry.session, $0.code] }
    #expect(Set(codes) == [["WS01", "WS01"], ["ws-2", nil]])
    #expect(FrabSchedule.acronym(made.head) == "m_2025")
  }

  @Test("A room keeps its guid when its name changes")
  func rooms() throws {
    func guid(_ name: String) throws -> String {
      let text = try FrabJSON.text(
        try schedule(["a": Samples.event("A")]) { $0.head.rooms[0].name = name })
      let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      let conference = (object?["schedule"] as? [String: Any])?["conference"] as? [String: Any]
      let rooms = try #require(conference?["rooms"] as? [[String: Any]])
      #expect(rooms[0]["name"] as? String == name)
      return try #require(rooms[0]["guid"] as? String)
    }
    #expect(try guid("Hall") == guid("Great Hall"))
  }
}
