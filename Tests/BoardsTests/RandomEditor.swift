// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Judging
import Meetings

/// Draws what an editor does next, by what they see: sessions moved, exchanged, put aside, pinned and
/// released, notes, rules put up with, undoing and doing again.
struct RandomEditor {
  let author: String
  var dice: Dice
  private var count = 0

  init(_ author: String, seed: Int) {
    self.author = author
    dice = Dice(state: UInt64(seed))
  }

  /// A key that nobody else has.
  mutating func key() -> String {
    count += 1
    return "\(author)-\(count)"
  }

  mutating func kind(seeing state: BoardState, _ tables: BoardTables) -> ActKind {
    let (one, other) = (dice.pick(tables.sessions), dice.pick(tables.sessions))
    switch dice.roll(12) {
    case 0: return .note(session: dice.roll(2) == 0 ? nil : one, text: "n\(dice.roll(100))")
    case 1: return state.place(of: one) == nil ? move(state, [one]) : .pin([one])
    case 2: return .unpin([one])
    case 3: return .accept(violation: "v\(dice.roll(4))")
    case 4: return .withdraw(violation: "v\(dice.roll(4))")
    case 5, 6:
      return state.canUndo(dice.roll(2) == 0 ? author : nil).map { .undo($0) } ?? move(state, [one])
    case 7:
      return state.canRedo(dice.roll(2) == 0 ? author : nil).map { .redo($0) } ?? move(state, [one])
    case 8 where one != other:
      return .moves([
        Move(session: one, from: state.place(of: one), to: state.place(of: other)),
        Move(session: other, from: state.place(of: other), to: state.place(of: one)),
      ])
    case 9 where one != other: return move(state, [one, other])
    default: return move(state, [one])
    }
  }

  private mutating func move(_ state: BoardState, _ sessions: [String]) -> ActKind {
    .moves(
      sessions.map { session in
        let to = dice.roll(6) == 0 ? nil : BoardFixture.place(dice.roll(20), dice.roll(3))
        return Move(session: session, from: state.place(of: session), to: to)
      })
  }

  /// The same once more, by what is seen now.
  func again(_ kind: ActKind, seeing state: BoardState) -> ActKind {
    switch kind {
    case .moves(let moves, let computed):
      .moves(
        moves.map { Move(session: $0.session, from: state.place(of: $0.session), to: $0.to) },
        computed: computed)
    // What cannot be had any more is at least told.
    case .undo(let act): .note(session: nil, text: "was to undo \(act)")
    case .redo(let act): .note(session: nil, text: "was to redo \(act)")
    case .pin(let sessions) where sessions.contains { state.place(of: $0) == nil }:
      .note(session: nil, text: "was to pin \(sessions)")
    default: kind
    }
  }
}

/// What a log leaves, worked out another way: acts that are undone are passed over, all others are done
/// one after the other.
struct PlainReplay: Equatable {
  var places: [String: BoardPlace]
  var pins: Set<String>
  var accepted: Set<String>
  var notes: [String] = []

  init(_ log: BoardLog) {
    places = log.draft.asked.first.places
    pins = Set(log.draft.asked.first.pins.keys)
    accepted = Set(log.draft.asked.first.accepted.keys)
    var undone: Set<Int> = []
    for act in log.acts {
      if case .undo(let number) = act.kind { undone.insert(number) }
      if case .redo(let number) = act.kind { undone.remove(number) }
    }
    for act in log.acts where !undone.contains(act.number) { apply(act.kind) }
  }

  private mutating func apply(_ kind: ActKind) {
    switch kind {
    case .moves(let moves, _): for move in moves { places[move.session] = move.to }
    case .pin(let sessions): pins.formUnion(sessions)
    case .unpin(let sessions): pins.subtract(sessions)
    case .note(_, let text): notes.append(text)
    case .accept(let violation): accepted.insert(violation)
    case .withdraw(let violation): accepted.remove(violation)
    case .stage, .undo, .redo, .name, .tables, .publish: break
    }
  }

  init(_ state: BoardState) {
    places = state.places
    pins = Set(state.pins.keys)
    accepted = Set(state.accepted.keys)
    notes = state.notes.map(\.text)
  }
}
