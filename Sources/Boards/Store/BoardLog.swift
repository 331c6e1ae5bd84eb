// SPDX-License-Identifier: GPL-3.0-or-later

/// A board draft with its acts, and what it is after them.
public struct BoardLog: Hashable, Sendable {
  /// How it began.
  public let draft: BoardDraft
  /// In the order of their numbers.
  public private(set) var acts: [Act] = []
  /// After the last act.
  public private(set) var state: BoardState
  /// The drafts of the history that hold what it was, in the order in which they were kept.
  public internal(set) var checkpoints: [Checkpoint] = []

  /// A draft of the history that holds a board draft as it was.
  public struct Checkpoint: Hashable, Sendable {
    /// The number in the history.
    public let kept: Int
    /// The last act that is in it; 0: as it began.
    public let act: Int
  }

  /// A draft as it began.
  public init(_ draft: BoardDraft) {
    self.draft = draft
    state = BoardState(draft)
  }

  /// The drafts of the history that hold what it was, each once.
  public var keptNumbers: [Int] {
    var seen: Set<Int> = []
    return checkpoints.map(\.kept).filter { seen.insert($0).inserted }
  }

  /// Adds an act.
  ///
  /// - Throws: where it cannot have come next; nothing is then added.
  public mutating func add(_ act: Act) throws(BoardDamage) {
    try state.apply(act)
    acts.append(act)
  }

  /// As it was after one of its acts; 0: as it began.
  public func state(after act: Int) -> BoardState {
    var earlier = BoardState(draft)
    for each in acts.prefix(while: { $0.number <= act }) {
      // All of them have been applied before.
      do throws(BoardDamage) { try earlier.apply(each) } catch { return state }
    }
    return earlier
  }

  /// The draft with all that was done to it and kept of it before one of its acts.
  public func before(_ act: Int) -> BoardLog {
    var earlier = BoardLog(draft)
    for each in acts.prefix(while: { $0.number < act }) {
      // All of them have been added before.
      do throws(BoardDamage) { try earlier.add(each) } catch { return self }
    }
    earlier.checkpoints = checkpoints.filter { $0.act < act }
    return earlier
  }

  /// Whether nothing was done to it from one of its acts to another: a publication is no change.
  func isSame(after one: Int, and other: Int) -> Bool {
    acts.allSatisfy { act in
      guard act.number > min(one, other), act.number <= max(one, other) else { return true }
      if case .publish = act.kind { return true }
      return false
    }
  }

  /// The names that it had before the one of now, the oldest first.
  public var formerNames: [String] {
    let names = acts.compactMap { act in if case .name(let name) = act.kind { name } else { nil } }
    return ([draft.asked.name] + names).filter { $0 != state.name }
  }

  /// The command that makes what was last computed of it again: that of the last accepted result that
  /// stands, or that of the first schedule; empty where all is by hand.
  public var command: String {
    for act in acts.reversed() where !state.isUndone(act.number) {
      if case .moves(_, let computed?) = act.kind { return computed.command }
    }
    return draft.asked.command
  }
}
