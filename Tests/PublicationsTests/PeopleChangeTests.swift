// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import Publications

@Suite("Changed people, renamed rooms, cancelled sessions", .serialized)
struct PeopleChangeTests {
  /// Ada moderates; then Ben speaks, and Cam in his place.
  private func events() -> [PublishedEvent] {
    func event(_ speaker: (id: String, name: String)) -> PublishedEvent {
      var event = Samples.event("First")
      event.people = [
        .init(name: "Ada", role: "moderator"), .init(name: speaker.name, role: "speaker"),
      ]
      event.attendees = [
        .init(id: "ada", name: "Ada", isRequired: true),
        .init(id: speaker.id, name: speaker.name, isRequired: true),
      ]
      return event
    }
    return [event(("ben", "Ben Example")), event(("cam", "Cam Example"))]
  }

  private func files() throws -> [String: String] {
    try Samples.files(events().map { Samples.proposal(["a": $0]) })
  }

  @Test("A changed speaker is a change of its own, by id, name and role")
  func fact() throws {
    let history = try Samples.history(events().map { Samples.proposal(["a": $0]) })
    let change = try #require(
      EventChange.between(history.states[0], history.states[1]).first)
    #expect(change.what == [.people])
    #expect(change.people?.left.map(\.id) == ["ben"] && change.people?.came.map(\.id) == ["cam"])
    #expect(history.latest?.entries.map(\.sequence) == [0])
    #expect(PersonalChange(of: "ben", in: change) == .goes(roles: ["speaker"]))
    #expect(PersonalChange(of: "cam", in: change) == .comes(roles: ["speaker"]))
    #expect(PersonalChange(of: "ada", in: change) == .stays)
  }

  @Test("Who goes, who comes and who stays get three letters")
  func letters() throws {
    let text = try #require(try files()["team/publication-2/speakers.txt"])
    let letters = text.components(separatedBy: String(repeating: "-", count: 72))
    #expect(letters.count == 3)
    func letter(_ to: String) -> String { letters.first { $0.contains("To: \(to)") } ?? "" }
    #expect(letter("Ben Example (ben)").contains("You are no longer speaker of it: Sat 25 Oct"))
    #expect(letter("Cam Example (cam)").contains("You are now speaker of it: Sat 25 Oct"))
    #expect(letter("Ada (ada)").contains("Speaker: Cam Example in place of Ben Example."))
    #expect(
      try files()["team/publication-2/organisers.txt"]?
        .contains("Speaker: Cam Example in place of Ben Example.") == true)
  }

  @Test("The public letter, the table, the page and the feed name both")
  func outputs() throws {
    let files = try files()
    let sentence = "Speaker: Cam Example in place of Ben Example."
    for file in ["team/publication-2/public.txt", "public/changes.html", "public/changes.atom"] {
      #expect(files[file]?.contains(sentence) == true, "\(file)")
    }
    #expect(
      files["public/changes.csv"]?.contains(",people,") == true
        && files["public/changes.csv"]?.contains("Ben Example (speaker),Cam Example (speaker)")
          == true
    )
  }

  @Test("Another role, another name and a register without roles are no going and coming")
  func others() {
    let (old, _) = (events()[0], 0)
    var new = old
    new.people[1] = .init(name: "Ben Example", role: "moderator")
    var change = PeopleChange(old, new)
    #expect(change.left.map(\.role) == ["speaker"] && change.came.map(\.role) == ["moderator"])
    new = old
    new.people[1].name = "Ben Other"
    new.attendees[1].name = "Ben Other"
    change = PeopleChange(old, new)
    #expect(change.left.isEmpty && change.came.isEmpty)
    #expect(change.renamed == [.init(id: "ben", before: "Ben Example", after: "Ben Other")])
    new = old
    new.attendees.append(
      .init(id: "dee", name: "Dee", isRequired: true, activityRoles: ["contact"]))
    #expect(PeopleChange(old, new).came.map(\.id) == ["dee"])
    var unsaid = old
    unsaid.attendees.append(.init(id: "dee", name: "Dee", isRequired: true))
    #expect(PeopleChange(unsaid, new).isEmpty)
  }

  // MARK: Rooms

  private func renamedRoom() -> [Proposal] {
    var after = Samples.event("First")
    after.room.name = "Great Hall"
    var proposal = Samples.proposal(["a": after, "b": Samples.event("B", room: "ws")])
    proposal.head.rooms[0].name = "Great Hall"
    return [
      Samples.proposal(["a": Samples.event("First"), "b": Samples.event("B", room: "ws")]),
      proposal,
    ]
  }

  @Test("A renamed room is one change of the room, and no move: SEQUENCE stays, the text is newer")
  func room() throws {
    let history = try Samples.history(renamedRoom())
    let change = ProgrammeChange(history.states[0], history.states[1])
    #expect(change.sessions.isEmpty)
    #expect(change.rooms.map(\.sessions) == [["a"]])
    #expect(ChangeWords.summary(change) == "1 room renamed (1 session)")
    let (old, new) = (history.states[0].bySession["a"], history.states[1].bySession["a"])
    #expect(old?.sequence == new?.sequence && (old?.modified ?? 0) < (new?.modified ?? 0))
    let files = try Samples.files(renamedRoom())
    let sentence = "Room hall is now called Great Hall."
    for file in [
      "team/publication-2/public.txt", "team/publication-2/rooms.txt", "public/changes.html",
      "public/changes.atom",
    ] {
      #expect(files[file]?.contains(sentence) == true, "\(file)")
    }
    #expect(
      files["team/publication-2/speakers.txt"] == "Publication 2 changes nothing for them.\n")
    let rows = files["public/changes.csv"]?.components(separatedBy: "\r\n") ?? []
    #expect(rows.count == 3 && rows[1].contains(",room-renamed,"))
    let preview = Preview(.init(history: history, isNew: true, files: 1, bytes: 1))
    #expect(preview.lines(for: .apple).isEmpty && preview.rooms == [sentence])
    #expect(preview.updated == 1)
  }

  // MARK: Cancelled

  @Test("A cancelled session says why: in calendars, letters and the table")
  func cancelled() throws {
    let before = Samples.proposal([
      "a": Samples.event("First"), "b": Samples.event("B", room: "ws"),
    ])
    var after = Samples.proposal(["b": Samples.event("B", room: "ws")])
    after.cancellations = ["a": "The speaker is ill"]
    let files = try Samples.files([before, after])
    let event = Samples.events(files["public/programme.ics"] ?? "")["a@m.example"] ?? []
    #expect(event.contains("STATUS:CANCELLED") && event.contains("SEQUENCE:1"))
    #expect(
      event.contains {
        $0.hasPrefix("DESCRIPTION:This session is cancelled: The speaker is ill\\n")
      })
    #expect(
      files["team/publication-2/public.txt"]?.contains("  Reason: The speaker is ill\n") == true)
    #expect(files["public/changes.csv"]?.contains(",The speaker is ill\r\n") == true)
  }
}
