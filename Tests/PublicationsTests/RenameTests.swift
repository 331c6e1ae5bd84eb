// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import Publications

@Suite("Ids that change", .serialized)
struct RenameTests {
  // MARK: What goes on

  private func renamed(
    _ events: [String: PublishedEvent], _ renames: [Rename]
  ) -> Proposal {
    var proposal = Samples.proposal(events)
    proposal.head.renames = renames
    return proposal
  }

  @Test("A session under another id keeps UID, SEQUENCE, number and bytes, and nothing is told")
  func session() throws {
    let before = Samples.proposal(["a": Samples.event("A"), "b": Samples.event("B", room: "ws")])
    let after = renamed(
      ["w": Samples.event("A"), "b": Samples.event("B", room: "ws")],
      [Rename(.session, from: "a", to: "w")])
    let history = try Samples.history([before, after])
    #expect(history.states.count == 2)
    let old = try #require(history.states[0].bySession["a"])
    let new = try #require(history.latest?.bySession["w"])
    #expect((new.uid, new.sequence, new.serial) == (old.uid, old.sequence, old.serial))
    #expect(new.modified == old.modified && new.key == "a")
    #expect(history.latest?.bySession["a"] == nil)
    #expect(ProgrammeChange(history.states[0], history.states[1]).isEmpty)
    let first = try Samples.files([before])["public/programme.ics"]
    #expect(try Samples.files([before, after])["public/programme.ics"] == first)
  }

  @Test("A later change of a renamed session is the same event's, under one UID")
  func later() throws {
    let history = try Samples.history([
      Samples.proposal(["a": Samples.event("A")]),
      renamed(["w": Samples.event("A")], [Rename(.session, from: "a", to: "w")]),
      Samples.proposal(["w": Samples.event("A", start: Samples.morning + 900)]),
      Samples.proposal([:]),
    ])
    #expect(history.latest?.entries.map(\.session) == ["w"])
    #expect(history.latest?.entries.map(\.uid) == ["a@m.example"])
    #expect(history.latest?.entries.map(\.sequence) == [2])
    #expect(history.latest?.entries.map(\.event.status) == [.cancelled])
  }

  @Test("An id that became free may be another session's, with a UID of its own")
  func reused() throws {
    let history = try Samples.history([
      Samples.proposal(["a": Samples.event("A")]),
      renamed(
        ["w": Samples.event("A"), "a": Samples.event("Another", room: "ws")],
        [Rename(.session, from: "a", to: "w")]),
    ])
    let entries = try #require(history.latest?.bySession)
    #expect(entries["w"]?.uid == "a@m.example" && entries["a"]?.uid == "a~2@m.example")
    #expect(entries["a"]?.event.title == "Another")
    let change = ProgrammeChange(history.states[0], history.states[1])
    #expect(change.sessions.map(\.session) == ["a"] && change.sessions.map(\.what) == [[.new]])
  }

  @Test("Two sessions may exchange their ids")
  func exchanged() throws {
    let a = Samples.event("A")
    let b = Samples.event("B", room: "ws")
    let history = try Samples.history([
      Samples.proposal(["a": a, "b": b]),
      renamed(
        ["a": b, "b": a],
        [Rename(.session, from: "a", to: "b"), Rename(.session, from: "b", to: "a")]),
    ])
    let entries = try #require(history.latest?.bySession)
    #expect(entries["a"]?.uid == "b@m.example" && entries["b"]?.uid == "a@m.example")
    #expect(ProgrammeChange(history.states[0], history.states[1]).isEmpty)
  }

