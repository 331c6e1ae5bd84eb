// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import Texts

@testable import Publications

@Suite("What a publication consists of", .serialized)
struct FilesTests {
  private var first: Proposal {
    Samples.proposal(["s": Samples.event("A"), "t": Samples.event("B", room: "ws")])
  }

  private var second: Proposal {
    Samples.proposal([
      "t": Samples.event("B", start: Samples.morning + 86_400, room: "hall"),
      "u": Samples.event("C", start: Samples.morning + 7200),
    ])
  }

  @Test("The register alone makes the files: the same bytes each time")
  func reproducible() throws {
    let contents = try Samples.contents([first, second])
    let once = try PublicationFiles.all(of: PublicationHistory(contents))
    #expect(try PublicationFiles.all(of: PublicationHistory(contents)) == once)
  }

  @Test("Each feed holds what it is about, and one that lost all its sessions goes on empty")
  func feeds() throws {
    let files = try Samples.files([first, second])
    func uids(_ path: String) throws -> Set<String> {
      Set(Samples.events(try #require(files["public/\(path)"], "\(path)")).keys)
    }
    #expect(
      try uids("programme.ics") == ["s@m.example", "t@m.example", "u@m.example"])
    #expect(try uids("rooms/ws.ics") == [])
    #expect(try uids("rooms/hall.ics").count == 3)
    #expect(try uids("days/2025-10-26.ics") == ["t@m.example"])
    #expect(try uids("kinds/DC.ics").count == 3)
    #expect(try uids("themes/ai.ics").count == 3)
    #expect(try uids("activities/dc.a.ics").count == 3)
    #expect(try uids("people/token-ada.ics").count == 3)
    #expect(try uids("sessions/t.ics") == ["t@m.example"])
    #expect(try uids("sessions/s.ics") == ["s@m.example"], "cancelled, and still followed")
  }

  @Test("The page knows each session's own calendar, and the worker keeps the page and its changes")
  func beside() throws {
    let files = try Samples.files([first, second])
    let page = try #require(files["public/index.html"])
    for session in ["s", "t", "u"] {
      #expect(page.contains("\"feed\":\"sessions/\(session).ics\""))
    }
    let worker = try #require(files["public/service-worker.js"])
    #expect(worker.hasPrefix("const edition = {\"number\":2,"))
    #expect(worker.contains("\"pages\":[\"index.html\",\"changes.html\"]"))
  }

  @Test(
    "Where a room is on a map stands in GEO, in each form of the calendar, and moves no session")
  func position() throws {
    var event = Samples.event("A")
    event.room.position = "-33.8568;151.2153"
    event.room.map = "https://m.example/plan"
    let files = try Samples.files([
      first, Samples.proposal(["s": event, "t": Samples.event("B", room: "ws")]),
    ])
    let lines = Samples.events(files["public/programme.ics"] ?? "")["s@m.example"] ?? []
    #expect(lines.contains("GEO:-33.856800;151.215300") && lines.contains("SEQUENCE:0"))
    #expect(
      files["public/programme.jcal.json"]?.contains("[\"geo\",{},\"float\",[-33.8568,151.2153]]")
        == true)
    let xcal = try #require(files["public/programme.xcal.xml"])
    #expect(xcal.contains("<latitude>-33.8568</latitude>") && xcal.contains("<longitude>151.2153"))
    #expect(!xcal.contains("m.example/plan"))
  }

  @Test("People's addresses are only in the Secretariat's files, unless they should be listed")
  func privacy() throws {
    for (people, isListed) in [(PublicationHead.People.private, false), (.listed, true)] {
      var proposal = first
      proposal.head.people = people
      let files = try Samples.files([proposal])
      let telling = files.filter { path, text in
        path.hasPrefix("public/") && !path.hasPrefix("public/people/") && text.contains("token-ada")
      }
      #expect(telling.keys.sorted() == (isListed ? ["public/calendars.html"] : []))
      #expect(files["team/people-addresses.csv"]?.contains("people/token-ada.ics") == true)
      #expect(files["public/people/index.html"] != nil)
    }
  }

  @Test(
    "A cancelled session is CANCELLED by the standard, or is kept, marked, where everybody sees it")
  func cancelled() throws {
    let standard = try Samples.files([first, second])
    let event = Samples.events(standard["public/programme.ics"] ?? "")["s@m.example"] ?? []
    #expect(event.contains("STATUS:CANCELLED") && event.contains("SUMMARY:A"))
    var visible = second
    visible.head.cancelled = .visible
    let files = try Samples.files([first, visible])
    let marked = Samples.events(files["public/programme.ics"] ?? "")["s@m.example"] ?? []
    #expect(marked.contains("STATUS:CONFIRMED") && marked.contains("SUMMARY:[CANCELLED] A"))
    #expect(marked.contains("TRANSP:TRANSPARENT") && marked.contains("SEQUENCE:1"))
    #expect(files["public/schedule.xml"]?.contains("<title>A</title>") == false)
  }

  @Test("Where the clock shows an hour twice, the second is told in UTC")
  func twice() throws {
    // From 01:30 in summer time to 02:00 in winter time, half an hour after 02:30 in summer time.
    let event = Samples.event("A", start: 1_761_435_000, minutes: 90)
    let files = try Samples.files([Samples.proposal(["s": event])])
    let lines = Samples.events(files["public/programme.ics"] ?? "")["s@m.example"] ?? []
    #expect(lines.contains("DTSTART;TZID=Europe/Oslo:20251026T013000"))
    #expect(lines.contains("DTEND:20251026T010000Z"))
  }

  @Test("Names of files are plain, tell texts apart, and follow from the text alone")
  func names() {
    #expect(FileName.of("main-hall") == "main-hall")
    #expect(FileName.of("AI & data").hasPrefix("AI-data-"))
    #expect(FileName.of("AI & data") != FileName.of("AI / data"))
    #expect(FileName.of("..").first != ".")
    #expect(FileName.of("../../etc").allSatisfy { $0 != "/" })
    #expect(FileName.of("") != "")
    #expect(FileName.of(String(repeating: "x", count: 300)).count < 60)
  }

  @Test("jCal and xCal say what iCalendar says")
  func otherForms() throws {
    let files = try Samples.files([first])
    let jcal = try #require(files["public/programme.jcal.json"])
    #expect(
      jcal.contains(
        "[\"dtstart\",{\"tzid\":\"Europe/Oslo\"},\"date-time\",\"2025-10-25T10:00:00\"]"))
    #expect(jcal.contains("[\"refresh-interval\",{},\"duration\",\"PT1H\"]"))
    #expect(jcal.contains("[\"tzoffsetto\",{},\"utc-offset\",\"+01:00\"]"))
    #expect(jcal.contains("[\"sequence\",{},\"integer\",0]"))
    let xcal = try #require(files["public/programme.xcal.xml"])
    #expect(xcal.contains("<date-time>2025-10-25T10:00:00</date-time>"))
    #expect(xcal.contains("<tzid>\n"))
    #expect(xcal.contains("<utc-offset>+01:00</utc-offset>"))
  }
}
