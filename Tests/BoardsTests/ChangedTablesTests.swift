// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Judging
import Meetings
import Testing

@Suite("A draft whose tables have changed since")
struct ChangedTablesTests {
  @Test("Sessions that are gone are named with their places, new ones are unplaced")
  func goneAndNew() throws {
    var fixture = try BoardFixture()
    let (store, id) = try fixture.begun()
    let hand = Hand(store: store, draft: id, tables: fixture.tables)
    try hand.does(hand.move("s8", to: BoardFixture.place(9, 1)))
    try hand.does(.note(session: "s8", text: "the host asked for it"))
    fixture.scenario.sessions.removeAll { ["s0", "s8"].contains($0.id) }
    fixture.scenario.sessions.append(
      Session(id: "new", activities: [0], title: "New", minutes: 60))
    let again = try #require(try BoardStore.reading(in: fixture.folder)?.log(of: id))
    #expect(try again.state == hand.state())
    let roll = BoardRoll(again.state, fixture.tables)
    #expect(roll.gone.map(\.session) == ["s0", "s8"])
    #expect(roll.gone.map(\.place) == [BoardFixture.place(0, 0), BoardFixture.place(9, 1)])
    #expect(roll.unplaced.contains("new"))
    #expect(again.state.notes.map(\.session) == ["s8"])
    expectWholeRoll(again.state, fixture.tables)
    let after = Hand(store: store, draft: id, tables: fixture.tables)
    guard case .refused([.unknownSession("s8")]) = try after.ask(after.move("s8", to: nil)) else {
      Issue.record("a session that is gone was moved")
      return
    }
  }

  @Test("A session whose room is gone is unplaced, and where it stood is named")
  func roomGone() throws {
    var fixture = try BoardFixture(held: ["s1"])
    let (store, id) = try fixture.begun()
    fixture.scenario.rooms.removeFirst()
    let roll = BoardRoll(try #require(try store.log(of: id)).state, fixture.tables)
    #expect(roll.roomless.map(\.session) == (0..<6).map { "s\($0)" })
    #expect(roll.placed.isEmpty)
    #expect(roll.held == ["s1"])
    let hand = Hand(store: store, draft: id, tables: fixture.tables)
    try hand.does(hand.move("s0", to: BoardFixture.place(0, 1)))
    expectWholeRoll(try hand.state(), fixture.tables)
  }

  @Test("A session that is held back is placed if somebody has placed it, and held if not")
  func held() throws {
    let fixture = try BoardFixture(held: ["s0", "s9"])
    let (store, id) = try fixture.begun()
    let roll = BoardRoll(try #require(try store.log(of: id)).state, fixture.tables)
    #expect(roll.places["s0"] == BoardFixture.place(0, 0))
    #expect(roll.held == ["s9"])
    let rows = roll.schedule(fixture.tables).firstRows
    #expect(rows["s0"]?.status == .placed)
    #expect(rows["s9"]?.status == .held)
    #expect(rows["s8"]?.status == .unplaced)
  }

  @Test(
    "Whatever the tables become, every session is in one list and every other one is named",
    .judges(atLeast: 400), arguments: 1...4)
  func anyTables(seed: Int) throws {
    let fixture = try BoardFixture()
    var editor = RandomEditor("e", seed: seed)
    var dice = Dice(state: UInt64(seed))
    var log = BoardLog(BoardDraft(id: 1, instant: 0, asked: BoardFixture.draft()))
    for step in 1...100 {
      let kind = editor.kind(seeing: log.state, fixture.tables)
      let asked = ActProposal(key: editor.key(), base: log.state.head, author: "e", kind: kind)
      // One that cannot be done is as good as none here.
      try? log.add(Act(number: step, draft: 1, instant: step, asked: asked))
      var changed = fixture.scenario
      changed.sessions.removeAll { _ in dice.roll(3) == 0 }
      changed.rooms.removeAll { _ in dice.roll(3) == 0 }
      changed.sessions.append(Session(id: "new", activities: [0], title: "", minutes: 30))
      let held = Set(changed.sessions.map(\.id).filter { _ in dice.roll(4) == 0 })
      let tables = BoardTables(changed, held: held, digest: "bb")
      expectWholeRoll(log.state, tables)
      let roll = BoardRoll(log.state, tables)
      let named = Set(roll.places.keys).union(roll.gone.map(\.session))
        .union(roll.roomless.map(\.session))
      #expect(named.isSuperset(of: log.state.places.keys))
      judged()
    }
  }
}
