// SPDX-License-Identifier: GPL-3.0-or-later

/// One entry of the log of acts, which is only ever added to.
public struct Act: Hashable, Sendable {
  /// 1, 2, 3 … over all drafts of a store.
  public var number: Int
  /// The id of the board draft that it is about.
  public var draft: Int
  /// When it was done, in seconds since 1970.
  public var instant: Int
  /// What somebody asked for, and who.
  public var asked: ActProposal

  public init(number: Int, draft: Int, instant: Int, asked: ActProposal) {
    self.number = number
    self.draft = draft
    self.instant = instant
    self.asked = asked
  }

  /// Who did it, as they call themselves.
  public var author: String { asked.author }
  /// Why; perhaps empty.
  public var why: String { asked.why }
  /// What was done.
  public var kind: ActKind { asked.kind }
}

/// An act that somebody wants to do.
public struct ActProposal: Hashable, Sendable {
  /// Chosen by whoever asks, unique for ever: one that is asked for again is not done twice.
  public var key: String
  /// The number of the draft's last act that its author had seen; 0 for none.
  public var base: Int
  /// Who, as they call themselves.
  public var author: String
  /// Why; perhaps empty.
  public var why: String
  /// What is to be done.
  public var kind: ActKind

  public init(key: String, base: Int, author: String, why: String = "", kind: ActKind) {
    self.key = key
    self.base = base
    self.author = author
    self.why = why
    self.kind = kind
  }
}

/// What is in the object of an act, beside what belongs to its kind.
private enum ActKey: String, CodingKey { case number, draft, instant, key, base, author, why }

extension ActProposal: Codable {
  /// A reason may be left out; all else must be there.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: ActKey.self)
    self.init(
      key: try values.decode(String.self, forKey: .key),
      base: try values.decode(Int.self, forKey: .base),
      author: try values.decode(String.self, forKey: .author),
      why: try values.decodeIfPresent(String.self, forKey: .why) ?? "",
      kind: try ActKind(from: decoder))
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: ActKey.self)
    try values.encode(key, forKey: .key)
    try values.encode(base, forKey: .base)
    try values.encode(author, forKey: .author)
    try values.encode(why, forKey: .why)
    try kind.encode(to: encoder)
  }
}

extension Act: Codable {
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: ActKey.self)
    self.init(
      number: try values.decode(Int.self, forKey: .number),
      draft: try values.decode(Int.self, forKey: .draft),
      instant: try values.decode(Int.self, forKey: .instant),
      asked: try ActProposal(from: decoder))
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: ActKey.self)
    try values.encode(number, forKey: .number)
    try values.encode(draft, forKey: .draft)
    try values.encode(instant, forKey: .instant)
    try asked.encode(to: encoder)
  }
}
