// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Tables

/// Every id of a scenario: unique over all activities, sessions, rooms and people together.
struct Identities {
  struct Entry {
    let sort: IDKind
    let index: Int
    let place: Table.Place
    /// The place, in words that the user knows.
    let placeWords: String
  }

  private(set) var entries: [String: Entry] = [:]
  /// Ids by name or title, ignoring case, width and blanks.
  private var named: [String: [String]] = [:]
  /// By id, as written in its table.
  private var names: [String: String] = [:]

  subscript(id: String) -> Entry? { entries[id] }

  /// Adds an id, or says why not.
  mutating func add(_ id: String, _ entry: Entry) -> Finding? {
    guard !id.isEmpty else {
      return Finding(
        "no-id", file: entry.place.file, line: entry.place.line, column: "id", "The row has no id.",
        suggestion: "every \(entry.sort.rawValue) needs an id of its own")
    }
    guard Self.isWellFormed(id) else {
      return Finding(
        "bad-id", file: entry.place.file, line: entry.place.line, column: "id", value: id,
        "'\(id)' is not an id.",
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

  /// Records what people call the thing with this id.
  mutating func call(_ id: String, _ name: String) {
    let folded = CellText.folded(name)
    guard entries[id] != nil, !folded.isEmpty else { return }
    named[folded, default: []].append(id)
    names[id] = name
  }

  /// The ids of things of these sorts that people call by this name.
  func ids(called name: String, of sorts: [IDKind]) -> [String] {
    (named[CellText.folded(name)] ?? []).filter { id in
      entries[id].map { sorts.contains($0.sort) } ?? false
    }
  }

  /// The one thing of these sorts that a text which is neither an id nor a name probably means: an
  /// id with a remark, a name in reverse order or with a title before it, or a name with a slip.
  func meant(by text: String, of sorts: [IDKind]) -> (id: String, name: String)? {
    let words = Self.words(text)
    let pieces = text.split { $0.isWhitespace || "()[],;:".contains($0) }.map(String.init)
    let ids = Set(pieces.filter { id in entries[id].map { sorts.contains($0.sort) } ?? false })
    if ids.count == 1, let id = ids.first { return (id, names[id] ?? "") }
    let own = names.filter { entry in entries[entry.key].map { sorts.contains($0.sort) } ?? false }
    let alike = own.filter { _, name in
      let other = Self.words(name)
      return !other.isEmpty && (other == words || words.isSuperset(of: other) && other.count > 1)
    }
    if let one = alike.first, alike.count == 1 { return (one.key, one.value) }
    guard alike.isEmpty, let near = Nearest.to(text, among: own.values.sorted()) else { return nil }
    let called = own.filter { $0.value == near }
    return called.count == 1 ? called.first.map { ($0.key, $0.value) } : nil
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { !$0.isLetter && !$0.isNumber }.map { CellText.folded(String($0)) })
  }

  func names(of sorts: [IDKind]) -> [String] {
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
