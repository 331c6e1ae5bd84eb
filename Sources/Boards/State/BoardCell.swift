// SPDX-License-Identifier: GPL-3.0-or-later

/// What acts can change and undoing brings back, each by itself.
public enum BoardThing: Hashable, Sendable {
  /// Where a session stands, by its id.
  case place(String)
  /// Whether a session stays where it stands, by its id.
  case pin(String)
  /// Whether a broken rule is put up with, by the violation's id.
  case acceptance(String)
  /// A note, by the number of its act.
  case note(Int)
}

/// Why something was decided, by whom and when.
public struct BoardReason: Hashable, Sendable, Codable {
  /// In the words of whoever did it; perhaps empty.
  public var why: String
  /// Who, as they call themselves.
  public var author: String
  /// In seconds since 1970.
  public var instant: Int

  public init(why: String, author: String, instant: Int) {
    self.why = why
    self.author = author
    self.instant = instant
  }
}

/// Something to remember.
public struct BoardNote: Hashable, Sendable {
  /// The number of the act that it was written with.
  public var act: Int
  /// The session that it is about; `nil`: the whole draft.
  public var session: String?
  public var text: String
  /// Who, as they call themselves.
  public var author: String
  /// In seconds since 1970.
  public var instant: Int
}

/// What a thing is now, and which act made it so. The act is part of it: only what is still as an act
/// left it can be undone.
struct BoardCell: Hashable, Sendable {
  enum Value: Hashable, Sendable {
    case place(BoardPlace)
    case reason(BoardReason)
    case note(BoardNote)
  }

  /// `nil`: nowhere, not pinned, not accepted, struck out.
  var value: Value?
  /// 0: as the draft began.
  var act: Int
}

/// What an act did to one thing.
struct BoardEffect: Hashable, Sendable {
  let thing: BoardThing
  /// `nil` where nothing was known of the thing.
  let before: BoardCell?
  let after: BoardCell
}
