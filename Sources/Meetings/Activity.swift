// SPDX-License-Identifier: GPL-3.0-or-later

/// What sort of activity a session comes from: `DC`, `BPF`, `NRI`, `PN`, or an upper-case token of the programme.
public struct Kind: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let token: String

  public init(_ token: String) { self.token = token }

  public static let dc = Kind("DC")
  public static let bpf = Kind("BPF")
  public static let nri = Kind("NRI")
  public static let pn = Kind("PN")
  public static let coord = Kind("COORD")

  /// The four kinds of the seed, in its order.
  public static let intersessional: [Kind] = [.dc, .bpf, .nri, .pn]

  public var isIntersessional: Bool { Self.intersessional.contains(self) }

  public static func < (a: Kind, b: Kind) -> Bool { a.token < b.token }

  public var description: String { token }
}

public struct Activity: Sendable {
  public var id: String
  public var name: String
  public var kind: Kind
  public var themes: [String]
  /// The row as it stands, by column, cells trimmed: what the requirements of its kind are read from.
  public var cells: [String: String]
  /// The people whom the row names, by column, as indices into `Scenario.people`.
  public var people: [String: [Int]]
  public var file: String
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
