// SPDX-License-Identifier: GPL-3.0-or-later

/// What an act does. However it was made (by dragging, clicking or the keyboard), the same deed is the
/// same value.
public enum ActKind: Hashable, Sendable {
  /// Sessions go to other places, all at once: one session, a swap, a chain, a day's rest, a result
  /// that was accepted. `computed` says what found it, where it was no person.
  case moves([Move], computed: Computation? = nil)
  /// Sessions stay where they stand; the act's reason is theirs.
  case pin([String])
  /// Sessions may move again.
  case unpin([String])
  /// Something to remember, about a session or the whole draft.
  case note(session: String?, text: String)
  /// A broken rule is put up with, by the violation's id; the act's reason says why.
  case accept(violation: String)
  /// It no longer is.
  case withdraw(violation: String)
  case stage(BoardStage)
  /// An earlier act of the draft is undone, by its number.
  case undo(Int)
  /// One that was undone is done again.
  case redo(Int)
  /// The draft gets another name.
  case name(String)
  /// Tables were saved from the board.
  case tables([TableChange])
  /// The draft was published as it was.
  case publish(BoardPublication)

  /// The word for it in data.
  public var word: String { tag.rawValue }

  private enum Tag: String, Codable {
    case moves, pin, unpin, note, accept, withdraw, stage, undo, redo, name, tables, publish
  }

  private var tag: Tag {
    switch self {
    case .moves: .moves
    case .pin: .pin
    case .unpin: .unpin
    case .note: .note
    case .accept: .accept
    case .withdraw: .withdraw
    case .stage: .stage
    case .undo: .undo
    case .redo: .redo
    case .name: .name
    case .tables: .tables
    case .publish: .publish
    }
  }
}

extension ActKind {
  /// What an act calls itself, whatever else is in it.
  struct Named: Decodable {
    private let kind: String

    /// Whether this version knows such acts.
    var isKnown: Bool { Tag(rawValue: kind) != nil }
  }
}

/// `{"kind": "moves", "moves": […]}`: the word for it, and what belongs to it beside.
extension ActKind: Codable {
  private enum Key: String, CodingKey {
    case kind, moves, computed, sessions, session, text, violation, stage, act, name, tables
    case publication
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    func sessions() throws -> [String] { try values.decode([String].self, forKey: .sessions) }
    self =
      switch try values.decode(Tag.self, forKey: .kind) {
      case .moves:
        .moves(
          try values.decode([Move].self, forKey: .moves),
          computed: try values.decodeIfPresent(Computation.self, forKey: .computed))
      case .pin: .pin(try sessions())
      case .unpin: .unpin(try sessions())
      case .note:
        .note(
          session: try values.decodeIfPresent(String.self, forKey: .session),
          text: try values.decode(String.self, forKey: .text))
      case .accept: .accept(violation: try values.decode(String.self, forKey: .violation))
      case .withdraw: .withdraw(violation: try values.decode(String.self, forKey: .violation))
      case .stage: .stage(try values.decode(BoardStage.self, forKey: .stage))
      case .undo: .undo(try values.decode(Int.self, forKey: .act))
      case .redo: .redo(try values.decode(Int.self, forKey: .act))
      case .name: .name(try values.decode(String.self, forKey: .name))
      case .tables: .tables(try values.decode([TableChange].self, forKey: .tables))
      case .publish:
        .publish(try values.decode(BoardPublication.self, forKey: .publication))
      }
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(tag, forKey: .kind)
    switch self {
    case .moves(let moves, let computed):
      try values.encode(moves, forKey: .moves)
      try values.encodeIfPresent(computed, forKey: .computed)
    case .pin(let sessions), .unpin(let sessions): try values.encode(sessions, forKey: .sessions)
    case .note(let session, let text):
      try values.encodeIfPresent(session, forKey: .session)
      try values.encode(text, forKey: .text)
    case .accept(let violation), .withdraw(let violation):
      try values.encode(violation, forKey: .violation)
    case .stage(let stage): try values.encode(stage, forKey: .stage)
    case .undo(let act), .redo(let act): try values.encode(act, forKey: .act)
    case .name(let name): try values.encode(name, forKey: .name)
    case .tables(let tables): try values.encode(tables, forKey: .tables)
    case .publish(let publication): try values.encode(publication, forKey: .publication)
    }
  }
}
