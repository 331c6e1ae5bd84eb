// SPDX-License-Identifier: GPL-3.0-or-later

/// A draft that is planned on a board: how it began. What became of it is in the acts.
public struct BoardDraft: Hashable, Sendable {
  /// What a board draft was made from.
  public enum Parent: Hashable, Sendable {
    /// Nothing: all sessions unplaced, or a file.
    case none
    /// A number of the history of drafts.
    case kept(Int)
    /// Another board draft, as it was after one of its acts; 0: as it began.
    case board(draft: Int, act: Int)
  }

  /// 1, 2, 3 …
  public var id: Int
  /// When it was begun, in seconds since 1970.
  public var instant: Int
  /// How it began.
  public var asked: NewBoardDraft

  public init(id: Int, instant: Int, asked: NewBoardDraft) {
    self.id = id
    self.instant = instant
    self.asked = asked
  }
}

/// A board draft that somebody wants to begin.
public struct NewBoardDraft: Hashable, Sendable {
  /// Chosen by whoever asks, unique for ever: one that is asked for again is not made twice.
  public var key: String
  /// What it is called at first; no two drafts have the same.
  public var name: String
  /// Who begins it.
  public var author: String
  /// Why; perhaps empty.
  public var why: String
  /// What it is made from.
  public var parent: BoardDraft.Parent
  /// The command that makes the first schedule again, if one did.
  public var command: String
  /// The digest of the tables at that time.
  public var inputSHA256: String?
  /// What is placed, pinned and accepted at first.
  public var first: BoardState.Start

  public init(
    key: String, name: String, author: String, why: String = "", parent: BoardDraft.Parent,
    command: String = "", inputSHA256: String? = nil, first: BoardState.Start
  ) {
    self.key = key
    self.name = name
    self.author = author
    self.why = why
    self.parent = parent
    self.command = command
    self.inputSHA256 = inputSHA256
    self.first = first
  }
}
