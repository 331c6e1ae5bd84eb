// SPDX-License-Identifier: GPL-3.0-or-later

import Databases
import Foundation

/// The SQLite file of a folder of results, opened for whoever keeps something in it: drafts and boards
/// share one, so that a folder has one history.
package enum HistoryFile {
  private static let words = Database.Words(
    name: "the history of drafts", file: "the file \(DraftHistory.fileName)",
    busy: "another run is writing into it; try again when it is done")

  /// Milliseconds that one run waits for another.
  package static let patience: Int32 = 20_000

  /// Opened to add to it; made if there is none, and given the tables that it lacks.
  ///
  /// - Throws: if it is damaged, from a later program or cannot be written. It is never started
  ///   afresh.
  package static func writing(
    in folder: URL, patience: Int32 = patience
  ) throws(DatabaseError) -> Database {
    let database = try Database(path(in: folder), .writing, patience: patience, words: words)
    // A commit that was reported is on the disk, even if the power fails.
    try database.run("PRAGMA synchronous = FULL")
    try database.exclusively { () throws(DatabaseError) in try HistorySchema.prepare(database) }
    return database
  }

  /// Finds out by doing it whether a file that was opened to add to it takes anything: SQLite opens a
  /// file that may only be read all the same, and says so at the first row.
  package static func probe(_ database: Database) throws(DatabaseError) {
    try database.exclusively { () throws(DatabaseError) in
      try HistorySchema.writeAgain(database)
    }
  }

  /// Opened without touching it; `nil` where there is none.
  ///
  /// - Parameter part: what is to be read; `nil` also where an older program wrote the file, before
  ///   there was such a part.
  package static func reading(
    _ part: HistorySchema.Part, in folder: URL, patience: Int32 = patience
  ) throws(DatabaseError) -> Database? {
    let path = path(in: folder)
    guard access(path, F_OK) == 0 else { return nil }
    // Opening rolls back what a killed run left half written, which needs permission to write.
    let canWrite =
      access(path, W_OK) == 0 && access(folder.path(percentEncoded: false), W_OK) == 0
    let database = try Database(
      path, canWrite ? .writing : .reading, patience: patience, words: words)
    return try HistorySchema.has(part, in: database) ? database : nil
  }

  private static func path(in folder: URL) -> String {
    folder.appending(path: DraftHistory.fileName).path(percentEncoded: false)
  }
}

extension Database {
  /// Runs `body` while nobody else can write; afterwards everything that it adds is on the disk, or
  /// nothing.
  package func exclusively<Result>(
    _ body: () throws(DatabaseError) -> Result
  ) throws(DatabaseError) -> Result {
    try run("BEGIN IMMEDIATE")
    do throws(DatabaseError) {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      try? run("ROLLBACK")
      throw error
    }
  }
}
