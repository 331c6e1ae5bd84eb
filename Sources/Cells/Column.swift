// SPDX-License-Identifier: GPL-3.0-or-later

/// A column of a table in the contract: everything that headings, readers, drop-downs and `tidy`
/// need to know.
public struct Column: Hashable, Sendable {
  /// Its heading in the contract.
  public let name: String
  /// How its cells are read.
  public let kind: ColumnKind
  /// Whether a table without it cannot be read.
  public let isRequired: Bool
  /// Other headings that can mean nothing else in this table, in small letters with `_`.
  public let aliases: [String]
  /// Headings that may mean it: they are named, not read.
  public let hints: [String]
  /// What it holds, in the contract's words.
  public let meaning: String

  public init(
    _ name: String, _ kind: ColumnKind, _ meaning: String, isRequired: Bool = false,
    also aliases: [String] = [], maybe hints: [String] = []
  ) {
    self.name = name
    self.kind = kind
    self.isRequired = isRequired
    self.aliases = aliases
    self.hints = hints
    self.meaning = meaning
  }
}
