// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Tables

/// Every id of a scenario: unique over all activities, sessions, rooms and people together.
struct Identities {
  struct Entry {
    let sort: Sort
    let index: Int
    let place: Table.Place
    /// The place in the words that the user knows it by.
    let placeWords: String
  }

  private(set) var entries: [String: Entry] = [:]
  /// The ids that have a name or a title, by it: without case, width and blanks.
  private var named: [String: [String]] = [:]

  subscript(id: String) -> Entry? { entries[id] }

  /// Takes an id in, or says why not.
  mutating func add(_ id: String, _ entry: Entry) -> Finding? {
    guard !id.isEmpty else {
      return Finding(
        "no-id", file: entry.place.file, line: entry.place.line, column: "id", "The row has no id.",
        suggestion: "every \(entry.sort.rawValue) needs an id of its own")
    }
    guard Self.isWellFormed(id) else {
      return Finding(
        "bad-id", file: entry.place.file, line: entry.place.line, column: "id", value: id,
        "'\(id)' is no id.",
        suggestion: Self.form)
    }
    if let other = entries[id] {
      return Finding(
        "duplicate-id", file: entry.place.file, line: entry.place.line, column: "id", value: id,
        "The id '\(id)' is taken: \(other.placeWords) has \(other.sort.withArticle)"
          + " of that name.",
        suggestion: "ids are unique over activities, sessions, rooms and people together")
    }
    entries[id] = entry
    return nil
  }

  /// Keeps how people call what has an id.
  mutating func call(_ id: String, _ name: String) {
    let folded = CellText.folded(name)
    if entries[id] != nil, !folded.isEmpty { named[folded, default: []].append(id) }
  }

  /// The ids of things of these sorts that people call so.
  func ids(called name: String, of sorts: [Sort]) -> [String] {
    (named[CellText.folded(name)] ?? []).filter { id in
      entries[id].map { sorts.contains($0.sort) } ?? false
    }
  }

  func names(of sorts: [Sort]) -> [String] {
    entries.filter { sorts.contains($0.value.sort) }.keys.sorted()
  }

  static let form =
    "letters, digits, '.', '_' and '-', beginning with a letter or digit, at most 64 of them"

  /// `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`.
  static func isWellFormed(_ id: String) -> Bool {
    let bytes = Array(id.utf8)
    guard (1...64).contains(bytes.count) else { return false }
    func isPlain(_ b: UInt8) -> Bool {
      (0x30...0x39).contains(b) || (0x41...0x5A).contains(b) || (0x61...0x7A).contains(b)
    }
    return isPlain(bytes[0])
      && bytes.allSatisfy { isPlain($0) || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D }
  }
}
