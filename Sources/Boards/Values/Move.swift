// SPDX-License-Identifier: GPL-3.0-or-later

/// One session's part of an act that moves sessions.
public struct Move: Hashable, Sendable {
  /// The session's id.
  public var session: String
  /// Where its mover saw it; `nil`: nowhere.
  public var from: BoardPlace?
  /// Where it goes; `nil`: nowhere, it becomes unplaced.
  public var to: BoardPlace?

  public init(session: String, from: BoardPlace?, to: BoardPlace?) {
    self.session = session
    self.from = from
    self.to = to
  }
}

extension Move: Codable {
  private enum Key: String, CodingKey { case session, from, to }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(session, forKey: .session)
    // Nowhere is written out: a place that was forgotten must not read as one that is meant.
    try values.encode(from, forKey: .from)
    try values.encode(to, forKey: .to)
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    session = try values.decode(String.self, forKey: .session)
    from = try Self.place(values, .from)
    to = try Self.place(values, .to)
  }

  private static func place(
    _ values: KeyedDecodingContainer<Key>, _ key: Key
  ) throws -> BoardPlace? {
    try values.decodeNil(forKey: key) ? nil : values.decode(BoardPlace.self, forKey: key)
  }
}

/// What found the moves of an act, where it was a search and not a person: enough to repeat it.
public struct Computation: Hashable, Sendable, Codable {
  /// What was asked, such as `improve` or `fewest-moves`.
  public var question: String
  /// The command that finds the same again, as it would be typed.
  public var command: String
  /// How the search ended, as in `draft.json`.
  public var status: String
  /// What the schedule cost; `nil` where no search said so.
  public var objective: Int?
  /// No schedule costs less than this, for its own question.
  public var bound: Int?
  /// Of the search.
  public var seed: Int?
  /// Whether somebody ended the search, which the command would go on with; `nil`: no.
  public var isStopped: Bool?

  public init(
    question: String, command: String, status: String, objective: Int? = nil, bound: Int? = nil,
    seed: Int? = nil, isStopped: Bool? = nil
  ) {
    self.isStopped = isStopped
    self.question = question
    self.command = command
    self.status = status
    self.objective = objective
    self.bound = bound
    self.seed = seed
  }
}

/// A table that was saved from the board: which, and what became of it.
public struct TableChange: Hashable, Sendable, Codable {
  /// The file's name, such as `rooms.csv`.
  public var file: String
  /// SHA-256 of the file before, in hexadecimal; `nil` where there was none.
  public var before: String?
  /// SHA-256 of the file as it was saved.
  public var after: String
  /// What changed in it, a sentence each.
  public var changes: [String]

  public init(file: String, before: String?, after: String, changes: [String]) {
    self.file = file
    self.before = before
    self.after = after
    self.changes = changes
  }
}
