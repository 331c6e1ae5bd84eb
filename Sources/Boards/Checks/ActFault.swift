// SPDX-License-Identifier: GPL-3.0-or-later

/// What is wrong with an act, or a draft, that somebody asked for: nothing is done.
public enum ActFault: Error, Hashable, Sendable {
  /// No board draft has this id.
  case noDraft(Int)
  /// A text that must be there is empty: which.
  case missing(Text)
  /// A text is longer than `most` characters.
  case tooLong(Text, most: Int)
  /// A text that must be one line has a line break or another control character in it.
  case notOneLine(Text)
  /// The key was used for something else before.
  case keyUsed(String)
  /// The number of the last act seen is not one that the draft can have had; it is now at `head`.
  case wrongBase(Int, head: Int)
  /// The act is about nothing.
  case nothing
  /// More things at once than `most`.
  case tooMany(Int, most: Int)
  /// The act names the session twice.
  case twice(session: String)
  case unknownSession(String)
  case unknownRoom(String)
  /// A session is not where the act takes it from.
  case notThere(session: String, is: BoardPlace?)
  /// A session that stands nowhere cannot be pinned where it stands.
  case pinnedNowhere(session: String)
  /// No act of the draft with this number can be undone.
  case notUndoable(Int)
  /// The act was undone already.
  case undoneAlready(Int)
  /// The act was not undone, so there is nothing to do again.
  case notUndone(Int)
  /// Another board draft is called so.
  case nameTaken(String)
  /// A number would be taken for one of the history of drafts.
  case nameIsNumber(String)
  /// The draft that it is to begin from, or the act of it, is not there.
  case noParent

  /// The texts of an act.
  public enum Text: String, Hashable, Sendable {
    case key, author, why, note, name, violation
    /// All of the act.
    case act
  }
}

/// Why the stage of a draft does not let an act happen.
public struct StageRefusal: Error, Hashable, Sendable {
  /// The draft's name.
  public let name: String
  /// What it is at: `swaps` or `closed`.
  public let stage: BoardStage
  /// Who set it, when and why; `nil` where nobody has.
  public let reason: BoardReason?
  /// Whether the act would move sessions otherwise than by changing places with each other.
  public let wantsMoves: Bool
}

/// What became of an act that was asked for.
public enum ActOutcome: Sendable {
  /// It is in the log, on the disk.
  case done(Act)
  /// It was in the log already, from an earlier request with its key.
  case repeated(Act)
  case conflict(Conflict)
  case stage(StageRefusal)
  case refused([ActFault])
}

/// What became of a draft that was to begin.
public enum BeginOutcome: Sendable {
  /// It is in the store, on the disk.
  case begun(BoardDraft)
  /// It was begun already, by an earlier request with its key.
  case repeated(BoardDraft)
  case refused([ActFault])
}
