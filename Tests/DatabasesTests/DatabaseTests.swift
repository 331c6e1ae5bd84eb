// SPDX-License-Identifier: GPL-3.0-or-later

import CSQLite
import Databases
import Foundation
import Scratch
import Testing

@Suite("A database file")
struct DatabaseTests {
  private let scratch = ScratchFolder()
  private var path: String { scratch.file("shelf.sqlite").path(percentEncoded: false) }

  private func open(_ mode: Database.Mode = .writing) throws -> Database {
    try Database(
      path, mode, patience: 0,
      words: .init(name: "the shelf", file: "the shelf", busy: "somebody else is writing into it"))
  }

  @Test("Texts come back scalar for scalar, also empty ones and those with a NUL inside")
  func texts() throws {
    let database = try open()
    try database.run("CREATE TABLE t (v TEXT)")
    let texts = [
      "", "a", "a\u{0}b", "e\u{301}", "\u{E9}", "'; DROP TABLE t; --", "?1", "👩🏽‍💻", "الإنترنت",
      String(repeating: "x", count: 70_000),
    ]
    for text in texts { try database.run("INSERT INTO t VALUES (?)", [.text(text)]) }
    var read: [String] = []
    try database.each("SELECT v FROM t ORDER BY rowid") { read.append($0.text(0)) }
    #expect(read.map { Array($0.unicodeScalars) } == texts.map { Array($0.unicodeScalars) })
  }

  @Test("Numbers to both ends, bytes of all values, and nothing stay what they are")
  func values() throws {
    let database = try open()
    let bytes = Data((0...255).map { UInt8($0) })
    try database.run("CREATE TABLE t (a INTEGER, b INTEGER, c BLOB, d BLOB, e TEXT)")
    try database.run(
      "INSERT INTO t VALUES (?, ?, ?, ?, ?)",
      [.integer(.max), .integer(.min), .bytes(bytes), .bytes(Data()), .null])
    var rows = 0
    try database.each("SELECT a, b, c, d, e FROM t") { row in
      rows += 1
      #expect(row.integer(0) == .max && row.integer(1) == .min)
      #expect(row.bytes(2) == bytes)
      #expect(row.bytes(3).isEmpty && !row.isNull(3))
      #expect(row.isNull(4) && row.text(4).isEmpty)
    }
    #expect(rows == 1)
  }

  @Test("A wrong statement is an error that names the file and says what SQLite said")
  func wrong() throws {
    let database = try open()
    let error = #expect(throws: DatabaseError.self) { try database.run("SELEC 1") }
    #expect(error?.description.hasPrefix("the shelf \(path): ") == true)
    #expect(error?.description.contains("SELEC") == true)
    #expect(error?.code == SQLITE_ERROR)
  }

  @Test("A broken rule of a table is told by its extended code, and the row is not taken")
  func constraint() throws {
    let database = try open()
    try database.run("CREATE TABLE t (id TEXT PRIMARY KEY) STRICT")
    try database.run("INSERT INTO t VALUES (?)", [.text("a")])
    let error = #expect(throws: DatabaseError.self) {
      try database.run("INSERT INTO t VALUES (?)", [.text("a")])
    }
    #expect(error?.code == SQLITE_CONSTRAINT | (6 << 8))
    var count = 0
    try database.each("SELECT count(*) FROM t") { count = $0.integer(0) }
    #expect(count == 1)
  }

  @Test("More values than question marks are refused, missing ones are nothing")
  func questionMarks() throws {
    let database = try open()
    #expect(throws: DatabaseError.self) {
      try database.run("SELECT ?", [.integer(1), .integer(2)])
    }
    try database.each("SELECT ?") { #expect($0.isNull(0)) }
  }

  @Test("While another writes, the sentence says so in the words that were given")
  func busy() throws {
    let (first, second) = (try open(), try open())
    try first.run("CREATE TABLE t (v INTEGER)")
    try first.run("BEGIN IMMEDIATE")
    let error = #expect(throws: DatabaseError.self) { try second.run("INSERT INTO t VALUES (1)") }
    #expect(error?.description == "the shelf \(path): somebody else is writing into it")
    try first.run("COMMIT")
    try second.run("INSERT INTO t VALUES (1)")
  }

  @Test("Reading makes no file and changes none")
  func reading() throws {
    #expect(throws: DatabaseError.self) { try open(.reading) }
    #expect(!FileManager.default.fileExists(atPath: path))
    try open().run("CREATE TABLE t (v INTEGER)")
    let error = #expect(throws: DatabaseError.self) {
      try open(.reading).run("INSERT INTO t VALUES (1)")
    }
    #expect(error?.code == SQLITE_READONLY)
  }

  @Test("Whatever its name holds, the file that is read is the one that was written")
  func names() throws {
    for sign in ["%41", "?mode=memory", "#part", "?\u{301}mode=memory", "#\u{200D}", "%\u{301}41"] {
      let path = self.path + sign
      let words = Database.Words(name: "it", file: "it", busy: "busy")
      try Database(path, .writing, patience: 0, words: words).run("CREATE TABLE t (v INTEGER)")
      for mode in [Database.Mode.reading, .readingStill] {
        let database = try Database(path, mode, patience: 0, words: words)
        #expect(throws: Never.self, "\(sign.debugDescription)") {
          try database.run("SELECT v FROM t")
        }
      }
    }
  }

  @Test("A file that is not a database is reported when it is first read, and stays as it was")
  func otherFile() throws {
    let text = Data(
      "session,date\nthis is no database, but it is long enough for a header of one".utf8)
    try text.write(to: URL(filePath: path))
    let error = #expect(throws: DatabaseError.self) { try open().run("CREATE TABLE t (v INTEGER)") }
    #expect(error?.code == SQLITE_NOTADB)
    #expect(try Data(contentsOf: URL(filePath: path)) == text)
  }
}
