// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Testing

@Suite("Acts that cannot be done")
struct ActFaultTests {
  private let fixture: BoardFixture
  private let hand: Hand

  init() throws {
    fixture = try BoardFixture()
    let (store, id) = try fixture.begun()
    hand = Hand(store: store, draft: id, tables: fixture.tables)
  }

  private func faults(_ kind: ActKind, base: Int? = nil) throws -> [String]? {
    guard case .refused(let faults) = try hand.ask(kind, base: base) else { return nil }
    return faults.map(\.words)
  }

  @Test("Each is told what is wrong, and nothing is done")
  func sentences() throws {
    let place = BoardFixture.place(0, 0)
    let cases: [(ActKind, [String])] = [
      (.moves([]), ["nothing is named that is to be done"]),
      (.pin([]), ["nothing is named that is to be done"]),
      (
        .moves([Move(session: "x", from: nil, to: BoardPlace(start: place.start, room: "y"))]),
        ["the tables have no session 'x'", "the tables have no room 'y'"]
      ),
      (
        .moves([
          Move(session: "s0", from: place, to: nil), Move(session: "s0", from: place, to: nil),
        ]), ["the session 's0' is named twice"]
      ),
      (
        .moves([Move(session: "s0", from: nil, to: nil)]),
        [
          "the session 's0' is not where it is taken from: it is at \(place.start) in r0"
        ]
      ),
      (
        .moves([Move(session: "s9", from: place, to: nil)]),
        ["the session 's9' is not where it is taken from: it is unplaced"]
      ),
      (
        .pin(["s9"]),
        ["the session 's9' is unplaced; only what stands somewhere can stay there"]
      ),
      (.undo(1), ["act 1 cannot be undone"]),
      (.redo(-1), ["act -1 was not undone, so it cannot be done again"]),
      (.note(session: nil, text: " "), ["the note is missing"]),
      (.note(session: "x", text: "n"), ["the tables have no session 'x'"]),
      (
        .name("a\nb"),
        [
          "the name of the draft has a line break or another control character in it; one line is expected"
        ]
      ),
      (
        .name("12"),
        ["'12' would be taken for a number of the history; a name with a letter is expected"]
      ),
      (
        .name(String(repeating: "x", count: 101)),
        ["the name of the draft is longer than 100 characters"]
      ),
      (.accept(violation: ""), ["the broken rule is missing"]),
    ]
    for (kind, words) in cases { #expect(try faults(kind) == words) }
    let base = "act 7 cannot be the last one that was seen: the last of this draft is 0"
    #expect(try faults(.note(session: nil, text: "n"), base: 7) == [base])
    #expect(try faults(.note(session: nil, text: "n"), base: -1) != nil)
    #expect(try hand.state().head == 0)
  }

  @Test("A draft that is not there, a key that served for something else, a name that is taken")
  func stores() throws {
    let note = ActKind.note(session: nil, text: "n")
    guard case .done(let act) = try hand.ask(note, key: "k") else {
      Issue.record("not done")
      return
    }
    guard case .refused([.keyUsed("k")]) = try hand.ask(.note(session: nil, text: "m"), key: "k"),
      case .refused([.keyUsed("begin Main")]) = try hand.ask(note, key: "begin Main")
    else {
      Issue.record("a key served twice")
      return
    }
    let elsewhere = Hand(store: hand.store, draft: hand.draft, tables: fixture.tables)
    guard
      case .refused([.noDraft(9)]) = try elsewhere.store.ask(
        ActProposal(key: "l", base: 0, author: "Ana", kind: note), of: 9, at: 0, fixture.tables)
    else {
      Issue.record("done in no draft")
      return
    }
    #expect(act.number == 1)
    var second = BoardFixture.draft("Second")
    guard case .begun(let draft) = try hand.store.begin(second, at: 5) else {
      Issue.record("not begun")
      return
    }
    guard case .repeated(draft) = try hand.store.begin(second, at: 6) else {
      Issue.record("begun twice")
      return
    }
    #expect(try faults(.name("Second")) == ["another draft is called 'Second'"])
    second.key = "another"
    guard case .refused([.nameTaken("Second")]) = try hand.store.begin(second, at: 7) else {
      Issue.record("two of one name")
      return
    }
    second.name = "Third"
    for parent in [BoardDraft.Parent.kept(1), .board(draft: 9, act: 0), .board(draft: 1, act: 9)] {
      second.parent = parent
      guard case .refused([.noParent]) = try hand.store.begin(second, at: 7) else {
        Issue.record("begun from nothing")
        return
      }
    }
    second.parent = .board(draft: 1, act: 1)
    guard case .begun = try hand.store.begin(second, at: 8) else {
      Issue.record("not begun")
      return
    }
    #expect(try hand.store.logs().map(\.state.name) == ["Main", "Second", "Third"])
  }
}
