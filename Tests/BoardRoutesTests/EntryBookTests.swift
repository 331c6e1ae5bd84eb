// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import BoardRoutes

@Suite("A book of what was asked")
struct EntryBookTests {
  private struct Errand: BookEntry {
    let id: String
    var draft = 1
    var isAtWork = true
    var steps = 0
  }

  private func book(atOnce most: Int = 100, remembered: Int = 100) -> EntryBook<Errand> {
    EntryBook("e", atOnce: most, remembered: remembered)
  }

  /// Enters one more, at work or over already.
  @discardableResult
  private func enter(_ book: EntryBook<Errand>, draft: Int = 1, isAtWork: Bool = true) -> String? {
    guard case .new(let errand) = book.enter(as: { Errand(id: $0, draft: draft) }) else {
      return nil
    }
    if !isAtWork { end(errand.id, book) }
    return errand.id
  }

  private func end(_ id: String, _ book: EntryBook<Errand>) {
    _ = book.change(id) { $0.isAtWork = false }
  }

  @Test("Entries are numbered as they come in, and stand in that order")
  func numbers() {
    let book = book()
    #expect((1...3).map { _ in enter(book) } == ["e1", "e2", "e3"])
    #expect(book.all.map(\.id) == ["e1", "e2", "e3"])
  }

  @Test("Only so many are worked on at once, and one that ends makes room for the next")
  func atOnce() {
    let book = book(atOnce: 2)
    let first = enter(book)
    enter(book)
    #expect(enter(book) == nil)
    #expect(book.all.count == 2)
    first.map { end($0, book) }
    #expect(enter(book) == "e3", "what was turned down took no number")
  }

  @Test("What is known is not entered again, even where the book is busy")
  func known() {
    let book = book(atOnce: 1)
    enter(book, draft: 7)
    guard case .known(let errand) = book.enter(knownBy: { $0.draft == 7 }, as: { Errand(id: $0) })
    else {
      Issue.record("it was not found")
      return
    }
    #expect(errand.id == "e1" && errand.draft == 7)
    #expect(book.all.count == 1)
  }

  @Test("Beyond the number that is remembered, the oldest that is over is forgotten")
  func forgets() throws {
    let book = book(remembered: 3)
    enter(book)
    for _ in 2...5 { enter(book, isAtWork: false) }
    #expect(book.all.map(\.id) == ["e1", "e4", "e5"])
    #expect(throws: RouteFailure.self) { try book.entry("e2", of: 1) }
    #expect(enter(book) == "e6", "numbers are not given twice")
  }

  @Test("Nothing that is worked on is forgotten")
  func keepsWork() {
    let book = book(remembered: 2)
    for _ in 1...4 { enter(book) }
    #expect(book.all.map(\.id) == ["e1", "e2", "e3", "e4"])
  }

  @Test("An entry is found for its own draft alone")
  func drafts() throws {
    let book = book()
    enter(book, draft: 2)
    #expect(try book.entry("e1", of: 2).id == "e1")
    #expect(throws: RouteFailure.self) { try book.entry("e1", of: 1) }
    #expect(throws: RouteFailure.self) { try book.entry("e2", of: 2) }
  }

  @Test("A change returns what it makes, and nothing where there is no such entry")
  func changes() {
    let book = book()
    enter(book)
    let steps = book.change("e1") { errand -> Int in
      errand.steps += 2
      return errand.steps
    }
    #expect(steps == 2)
    #expect(book.all[0].steps == 2)
    #expect(book.change("e9") { $0.steps } == nil)
  }

  @Test("No change of many threads is lost")
  func threads() {
    let book = book()
    enter(book)
    DispatchQueue.concurrentPerform(iterations: 200) { _ in
      _ = book.change("e1") { $0.steps += 1 }
    }
    #expect(book.all[0].steps == 200)
  }
}
