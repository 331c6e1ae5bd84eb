// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Meetings
import Testing

@Suite("Edits made against an older state")
struct RebaseTests {
  private let fixture: BoardFixture
  private let ana: Hand
  private let bo: Hand

  init() throws {
    fixture = try BoardFixture()
    let (store, id) = try fixture.begun()
    ana = Hand(store: store, draft: id, tables: fixture.tables)
    bo = Hand(store: store, draft: id, tables: fixture.tables, author: "Bo")
  }

  private func issues(_ outcome: ActOutcome) -> [Conflict.Issue]? {
    guard case .conflict(let conflict) = outcome else { return nil }
    return conflict.issues
  }

  @Test("One about another session follows")
  func otherSession() throws {
    let move = try bo.move("s1", to: nil)
    try ana.does(ana.move("s0", to: nil))
    try bo.does(move, base: 0)
    #expect(try ana.state().place(of: "s0") == nil)
    #expect(try ana.state().place(of: "s1") == nil)
  }

  @Test("One about the same session is asked about, with both sides, and is not done")
  func sameSession() throws {
    let asked = try bo.move("s0", to: BoardFixture.place(8, 1))
    let first = try ana.does(ana.move("s0", to: nil), why: "not ready")
    guard case .conflict(let conflict) = try bo.ask(asked, base: 0) else {
      Issue.record("merged in silence")
      return
    }
    #expect(conflict.ours.kind == asked)
    #expect(conflict.theirs.map(\.number) == [first])
    #expect(conflict.theirs.map(\.why) == ["not ready"])
    #expect(conflict.head == first)
    #expect(try ana.state().place(of: "s0") == nil)
    // Whoever knows and wants it all the same asks again.
    try bo.does(bo.move("s0", to: BoardFixture.place(8, 1)), base: conflict.head)
  }

  @Test("A pin of the same session is asked about, on either side")
  func pins() throws {
    let move = try bo.move("s0", to: nil)
    try ana.does(.pin(["s0"]))
    #expect(try issues(bo.ask(move, base: 0)) == [.session("s0")])
    #expect(try issues(bo.ask(.unpin(["s0"]), base: 0)) == [.session("s0")])
  }

  @Test("A place that was taken meanwhile is asked about, also half of it; a free one is not")
  func takenPlace() throws {
    let taken = BoardFixture.place(9, 2)
    try ana.does(ana.move("s0", to: taken))
    let half = BoardPlace(start: taken.start + 30, room: taken.room)
    #expect(
      try issues(bo.ask(bo.move("s1", to: half), base: 0)) == [
        .place(half, ours: "s1", theirs: "s0")
      ])
    try bo.does(bo.move("s1", to: BoardPlace(start: taken.start + 60, room: "r2")), base: 0)
    try bo.does(bo.move("s2", to: BoardPlace(start: taken.start, room: "r1")), base: 0)
  }

  @Test("A room that is made of another shares its time")
  func joinedRoom() throws {
    var fixture = fixture
    fixture.scenario.rooms[2].parts = [0, 1]
    let tables = fixture.tables
    let other = Hand(store: ana.store, draft: ana.draft, tables: tables, author: "Bo")
    try ana.does(ana.move("s0", to: BoardFixture.place(9, 2)))
    let place = BoardFixture.place(9, 1)
    #expect(
      try issues(other.ask(other.move("s1", to: place), base: 0))
        == [.place(place, ours: "s1", theirs: "s0")])
  }

  @Test("Two acts of one author that are sent without waiting follow each other")
  func ownActs() throws {
    try ana.does(ana.move("s0", to: nil), base: 0)
    try ana.does(ana.move("s0", to: BoardFixture.place(7, 1)), base: 0)
    // From another window of theirs, that saw neither.
    let stale = ActKind.moves([Move(session: "s0", from: BoardFixture.place(0, 0), to: nil)])
    #expect(try issues(ana.ask(stale, base: 0)) == [.session("s0")])
  }

  @Test("Decisions about a rule, the name and the stage are asked about too; notes never are")
  func others() throws {
    try ana.does(.accept(violation: "v"))
    try ana.does(.name("Second"))
    try ana.does(.note(session: "s0", text: "a"))
    try ana.does(.stage(.swaps))
    #expect(try issues(bo.ask(.withdraw(violation: "v"), base: 0)) == [.violation("v")])
    #expect(try issues(bo.ask(.name("Third"), base: 0)) == [.name])
    #expect(try issues(bo.ask(.stage(.open), base: 0)) == [.stage])
    try bo.does(.note(session: "s0", text: "b"), base: 0)
  }
}
