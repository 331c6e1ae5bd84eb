// SPDX-License-Identifier: GPL-3.0-or-later

/// What the publisher says of ids that changed.
public struct RenameAnswers: Sendable {
  /// A pair of ids, before and now.
  public struct Pair: Sendable, Hashable {
    public var from: String
    public var to: String

    public init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  /// What goes on under another id.
  public var renamed: [Pair]
  /// What is gone though something like it is new.
  public var notRenamed: [String]

  public init(renamed: [Pair] = [], notRenamed: [String] = []) {
    self.renamed = renamed
    self.notRenamed = notRenamed
  }
}
