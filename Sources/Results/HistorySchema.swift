// SPDX-License-Identifier: GPL-3.0-or-later

import Databases

/// The tables of the history of drafts, and what they refuse by themselves: what was kept is never
/// changed and never removed.
enum HistorySchema {
  /// `PrDr`, to tell the file from another program's.
  private static let stamp = FileStamp(application: 0x5072_4472, version: 2)

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
  /// - Throws: where the file is another program's, or another version's of this one.
  static func prepare(_ database: Database) throws(DatabaseError) {
    if try isPrepared(database) { return }
    for statement in statements { try database.run(statement) }
    try database.addOnly(["drafts", "files"], refusal: "what was kept stays in the history")
    try stamp.stamp(database)
  }

  /// Whether there is anything to read.
  ///
  /// - Throws: where another program, or another version of this one, wrote the file.
  static func isPrepared(_ database: Database) throws(DatabaseError) -> Bool {
    // Version 1 stood in no release.
    try stamp.stands(in: database, older: .trialVersion)
  }
}
