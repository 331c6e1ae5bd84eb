// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Testing

@Suite("Undoing and doing again")
struct UndoingTests {
  private let fixture: BoardFixture
  private let hand: Hand

  init() throws {
    fixture = try BoardFixture()
    let (store, id) = try fixture.begun()
    hand = Hand(store: store, draft: id, tables: fixture.tables)
  }

  @Test("One act is one step, however many sessions it moves, and comes back whole")
  func whole() throws {
    let before = try hand.state().places
    let act = try hand.does(
      .moves([
        Move(
          session: "s0", from: BoardFixture.place(0, 0), to: BoardFixture.place(1, 0)),
        Move(
          session: "s1", from: BoardFixture.place(1, 0), to: BoardFixture.place(0, 0)),
      ]))
    let after = try hand.state().places
    try hand.does(.undo(act))
    #expect(try hand.state().places == before)
    try hand.does(.redo(act))
    #expect(try hand.state().places == after)
  }

  @Test("What is undone and done again next is the same after a restart")
  func restart() throws {
    let first = try hand.does(hand.move("s0", to: nil))
    let second = try hand.does(hand.move("s0", to: BoardFixture.place(9, 1)))
    try hand.does(.undo(second))
    try hand.does(.undo(first))
    let again = try BoardStore(in: fixture.folder)
    let state = try #require(try again.log(of: hand.draft)).state
    #expect(try state == hand.state())
    #expect(state.canUndo() == nil)
    #expect(state.canRedo() == first)
    let after = Hand(store: again, draft: hand.draft, tables: fixture.tables)
    try after.does(.redo(first))
    #expect(try after.state().canUndo() == first)
    #expect(try after.state().canRedo() == second)
    // The store that was open all the while has seen it too.
    #expect(try hand.state() == after.state())
  }

  @Test("Each undoes their own, and what they did since ends doing again")
  func authors() throws {
    var other = hand
    other.author = "Bo"
    let mine = try hand.does(hand.move("s0", to: nil))
    let theirs = try other.does(other.move("s1", to: nil))
    #expect(try hand.state().canUndo("Ana") == mine)
    #expect(try hand.state().canUndo("Bo") == theirs)
    #expect(try hand.state().canUndo() == theirs)
    #expect(try hand.state().canUndo("Cy") == nil)
    try hand.does(.undo(mine))
    try other.does(other.move("s2", to: nil))
    #expect(try hand.state().canRedo("Ana") == mine)
    #expect(try hand.state().canRedo() == nil)
    try hand.does(hand.move("s3", to: nil))
    #expect(try hand.state().canRedo("Ana") == nil)
  }

  @Test("What somebody has changed since is not undone in silence: both sides are named")
  func changedSince() throws {
    let first = try hand.does(hand.move("s0", to: nil))
    var other = hand
    other.author = "Bo"
    let second = try other.does(other.move("s0", to: BoardFixture.place(9, 1)))
    guard case .conflict(let conflict) = try hand.ask(.undo(first)) else {
      Issue.record("undone")
      return
    }
    #expect(conflict.issues == [.session("s0")])
    #expect(conflict.theirs.map(\.number) == [second])
    #expect(conflict.words == "meanwhile Bo changed what this is about: the session 's0'")
    // Once it is out of the way, it can be undone.
    try other.does(.undo(second))
    try hand.does(.undo(first))
    #expect(try hand.state().place(of: "s0") == BoardFixture.place(0, 0))
  }

  @Test("Pins, notes and what is put up with can be undone, names and stages cannot")
  func kinds() throws {
    let deeds = [
      try hand.does(.pin(["s0"]), why: "the minister's hour"),
      try hand.does(.note(session: "s1", text: "asked for the morning")),
      try hand.does(.accept(violation: "overlap s1 s2"), why: "both agree"),
    ]
    #expect(try hand.state().pin(of: "s0")?.why == "the minister's hour")
    #expect(try hand.state().notes.map(\.text) == ["asked for the morning"])
    #expect(try hand.state().acceptance(of: "overlap s1 s2")?.why == "both agree")
    for deed in deeds { try hand.does(.undo(deed)) }
    #expect(try hand.state().pins.isEmpty)
    #expect(try hand.state().notes.isEmpty)
    #expect(try hand.state().accepted.isEmpty)
    let name = try hand.does(.name("Second"))
    guard case .refused([.notUndoable(name)]) = try hand.ask(.undo(name)) else {
      Issue.record("a name was undone")
      return
    }
  }
}
