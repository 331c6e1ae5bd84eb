// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import Publications

@Suite("The change pack and the preview", .serialized)
struct ChangesTests {
  private func proposals() -> [Proposal] {
    var moved = Samples.event("B", start: Samples.morning + 86_400 + 3600, room: "ws")
    moved.needs = ["interpretation"]
    return [
      Samples.proposal([
        "a": Samples.event("A"), "b": Samples.event("B", room: "hall"),
        "c": Samples.event("C", room: "ws"),
      ]),
      Samples.proposal([
        "b": moved, "c": Samples.event("C, retitled", room: "ws"), "d": Samples.event("D"),
      ]),
    ]
  }

  @Test("The announcement to all gives each change with what was there before")
  func announcement() throws {
    let files = try Samples.files(proposals())
    #expect(
      files["team/publication-2/public.txt"] == """
        To: all participants
        Subject: A meeting: changes to the programme

        The draft programme of A meeting has changed (publication 2). Times are on the venue's clock.

        Saturday 25 October 2025

        A (a)
          It is cancelled. It was to be: Sat 25 Oct 2025, 10:00–11:00 (UTC+2), Room hall, Ground floor.

        D (d)
          It is new: Sat 25 Oct 2025, 10:00–11:00 (UTC+2), Room hall, Ground floor.

        C, retitled (c)
          Its title was: C

        Sunday 26 October 2025

        B (b)
          Before: Sat 25 Oct 2025, 10:00–11:00 (UTC+2), Room hall, Ground floor.
          Now:    Sun 26 Oct 2025, 10:00–11:00 (UTC+1), Room ws, Ground floor.


        Calendars that are subscribed to the programme follow by themselves.
        The programme: https://m.example/p/

        """)
  }

  @Test("Room teams read what leaves their room and what comes, with what it needs")
  func rooms() throws {
    let text = try #require(try Samples.files(proposals())["team/publication-2/rooms.txt"])
    #expect(text.contains("OUT  Sat 25 Oct 2025, 10:00–11:00 (UTC+2)  A: cancelled"))
    #expect(
      text.contains("OUT  Sat 25 Oct 2025, 10:00–11:00 (UTC+2)  B: goes to Room ws, Ground floor"))
    #expect(
      text.contains("IN   Sun 26 Oct 2025, 10:00–11:00 (UTC+1)  B\n     needs interpretation"))
    #expect(text.contains("SAME Sat 25 Oct 2025, 10:00–11:00 (UTC+2)  C, retitled: Retitled"))
  }

  @Test("Each letter goes to the people its changes concern")
  func letters() throws {
    let files = try Samples.files(proposals())
    #expect(files["team/publication-2/speakers.txt"]?.hasPrefix("To: Ada (ada)\n") == true)
    #expect(
      files["team/publication-2/organisers.txt"]?
        .hasPrefix("To: the organisers of Coalition A (dc.a)\n") == true)
    let interpreters = try #require(files["team/publication-2/interpreters.txt"])
    #expect(interpreters.contains("It asks for interpretation.") && !interpreters.contains("D (d)"))
  }

  @Test("The table, the page and the feed have every change")
  func forms() throws {
    let files = try Samples.files(proposals())
    let rows = files["public/changes.csv"]?.components(separatedBy: "\r\n") ?? []
    #expect(rows.count == 6)
    #expect(
      rows.contains(
        "2,b,B,\"moved;room\",2025-10-26,10:00,11:00,ws,B,2025-10-25,10:00,11:00,hall,,,"))
    let atom = try #require(files["public/changes.atom"])
    #expect(atom.components(separatedBy: "<entry>").count == 3)
    #expect(atom.contains("<id>tag:m.example,2025:m:publication-2</id>"))
    #expect(atom.contains("Publication 2 (draft): 4 sessions changed"))
    let page = try #require(files["public/changes.html"])
    #expect(page.contains("<b>Moved, room changed</b>"))
    // Each session leads to the programme, each entry of the feed to its own part of the page.
    #expect(page.contains("<section id=\"publication-2\">"))
    #expect(page.contains("<a href=\"index.html#s-b\"><bdi>B</bdi></a>"))
    #expect(atom.contains("href=\"https://m.example/p/changes.html#publication-1\"/>"))
    #expect(atom.contains("href=\"https://m.example/p/changes.html#publication-2\"/>"))
    #expect(atom.contains("&lt;a href=&quot;https://m.example/p/index.html#s-b&quot;&gt;"))
    #expect(files["team/publication-2/changes.html"]?.contains("#s-b") == false)
  }

  @Test("The preview says what each kind of calendar will show")
  func preview() throws {
    let history = try Samples.history(proposals())
    let preview = Preview(.init(history: history, isNew: true, files: 1, bytes: 1))
    func sights(_ client: Preview.Client) -> [String: Preview.Sight] {
      Dictionary(uniqueKeysWithValues: preview.lines(for: client).map { ($0.session, $0.sight) })
    }
    #expect(sights(.google) == ["a": .gone, "b": .moved, "c": .changed, "d": .new])
    #expect(sights(.apple)["a"] == .struckOut)
    #expect(sights(.outlook)["a"] == .free)
    #expect(Set(sights(.importOnce).values) == [.stale])
    #expect(
      preview.counts
        == "4 sessions changed: 1 cancelled, 1 moved, 1 in another room, 1 retitled, 1 new")
    #expect(preview.updated == 4)
    let room = preview.feeds.first { $0.path == "rooms/ws.ics" }
    #expect(room?.gained == ["b"] && room?.lost == [])
    #expect(preview.feeds.first { $0.path == "rooms/hall.ics" }?.lost == ["b"])
  }
}
