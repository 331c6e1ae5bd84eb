// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Judging
import Register
import Scratch
import Testing

@testable import Publications

@Suite("One publication after another", .serialized)
struct SuccessionTests {
  /// One session through the given states; `nil` is a publication without it.
  private func entries(
    _ events: [PublishedEvent?], cancelled: PublicationHead.Cancelled = .standard
  ) throws -> [PublicationState.Entry] {
    let other = Samples.event("Other", room: "ws")
    let proposals = events.map { event in
      Samples.proposal(
        event.map { ["s": $0, "other": other] } ?? ["other": other], cancelled: cancelled)
    }
    let history = try Samples.history(proposals)
    return history.states.compactMap { $0.bySession["s"] }
  }

  @Test("SEQUENCE rises with the start, the end and the status, and with nothing else")
  func sequence() throws {
    let plain = Samples.event("A")
    var room = plain
    room.room.id = "ws"
    room.room.name = "Room ws"
    var description = room
    description.description = "More about it"
    let entries = try entries([
      plain, Samples.event("B"), room, description,
      Samples.event("A", start: Samples.morning + 900),
      Samples.event("A", start: Samples.morning + 900, minutes: 45), nil, plain,
    ])
    #expect(entries.map(\.sequence) == [0, 0, 0, 0, 1, 2, 3, 4])
    #expect(entries.map(\.modified) == (0..<8).map { Samples.now + $0 * 3600 })
    #expect(Set(entries.map(\.uid)) == ["s@m.example"])
    #expect(entries[6].event.status == .cancelled)
    #expect(entries[7].event.status == .tentative)
  }

  @Test("A final programme confirms every session, once")
  func final() throws {
    let events = ["s": Samples.event("A")]
    let history = try Samples.history([
      Samples.proposal(events), Samples.proposal(events, .final), Samples.proposal(events, .final),
    ])
    #expect(history.states.count == 2)
    #expect(history.latest?.entries.map(\.sequence) == [1])
    #expect(history.latest?.entries.map(\.event.status) == [.confirmed])
  }

  @Test("A cancelled session stays cancelled, without news, until it returns")
  func cancelled() throws {
    let entries = try entries([Samples.event("A"), nil, nil], cancelled: .visible)
    #expect(entries.count == 2)
    #expect(entries.last?.event.status == .tombstone)
    #expect(entries.last?.sequence == 1)
  }

  @Test("Who else attends is nobody's news: not even a stamp changes")
  func attendees() throws {
    var more = Samples.event("A")
    more.attendees.append(.init(id: "bob", name: "Bob", isRequired: false))
    let entries = try entries([Samples.event("A"), more])
    #expect(entries.map(\.modified) == [Samples.now, Samples.now])
    #expect(entries.last?.event.attendees.count == 2)
  }

  @Test("Another domain in the tables does not make other events of known sessions")
  func domain() throws {
    var second = Samples.proposal(["s": Samples.event("B")])
    second.identities = ["s": "s@elsewhere.example"]
    let history = try Samples.history([Samples.proposal(["s": Samples.event("A")]), second])
    #expect(history.latest?.entries.map(\.uid) == ["s@m.example"])
  }

  @Test("A clock that was turned back does not turn back stamps")
  func clock() throws {
    let first = try Samples.history([Samples.proposal(["s": Samples.event("A")])])
    let next = try Succession(
      Samples.proposal(["s": Samples.event("B")]), after: first.latest, now: Samples.now - 9999)
    #expect(next.instant == Samples.now + 1)
    #expect(next.versions.map(\.modified) == [Samples.now + 1])
  }

  @Test("A note makes a publication; to leave it out afterwards does not")
  func notes() throws {
    let plain = Samples.proposal(["s": Samples.event("A")])
    var noted = plain
    noted.head.note = "Doors open at eight"
    #expect(try Samples.history([plain, noted, plain, noted]).states.count == 2)
  }

