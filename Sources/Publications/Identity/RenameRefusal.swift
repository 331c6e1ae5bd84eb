// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// Why nothing can be published before it is said what was renamed; put into words in `RenameWords`.
public struct RenameRefusal: Error, Sendable, Equatable {
  /// What is wrong with the renames that were given.
  public var faults: [RenameFault]
  /// What has to be answered first.
  public var questions: [RenameQuestion]
}

/// Something that was published is gone from the tables, and something like it is new in them.
public struct RenameQuestion: Sendable, Hashable {
  /// In what two of them agree, in the order in which it is said.
  public enum Trait: String, Sendable, CaseIterable {
    case name, title, activity, people, length, start, room
  }

  public let rename: Rename
  /// What it is called, before and now.
  public let before: String
  public let now: String
  public let agree: [Trait]
}

/// Something that is wrong with a rename as it was given.
public enum RenameFault: Sendable, Hashable {
  /// Nothing that was published has this id.
  case neverPublished(String, near: String?)
  /// The tables have nothing of this id and sort.
  case notInTables(String, Rename.Sort, near: String?)
  /// The tables still have it, so that it was not renamed.
  case stillThere(String, Rename.Sort)
  /// It was published under this id before, and is something of its own.
  case publishedBefore(String, Rename.Sort)
  /// An id that stands in two renames, or is said to be renamed and not renamed.
  case twice(String)
}
