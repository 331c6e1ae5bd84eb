// SPDX-License-Identifier: GPL-3.0-or-later

/// What sort of activity a session comes from: `DC`, `BPF`, `NRI`, `PN`, or an upper-case token of the programme.
public struct Kind: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// As the tables write it.
  public let token: String

  public init(_ token: String) { self.token = token }

  /// A Dynamic Coalition.
  public static let dc = Kind("DC")
  /// A Best Practice Forum.
  public static let bpf = Kind("BPF")
  /// A national or regional initiative.
  public static let nri = Kind("NRI")
  /// A Policy Network.
  public static let pn = Kind("PN")
  /// A coordination session.
  public static let coord = Kind("COORD")

  /// The four kinds of the seed, in its order.
  public static let intersessional: [Kind] = [.dc, .bpf, .nri, .pn]

  /// Whether its work goes on between the annual meetings (`modalities.md`).
  public var isIntersessional: Bool { Self.intersessional.contains(self) }

  /// By their tokens.
  public static func < (a: Kind, b: Kind) -> Bool { a.token < b.token }

  /// The token.
  public var description: String { token }
}

/// What sessions are held for: a coalition, a forum, a network, an initiative or an element of the programme.
public struct Activity: Sendable {
  /// Unique over all tables.
  public var id: String
  /// What people call it.
  public var name: String
  /// Which sort of activity it is.
  public var kind: Kind
  /// As written in its row.
  public var themes: [String]
  /// The row as written, by column, cells trimmed: the requirements of its kind are read from it.
  public var cells: [String: String]
  /// The people whom the row names, by column, as indices into `Scenario.people`.
  public var people: [String: [Int]]
  /// The table that its row is in.
  public var file: String
  /// The line that its row begins on, the header being line 1.
  public var line: Int

  public init(
    id: String, name: String, kind: Kind, themes: [String] = [], cells: [String: String] = [:],
    people: [String: [Int]] = [:], file: String = "", line: Int = 0
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.themes = themes
    self.cells = cells
    self.people = people
    self.file = file
    self.line = line
  }
}