  @Test(
    "Any sequence of publications keeps UID, never lowers SEQUENCE, and keeps the bytes of what did not change",
    .judges(atLeast: 150), arguments: 0..<40)
  func anySequence(seed: Int) throws {
    var dice = Dice(seed)
    var events: [String: PublishedEvent] = [:]
    var contents = PublicationRegister.Contents()
    var before: (shown: [String: [String]], state: PublicationState)?
    let scratch = ScratchFolder()
    let folder = scratch.url
    let register = try PublicationRegister(
      path: folder.appending(path: "r.sqlite").path(percentEncoded: false))
    for step in 0..<10 {
      for _ in 0..<Int.random(in: 0...4, using: &dice) { Self.change(&events, &dice) }
      let isFinal = Int.random(in: 0..<4, using: &dice) == 0
      let proposal = Samples.proposal(
        events, isFinal ? .final : .draft,
        cancelled: Int.random(in: 0..<3, using: &dice) == 0 ? .visible : .standard)
      let now = Samples.now + step * Int.random(in: -50...500, using: &dice)
      let next = try Succession(proposal, after: before?.state, now: now)
      guard next.isNew else { continue }
      let publication = PublicationRegister.Publication(
        number: next.number, instant: next.instant, head: try RegisterText.text(proposal.head))
      // The register itself refuses what must not happen.
      try register.exclusively { register in
        try register.append(publication)
        for version in next.versions { try register.append(version) }
      }
      contents.publications.append(publication)
      contents.versions += next.versions
      #expect(try register.contents() == contents)
      let history = try PublicationHistory(contents)
      let state = try #require(history.latest)
      let whole = try #require(
        try PublicationFiles.all(of: history).first { $0.path == "public/programme.ics" })
      let shown = Samples.events(String(decoding: whole.data, as: UTF8.self))
      #expect(try Succession(proposal, after: state, now: now + 99_999).isNew == false)
      if let before {
        judged()
        try Self.compare(before, (shown, state))
      }
      #expect(state.entries.count { !$0.event.status.isCancelled } == events.count)
      before = (shown, state)
    }
  }

  /// One edit that a committee may make.
  private static func change(_ events: inout [String: PublishedEvent], _ dice: inout Dice) {
    let session = "s\(Int.random(in: 0..<6, using: &dice))"
    switch Int.random(in: 0..<8, using: &dice) {
    case 0, 1: events[session] = Samples.event("Title \(Int.random(in: 0..<3, using: &dice))")
    case 2: events[session] = nil
    case 3: events[session]?.start -= 900
    case 4: events[session]?.end += 900
    case 5: events[session]?.title += "!"
    case 6: events[session]?.room.name = "Room \(Int.random(in: 0..<3, using: &dice))"
    default: events[session]?.attendees.append(.init(id: "bob", name: "Bob", isRequired: true))
    }
  }

  /// Read from the calendars themselves, not from what made them.
  private static func compare(
    _ old: (shown: [String: [String]], state: PublicationState),
    _ new: (shown: [String: [String]], state: PublicationState)
  ) throws {
    #expect(Set(old.shown.keys).isSubset(of: new.shown.keys))
    for (uid, lines) in new.shown {
      guard let past = old.shown[uid] else {
        #expect(lines.contains("SEQUENCE:0"))
        continue
      }
      func number(_ lines: [String]) throws -> Int {
        try #require(
          lines.first { $0.hasPrefix("SEQUENCE:") }.flatMap { Int($0.dropFirst(9)) })
      }
      func stamps(_ lines: [String]) -> [String] {
        lines.filter { $0.hasPrefix("DTSTAMP:") || $0.hasPrefix("LAST-MODIFIED:") }
      }
      func rest(_ lines: [String]) -> [String] {
        lines.filter { !$0.hasPrefix("SEQUENCE:") && !stamps([$0]).contains($0) }
      }
      func schedule(_ lines: [String]) -> [String] {
        lines.filter { line in
          ["DTSTART", "DTEND", "STATUS"].contains { line.hasPrefix($0) }
        }
      }
      if rest(lines) == rest(past) && schedule(lines) == schedule(past) {
        #expect(lines == past)
      } else {
        #expect(stamps(lines) != stamps(past))
        for (stamp, last) in zip(stamps(lines), stamps(past)) { #expect(stamp > last) }
      }
      let rose = try number(lines) - number(past)
      #expect(rose == (schedule(lines) == schedule(past) ? 0 : 1) || Self.isTombstone(lines, past))
      #expect(rose >= 0)
    }
  }

  /// A session cancelled in sight is confirmed for a calendar, but it is still another status.
  private static func isTombstone(_ one: [String], _ other: [String]) -> Bool {
    (one + other).contains { $0.hasPrefix("SUMMARY:[CANCELLED]") }
  }
}
