// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// Something that was asked of a board and is worked on beside it.
protocol BookEntry: Sendable {
  /// Given by the book.
  var id: String { get }
  var draft: Int { get }
  /// Whether more is going to become known of it.
  var isAtWork: Bool { get }
}

/// What was asked since the board was opened, one entry for each request, for all threads.
///
/// Entries are numbered as they come in. Only so many are worked on at once, and only so many are
/// remembered: then the oldest that is not worked on is forgotten.
final class EntryBook<Entry: BookEntry>: Sendable {
  /// What became of a request for a new entry.
  enum Entering: Sendable {
    case new(Entry)
    /// It was there already.
    case known(Entry)
    /// As many are worked on as may be at once.
    case busy
  }

  private struct Contents: Sendable {
    var entries: [Entry] = []
    var next = 1
  }

  private let contents = Mutex(Contents())
  /// What ids begin with.
  private let letter: Character
  private let remembered: Int
  /// Entries that are worked on at once.
  let most: Int

  init(_ letter: Character, atOnce most: Int, remembered: Int) {
    self.letter = letter
    self.most = most
    self.remembered = remembered
  }

  /// The oldest first.
  var all: [Entry] { contents.withLock { $0.entries } }

  /// - Throws: `noSuchPage` for an id that was never given, was forgotten, or is another draft's.
  func entry(_ id: String, of draft: Int) throws(RouteFailure) -> Entry {
    guard let found = all.first(where: { $0.id == id && $0.draft == draft }) else {
      throw .noSuchPage
    }
    return found
  }

  /// Enters what `make` makes of an id, unless it is known or the book is busy.
  func enter(
    knownBy isKnown: (Entry) -> Bool = { _ in false }, as make: (_ id: String) -> Entry
  ) -> Entering {
    contents.withLock { contents in
      if let known = contents.entries.first(where: isKnown) { return .known(known) }
      guard contents.entries.count(where: \.isAtWork) < most else { return .busy }
      let entry = make("\(letter)\(contents.next)")
      contents.next += 1
      contents.entries.append(entry)
      if contents.entries.count > remembered,
        let old = contents.entries.firstIndex(where: { !$0.isAtWork })
      {
        contents.entries.remove(at: old)
      }
      return .new(entry)
    }
  }

  /// Changes an entry, with nobody else between.
  ///
  /// - Returns: what `change` returns; `nil` where there is no such entry.
  func change<Outcome: Sendable>(_ id: String, _ change: (inout Entry) -> Outcome?) -> Outcome? {
    contents.withLock { contents in
      guard let place = contents.entries.firstIndex(where: { $0.id == id }) else { return nil }
      return change(&contents.entries[place])
    }
  }
}
