// SPDX-License-Identifier: GPL-3.0-or-later

import Databases
import Files
import Foundation
import Results
import Scratch
import Testing

@Suite("The history of drafts")
struct DraftHistoryTests {
  private let scratch = ScratchFolder()
  private var folder: URL { scratch.url }

  private func entry(_ command: String) -> DraftHistory.Entry {
    DraftHistory.Entry(
      instant: 1_700_000_000, origin: .drafted, command: command, status: "optimal", objective: 9,
      bound: 9, seed: 1, inputSHA256: "aa")
  }

  private func files(_ text: String) -> [FileSet.File] {
    [("draft.json", Data("{}".utf8)), ("schedule.csv", Data(text.utf8)), ("empty", Data())]
  }

  @Test("Drafts are numbered from one and come back byte for byte")
  func roundTrip() throws {
    let history = try DraftHistory(in: folder)
    #expect(try history.keep(entry("first"), files("one")) == 1)
    #expect(try history.keep(entry("second"), files("two")) == 2)
    let again = try #require(try DraftHistory.reading(in: folder))
    #expect(try again.entries().map(\.command) == ["first", "second"])
    let read = try again.files(of: 1)
    #expect(read.map(\.name) == ["draft.json", "empty", "schedule.csv"])
    #expect(read.map(\.bytes) == [Data("{}".utf8), Data(), Data("one".utf8)])
    #expect(try again.number(of: files("two")) == 2)
    #expect(try again.number(of: files("three")) == nil)
  }

  @Test("The very same draft twice in a row is one number")
  func same() throws {
    let history = try DraftHistory(in: folder)
    #expect(try history.keep(entry("a"), files("one")) == 1)
    #expect(try history.keep(entry("b"), files("one")) == 1)
    #expect(try history.keep(entry("c"), files("two")) == 2)
    #expect(try history.keep(entry("d"), files("one")) == 3)
  }

  @Test("A file that is damaged, another program's or of a later version is never written over")
  func refused() throws {
    let place = folder.appending(path: DraftHistory.fileName)
    let junk = Data("not a database, but long enough to be looked at as one".utf8)
    try junk.write(to: place)
    #expect(throws: DatabaseError.self) { try DraftHistory(in: folder) }
    #expect(try Data(contentsOf: place) == junk)
    try FileManager.default.removeItem(at: place)
    _ = try DraftHistory(in: folder)
    let database = try Database(
      place.path(percentEncoded: false), .writing, patience: 0,
      words: .init(name: "the file", file: "the file", busy: "busy"))
    try database.run("PRAGMA user_version = 99")
    do {
      _ = try DraftHistory(in: folder)
      Issue.record("a later version was taken")
    } catch {
      #expect(error.description.contains("later version"))
    }
  }

  @Test(
    "Files of any size come back as they were, and pages take a fraction of their size",
    arguments: [0, 1, 2, 100, 70_000])
  func packed(size: Int) throws {
    var generator = SystemRandomNumberGenerator()
    let noise = Data((0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) })
    let page = Data(String(repeating: "<td>session</td>", count: size).utf8)
    for bytes in [noise, page] {
      let number = try DraftHistory(in: folder).keep(entry("a"), [("f", bytes)])
      let history = try #require(try DraftHistory.reading(in: folder))
      #expect(try history.files(of: number).map(\.bytes) == [bytes])
    }
    let file = folder.appending(path: DraftHistory.fileName).path(percentEncoded: false)
    let written = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
    #expect((written ?? 0) < 60_000 + 2 * size)
  }

  @Test("A draft with a missing or changed file is not handed out")
  func damaged() throws {
    _ = try DraftHistory(in: folder).keep(entry("a"), files("one"))
    let place = folder.appending(path: DraftHistory.fileName).path(percentEncoded: false)
    for damage in [
      "UPDATE files SET packed = x'00' WHERE name = 'schedule.csv'",
      "DELETE FROM files WHERE name = 'schedule.csv'",
    ] {
      let database = try Database(
        place, .writing, patience: 0, words: .init(name: "the file", file: "the file", busy: "busy")
      )
      // As a disk would damage it: past what the schema refuses.
      try? database.run("DROP TRIGGER files_no_update")
      try? database.run("DROP TRIGGER files_no_delete")
      try database.run(damage)
      let history = try #require(try DraftHistory.reading(in: folder))
      #expect(throws: DatabaseError.self) { try history.files(of: 1) }
    }
  }

  @Test("What was kept cannot be changed or removed")
  func appendOnly() throws {
    let history = try DraftHistory(in: folder)
    _ = try history.keep(entry("a"), files("one"))
    let database = try Database(
      folder.appending(path: DraftHistory.fileName).path(percentEncoded: false), .writing,
      patience: 0, words: .init(name: "the file", file: "the file", busy: "busy"))
    for change in [
      "DELETE FROM drafts", "UPDATE files SET packed = x'00'", "UPDATE drafts SET seed = 3",
    ] {
      #expect(throws: DatabaseError.self) { try database.run(change) }
    }
  }

  @Test("A folder without a history has none, and reading makes none")
  func none() throws {
    let history = try DraftHistory.reading(in: folder)
    #expect(history == nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()).isEmpty)
  }
}
