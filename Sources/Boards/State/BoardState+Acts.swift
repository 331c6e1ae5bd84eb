// SPDX-License-Identifier: GPL-3.0-or-later

/// An act that does not follow from the log before it: the log is damaged.
public struct BoardDamage: Error, Hashable, Sendable {
  /// The number of the act.
  public let act: Int
}

/// What acts do.
extension BoardState {
  /// A draft as it is after these acts of it.
  ///
  /// - Parameter acts: in the order of their numbers.
  public init(_ draft: BoardDraft, after acts: some Sequence<Act>) throws(BoardDamage) {
    self.init(draft)
    for act in acts { try apply(act) }
  }

  /// Does one more act of the draft.
  ///
  /// - Throws: where it cannot have come next; the state is then as it was.
  public mutating func apply(_ act: Act) throws(BoardDamage) {
    let damage = BoardDamage(act: act.number)
    guard act.draft == draft, act.number > head, act.asked.base < act.number else { throw damage }
    switch act.kind {
    case .undo(let number): guard undo(number, by: act) else { throw damage }
    case .redo(let number): guard redo(number) else { throw damage }
    case .stage(let stage):
      self.stage = stage
      stageReason = BoardReason(act)
    case .name(let name): self.name = name
    case .tables, .publish: break
    case .moves, .pin, .unpin, .note, .accept, .withdraw:
      let effects = effects(of: act)
      for effect in effects { cells[effect.thing] = effect.after }
      deeds.append(Deed(act: act.number, author: act.author, effects: effects))
    }
    head = act.number
  }

  /// What an act does to each thing that it is about.
  private func effects(of act: Act) -> [BoardEffect] {
    func effect(_ thing: BoardThing, _ value: BoardCell.Value?) -> BoardEffect {
      BoardEffect(
        thing: thing, before: cells[thing], after: BoardCell(value: value, act: act.number))
    }
    return switch act.kind {
    case .moves(let moves, _):
      moves.map { effect(.place($0.session), $0.to.map { .place($0) }) }
    case .pin(let sessions):
      sessions.map { effect(.pin($0), .reason(BoardReason(act))) }
    case .unpin(let sessions): sessions.map { effect(.pin($0), nil) }
    case .note(let session, let text):
      [effect(.note(act.number), .note(BoardNote(act, session, text)))]
    case .accept(let violation): [effect(.acceptance(violation), .reason(BoardReason(act)))]
    case .withdraw(let violation): [effect(.acceptance(violation), nil)]
    case .stage, .undo, .redo, .name, .tables, .publish: []
    }
  }

  private mutating func undo(_ number: Int, by act: Act) -> Bool {
    guard let index = index(ofDeed: number), deeds[index].undone == nil, canRestore(number) else {
      return false
    }
    for effect in deeds[index].effects { cells[effect.thing] = effect.before }
    deeds[index].undone = Undoing(act: act.number, author: act.author)
    return true
  }

  private mutating func redo(_ number: Int) -> Bool {
    guard let index = index(ofDeed: number), deeds[index].undone != nil, canRestore(number) else {
      return false
    }
    for effect in deeds[index].effects { cells[effect.thing] = effect.after }
    deeds[index].undone = nil
    return true
  }
}

extension BoardReason {
  /// That of an act.
  init(_ act: Act) { self.init(why: act.why, author: act.author, instant: act.instant) }
}

extension BoardNote {
  fileprivate init(_ act: Act, _ session: String?, _ text: String) {
    self.init(
      act: act.number, session: session, text: text, author: act.author, instant: act.instant)
  }
}