  @Test("Calendars of rooms, activities and people go on at their addresses")
  func feeds() throws {
    var event = Samples.event("A")
    let before = Samples.proposal(["a": event])
    event.room.id = "big"
    event.activities[0].id = "dc.b"
    event.attendees[0].id = "adele"
    var after = renamed(
      ["a": event],
      [
        Rename(.room, from: "hall", to: "big"), Rename(.activity, from: "dc.a", to: "dc.b"),
        Rename(.person, from: "ada", to: "adele"),
      ])
    after.head.rooms[0].id = "big"
    let history = try Samples.history([before, after])
    #expect(ProgrammeChange(history.states[0], history.states[1]).isEmpty)
    let feeds = FeedPlan(history).feeds
    let paths = Dictionary(uniqueKeysWithValues: feeds.map { ($0.key, $0.path) })
    #expect(paths[.init(group: .room, id: "big")] == "rooms/hall.ics")
    #expect(paths[.init(group: .activity, id: "dc.b")] == "activities/dc.a.ics")
    #expect(paths[.init(group: .person, id: "adele")] == "people/token-ada.ics")
    #expect(feeds.count == Set(feeds.map(\.path)).count)
    #expect(feeds.allSatisfy { $0.entries.count == 1 || $0.key.group == .day })
    let guids = try history.states.map { state in
      FrabSchedule(state, try #require(state.clock)).days.flatMap(\.rooms).map(\.guid)
    }
    #expect(guids[0].count == 1 && guids[0] == guids[1])
  }

  // MARK: What is asked

  /// A proposal with what the tables have: the sessions, and all rooms, activities and people of them.
  private func known(_ events: [String: PublishedEvent]) -> Proposal {
    var proposal = Samples.proposal(events)
    func names(_ pairs: [(String, String)]) -> [String: String] {
      Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
    let all = Array(events.values)
    proposal.names = [
      .session: events.mapValues(\.title),
      .room: names(proposal.head.rooms.map { ($0.id, $0.name) }),
      .activity: names(all.flatMap(\.activities).map { ($0.id, $0.name) }),
      .person: names(all.flatMap(\.attendees).map { ($0.id, $0.name) }),
    ]
    return proposal
  }

  private func settled(
    _ after: Proposal, _ answers: RenameAnswers = .init(),
    before: [String: PublishedEvent] = ["a": Samples.event("A"), "b": Samples.event("B")]
  ) throws(RenameRefusal) -> [Rename] {
    guard let history = try? Samples.history([Samples.proposal(before)]) else { return [] }
    return try RenameCheck.settled(after, after: history, answers).head.renames ?? []
  }

  private func refusal(
    _ after: Proposal, _ answers: RenameAnswers = .init(),
    before: [String: PublishedEvent] = ["a": Samples.event("A"), "b": Samples.event("B")]
  ) -> RenameRefusal? {
    do throws(RenameRefusal) {
      _ = try settled(after, answers, before: before)
      return nil
    } catch {
      return error
    }
  }

  @Test("A session whose id alone changed is asked about before anything is cancelled")
  func asked() throws {
    let after = known(["w": Samples.event("A"), "b": Samples.event("B")])
    let question = try #require(refusal(after)?.questions.first)
    #expect(question.rename == Rename(.session, from: "a", to: "w"))
    #expect(
      question.words == "a “A” is gone, and w “A” is new with the same title, activity, people,"
        + " length, day and time and room: was a renamed w?")
    #expect(
      question.answers.map { $0.prefix { $0 != ":" } } == ["--renamed a=w", "--not-renamed a"])
    #expect(
      try settled(after, .init(renamed: [.init(from: "a", to: "w")]))
        == [Rename(.session, from: "a", to: "w")])
    #expect(try settled(after, .init(notRenamed: ["a"])).isEmpty)
  }

  @Test(
    "Another title is asked about where nearly all else agrees, parts of a split session are not")
  func alike() {
    var moved = Samples.event("A, again", start: Samples.morning + 900)
    #expect(refusal(known(["w": moved, "b": Samples.event("B")])) == nil)
    moved.start -= 900
    moved.end -= 900
    #expect(refusal(known(["w": moved, "b": Samples.event("B")]))?.questions.count == 1)
    let halves = known([
      "w": Samples.event("A, part 1", minutes: 30),
      "v": Samples.event("A, part 2", start: Samples.morning + 1800, minutes: 30),
      "b": Samples.event("B"),
    ])
    #expect(refusal(halves) == nil)
  }

  @Test("Nothing is asked while the tables still have the session")
  func unplaced() throws {
    var after = known(["w": Samples.event("A"), "b": Samples.event("B")])
    after.names?[.session]?["a"] = "A"
    #expect(try settled(after).isEmpty)
  }

  @Test("A person or an activity of the same name under another id is asked about")
  func namesakes() {
    var event = Samples.event("A")
    event.attendees[0].id = "adele"
    event.activities[0].id = "dc.new"
    let questions = refusal(known(["a": event]), before: ["a": Samples.event("A")])?.questions
    #expect(
      questions?.map(\.rename)
        == [
          Rename(.activity, from: "dc.a", to: "dc.new"), Rename(.person, from: "ada", to: "adele"),
        ])
  }

  @Test("A room of the same name at the same place is the same room, without a question")
  func rooms() throws {
    var after = known(["a": Samples.event("A"), "b": Samples.event("B")])
    after.head.rooms[0].id = "big"
    after.names?[.room] = ["big": "Room hall", "ws": "Room ws"]
    #expect(try settled(after) == [Rename(.room, from: "hall", to: "big")])
    after.head.rooms[0].name = "The big one"
    #expect(try settled(after).isEmpty)
    let answer = RenameAnswers(renamed: [.init(from: "hall", to: "big")])
    #expect(try settled(after, answer) == [Rename(.room, from: "hall", to: "big")])
  }

  @Test("What is wrong with an answer is said, all at once")
  func faults() {
    let after = known(["w": Samples.event("A"), "b": Samples.event("B")])
    let answers = RenameAnswers(
      renamed: [
        .init(from: "nobody", to: "w"), .init(from: "a", to: "x"), .init(from: "b", to: "w"),
      ], notRenamed: ["nothing"])
    #expect(
      refusal(after, answers)?.faults == [
        .twice("w"), .neverPublished("nothing", near: nil),
        .neverPublished("nobody", near: nil), .notInTables("x", .session, near: "b"),
        .stillThere("b", .session),
      ])
    let both = known(["b": Samples.event("A")])
    #expect(
      refusal(both, .init(renamed: [.init(from: "a", to: "b")]))?.faults
        == [.publishedBefore("b", .session)])
  }
}
