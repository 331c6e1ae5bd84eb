// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Testing

@Suite("Stages of a draft")
struct StageTests {
  private let fixture: BoardFixture
  private let hand: Hand

  init() throws {
    fixture = try BoardFixture()
    let (store, id) = try fixture.begun()
    hand = Hand(store: store, draft: id, tables: fixture.tables)
  }

  private func isRefused(_ kind: ActKind) throws -> Bool {
    guard case .stage = try hand.ask(kind) else { return false }
    return true
  }

  private let swap = ActKind.moves([
    Move(session: "s0", from: BoardFixture.place(0, 0), to: BoardFixture.place(1, 0)),
    Move(session: "s1", from: BoardFixture.place(1, 0), to: BoardFixture.place(0, 0)),
  ])

  @Test("Swaps only: places are exchanged, none is left or taken, not even by undoing")
  func swapsOnly() throws {
    let before = try hand.does(hand.move("s5", to: BoardFixture.place(9, 1)))
    try hand.does(.stage(.swaps), why: "published")
    #expect(try isRefused(hand.move("s0", to: nil)))
    #expect(try isRefused(hand.move("s0", to: BoardFixture.place(8, 1))))
    #expect(try isRefused(hand.move("s9", to: BoardFixture.place(8, 1))))
    #expect(try isRefused(.undo(before)))
    // Two in one place are no exchange.
    #expect(try isRefused(hand.move("s0", to: BoardFixture.place(1, 0))))
    let act = try hand.does(swap)
    try hand.does(.undo(act))
    try hand.does(.redo(act))
    try hand.does(.pin(["s0"]))
    try hand.does(.note(session: nil, text: "n"))
    try hand.does(
      .moves([
        Move(session: "s2", from: BoardFixture.place(2, 0), to: BoardFixture.place(3, 0)),
        Move(session: "s3", from: BoardFixture.place(3, 0), to: BoardFixture.place(4, 0)),
        Move(session: "s4", from: BoardFixture.place(4, 0), to: BoardFixture.place(2, 0)),
      ]))
  }

  @Test("Closed: nothing but the stage changes, and who closed it is named")
  func closed() throws {
    try hand.does(.stage(.closed), why: "decided in plenary")
    for kind in BoardPlaceTests.kinds {
      if case .stage = kind { continue }
      // What has happened already is noted all the same.
      switch kind {
      case .publish, .tables:
        try hand.does(kind)
        continue
      default: break
      }
      // Some are refused for what they name.
      switch try hand.ask(kind) {
      case .stage(let refusal):
        #expect(
          refusal.words
            == "the draft 'Main' is closed, by Ana: decided in plenary; set its stage to open first,"
            + " or branch off a draft of your own")
      case .refused: break
      case .done, .repeated, .conflict: Issue.record("\(kind)")
      }
    }
    #expect(try isRefused(swap))
    #expect(try isRefused(.note(session: nil, text: "n")))
    try hand.does(.stage(.open))
    try hand.does(swap)
    #expect(try hand.state().stageReason?.author == "Ana")
  }
}
