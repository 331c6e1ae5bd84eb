// SPDX-License-Identifier: GPL-3.0-or-later

import Databases
import Foundation
import Testing

@Suite("Why a database did not accept something")
struct DatabaseErrorTests {
  private let words = Database.Words(
    name: "the history of drafts", file: "the file drafts.sqlite", busy: "another run is writing")

  private func database() throws(DatabaseError) -> Database {
    try Database(":memory:", .writing, patience: 0, words: words)
  }

  @Test("Each reason has its sentence")
  func sentences() throws {
    let database = try database()
    let sentences: [(DatabaseError.Reason, String)] = [
      (.busy, "the history of drafts :memory:: another run is writing"),
      (.failed("disk I/O error"), "the history of drafts :memory:: disk I/O error"),
      (.otherProgram, "the file drafts.sqlite belongs to another program; move it away"),
      (
        .laterVersion,
        "the history of drafts was written by a later version of this program; use that one, or a newer"
          + " one"
      ),
      (
        .replaced,
        "the history of drafts :memory: was moved, removed or replaced while it was open, so nothing is"
          + " written into it; end the program and start it again"
      ),
      (
        .trialVersion,
        "the history of drafts was written by a trial version of this program; move it away"
      ),
      (
        .damaged("schedule.csv of draft 3"),
        "the history of drafts is damaged: schedule.csv of draft 3; put a whole copy in its place"
      ),
    ]
    for (reason, sentence) in sentences {
      #expect(database.error(reason).description == sentence)
    }
  }

  @Test("A statement that SQLite refuses is a failure in SQLite's words, and no other reason")
  func refused() throws {
    let database = try database()
    do {
      try database.run("SELECT * FROM missing")
      Issue.record("a table that is not there was read")
    } catch {
      #expect(error.reason == .failed("no such table: missing"))
    }
  }

  @Test("A file that cannot be opened is told apart from one that is busy")
  func notOpened() {
    let path = "/nowhere/drafts.sqlite"
    do {
      _ = try Database(path, .reading, patience: 0, words: words)
      Issue.record("a file that is not there was opened")
    } catch {
      guard case .notOpened = error.reason else {
        Issue.record("\(error.reason)")
        return
      }
      #expect(error.description.hasPrefix("cannot open the history of drafts \(path): "))
    }
  }
}
