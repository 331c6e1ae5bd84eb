// SPDX-License-Identifier: GPL-3.0-or-later

/// What became of a draft when it was published: a fact for its log, whose files are elsewhere.
public struct BoardPublication: Codable, Hashable, Sendable {
  /// The publication's number in its register.
  public var number: Int
  /// How firm it is: `draft` or `final`.
  public var status: String
  /// The number under which the history of drafts keeps what was published.
  public var kept: Int
  /// The folder of its register and files, as it was named.
  public var folder: String
  /// What changed, in words.
  public var summary: String

  public init(number: Int, status: String, kept: Int, folder: String, summary: String) {
    self.number = number
    self.status = status
    self.kept = kept
    self.folder = folder
    self.summary = summary
  }
}
