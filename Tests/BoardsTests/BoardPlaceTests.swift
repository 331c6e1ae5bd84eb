// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Meetings
import Testing

@Suite("Places and acts as data")
struct BoardPlaceTests {
  private let early = BoardPlace(start: WallTime(minutes: 29_700_030), room: "fell")

  @Test("A place is written with its day, hour and room, and comes back")
  func place() throws {
    let data = try JSONEncoder().encode(early)
    #expect(try JSONDecoder().decode(BoardPlace.self, from: data) == early)
    #expect(early.startText == "\(early.start.date)T\(early.start.clock)")
  }

  @Test(
    "What is no start is refused",
    arguments: [
      "", "2026-11-03", "2026-11-03T", "2026-11-03T9:30", "2026-11-03T24:00", "2026-02-30T09:30",
      "2026-11-03T09:30T10:00", "2026-11-03 09:30", "2026-11-03T09:30:00",
    ])
  func noStart(text: String) {
    #expect(BoardPlace.start(text) == nil)
  }

  /// One of each kind.
  static let kinds: [ActKind] = [
    .moves([
      Move(session: "a", from: nil, to: BoardPlace(start: WallTime(minutes: 600), room: "r")),
      Move(session: "b", from: BoardPlace(start: WallTime(minutes: 0), room: "r"), to: nil),
    ]),
    .moves(
      [Move(session: "a", from: nil, to: nil)],
      computed: Computation(
        question: "improve", command: "programme draft s", status: "optimal", objective: 9,
        bound: nil, seed: 1)),
    .pin(["a", "b"]), .unpin(["a"]), .note(session: nil, text: "n"), .note(session: "a", text: ""),
    .accept(violation: "v"), .withdraw(violation: "v"), .stage(.swaps), .undo(7), .redo(7),
    .name("A name"),
    .tables([TableChange(file: "rooms.csv", before: nil, after: "aa", changes: ["one row more"])]),
    .publish(
      BoardPublication(
        number: 2, status: "final", kept: 3, folder: "Output/m", summary: "one moved")),
  ]

  @Test("An act of each kind comes back from its JSON, and equal acts are equal bytes")
  func acts() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    for kind in Self.kinds {
      let act = Act(
        number: 3, draft: 1, instant: 1_700_000_000,
        asked: ActProposal(key: "k", base: 2, author: "Ana", why: "so", kind: kind))
      let data = try encoder.encode(act)
      let read = try JSONDecoder().decode(Act.self, from: data)
      #expect(read == act)
      #expect(try encoder.encode(read) == data)
      let proposal = try JSONDecoder().decode(ActProposal.self, from: data)
      #expect(proposal == act.asked)
    }
  }

  @Test("A move must say where it goes from and to, even if that is nowhere")
  func forgotten() {
    let json = Data(#"{"session":"a","from":null}"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Move.self, from: json) }
  }
}
