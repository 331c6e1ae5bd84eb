// SPDX-License-Identifier: GPL-3.0-or-later

/// Something that was published under one id and goes on under another.
public struct Rename: Codable, Sendable, Hashable {
  /// What ids are of; unique over all of them together (`scenario-format.md`).
  public enum Sort: String, Codable, Sendable, CaseIterable { case session, room, activity, person }

  public var sort: Sort
  /// The id under which the publication before knew it.
  public var from: String
  /// The id that the tables have now.
  public var to: String

  public init(_ sort: Sort, from: String, to: String) {
    self.sort = sort
    self.from = from
    self.to = to
  }
}

extension Sequence<Rename> {
  /// What an id of one publication is in the next.
  func id(_ sort: Rename.Sort, _ id: String) -> String {
    first { $0.sort == sort && $0.from == id }?.to ?? id
  }

  /// What an id of one publication was in the one before; `nil` for the id of another thing then.
  func formerID(_ sort: Rename.Sort, _ id: String) -> String? {
    if let rename = first(where: { $0.sort == sort && $0.to == id }) { return rename.from }
    return contains { $0.sort == sort && $0.from == id } ? nil : id
  }
}
