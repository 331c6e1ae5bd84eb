// SPDX-License-Identifier: GPL-3.0-or-later

import Databases

/// The tables of the history of drafts, and what they refuse by themselves: what was kept is never
/// changed and never removed.
enum HistorySchema {
  /// `PrDr`, to tell the file from another program's.
  private static let application = 0x5072_4472
  private static let version = 2

  private static let statements = [
    """
    CREATE TABLE drafts (
      number INTEGER PRIMARY KEY, instant INTEGER NOT NULL, origin TEXT NOT NULL, name TEXT,
      parent INTEGER REFERENCES drafts, author TEXT, note TEXT, command TEXT NOT NULL,
      status TEXT NOT NULL, objective INTEGER, bound INTEGER, seed INTEGER, input_sha256 TEXT,
      digest TEXT NOT NULL) STRICT
    """,
    """
    CREATE TABLE files (
      draft INTEGER NOT NULL REFERENCES drafts, name TEXT NOT NULL, sha256 TEXT NOT NULL,
      size INTEGER NOT NULL, packed BLOB NOT NULL, PRIMARY KEY (draft, name)) STRICT, WITHOUT ROWID
    """,
  ]

  /// Makes the tables in a new file, inside the transaction that is open.
  ///
  /// - Throws: where the file is another program's, or a later version of this one's.
  static func prepare(_ database: Database) throws(DatabaseError) {
    if try isPrepared(database) { return }
    var tables = 0
    try database.each("SELECT count(*) FROM sqlite_master") { tables = $0.integer(0) }
    guard tables == 0 else { throw database.error(.otherProgram) }
    for statement in statements { try database.run(statement) }
    for table in ["drafts", "files"] {
      for change in ["UPDATE", "DELETE"] {
        try database.run(
          """
          CREATE TRIGGER \(table)_no_\(change.lowercased()) BEFORE \(change) ON \(table)
          BEGIN SELECT RAISE(ABORT, 'what was kept stays in the history'); END
          """)
      }
    }
    try database.run("PRAGMA application_id = \(application)")
    try database.run("PRAGMA user_version = \(version)")
  }

  /// Whether there is anything to read.
  ///
  /// - Throws: where another version of this program wrote the file.
  static func isPrepared(_ database: Database) throws(DatabaseError) -> Bool {
    var (found, written) = (0, 0)
    try database.each("PRAGMA application_id") { found = $0.integer(0) }
    try database.each("PRAGMA user_version") { written = $0.integer(0) }
    guard found == application else { return false }
    if written > version { throw database.error(.laterVersion) }
    // Version 1 stood in no release.
    if written < version { throw database.error(.trialVersion) }
    return true
  }
}
