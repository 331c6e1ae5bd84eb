// SPDX-License-Identifier: GPL-3.0-or-later

import Databases

/// The tables of the history of drafts, and what they refuse by themselves: what was kept is never
/// changed and never removed.
package enum HistorySchema {
  /// Tables that belong together, by the version that brought them.
  package enum Part: Int, CaseIterable, Sendable {
    /// Drafts with their files. Version 1 stood in no release.
    case drafts = 2
    /// Drafts that are planned on a board, with the log of what was done there.
    case boards = 3

    fileprivate var tables: [Table] {
      switch self {
      case .drafts: draftTables
      case .boards: boardTables
      }
    }
  }

  /// A table's name and the statement that makes it.
  typealias Table = (name: String, statement: String)

  /// `PrDr`, to tell the file from another program's.
  private static let application = 0x5072_4472
  private static let stamp = FileStamp(application: application, version: Part.boards.rawValue)

  /// Makes the tables that a file lacks, inside the transaction that is open. Those that are there,
  /// and all that is in them, stay as they are.
  ///
  /// - Throws: where the file is another program's, or another version's of this one.
  static func prepare(_ database: Database) throws(DatabaseError) {
    let last = try last(in: database)
    guard last != stamp.version else { return }
    for part in Part.allCases where part.rawValue > last {
      for table in part.tables { try database.run(table.statement) }
      try database.addOnly(
        part.tables.map(\.name), refusal: "what was kept stays in the history")
    }
    try stamp.stamp(database)
  }

  /// Whether a file has such tables.
  ///
  /// - Throws: where another program, or another version of this one, wrote the file.
  static func has(_ part: Part, in database: Database) throws(DatabaseError) -> Bool {
    try last(in: database) >= part.rawValue
  }

  /// The version of the last tables that a file has; 0 for a new file.
  private static func last(in database: Database) throws(DatabaseError) -> Int {
    let found = try FileStamp(of: database)
    if found.application == application, let part = Part(rawValue: found.version) {
      return part.rawValue
    }
    return try stamp.stands(in: database, older: .trialVersion) ? stamp.version : 0
  }

  private static let draftTables: [Table] = [
    (
      "drafts",
      """
      CREATE TABLE drafts (
        number INTEGER PRIMARY KEY, instant INTEGER NOT NULL, origin TEXT NOT NULL, name TEXT,
        parent INTEGER REFERENCES drafts, author TEXT, note TEXT, command TEXT NOT NULL,
        status TEXT NOT NULL, objective INTEGER, bound INTEGER, seed INTEGER, input_sha256 TEXT,
        digest TEXT NOT NULL) STRICT
      """
    ),
    (
      "files",
      """
      CREATE TABLE files (
        draft INTEGER NOT NULL REFERENCES drafts, name TEXT NOT NULL, sha256 TEXT NOT NULL,
        size INTEGER NOT NULL, packed BLOB NOT NULL, PRIMARY KEY (draft, name)) STRICT, WITHOUT ROWID
      """
    ),
  ]

  /// Columns of a key are in its order: SQLite 3.40 else finds a NULL in `quick_check` that is not there.
  /// `first` and `kind` are JSON. A key is used once, for a draft or an act: whoever asks again, since
  /// no answer came, gets the same answer.
  private static let boardTables: [Table] = [
    (
      "boards",
      """
      CREATE TABLE boards (
        id INTEGER PRIMARY KEY, instant INTEGER NOT NULL, key TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL, author TEXT NOT NULL, why TEXT NOT NULL,
        parent_draft INTEGER REFERENCES drafts (number), parent_board INTEGER REFERENCES boards,
        parent_act INTEGER, command TEXT NOT NULL, input_sha256 TEXT, first TEXT NOT NULL,
        CHECK (parent_draft IS NULL OR parent_board IS NULL),
        CHECK ((parent_board IS NULL) = (parent_act IS NULL))) STRICT
      """
    ),
    (
      "acts",
      """
      CREATE TABLE acts (
        number INTEGER PRIMARY KEY, board INTEGER NOT NULL REFERENCES boards,
        instant INTEGER NOT NULL, key TEXT NOT NULL UNIQUE, base INTEGER NOT NULL,
        author TEXT NOT NULL, why TEXT NOT NULL, kind TEXT NOT NULL,
        CHECK (base >= 0 AND base < number)) STRICT
      """
    ),
    (
      "checkpoints",
      """
      CREATE TABLE checkpoints (
        board INTEGER NOT NULL REFERENCES boards, act INTEGER NOT NULL,
        draft INTEGER NOT NULL REFERENCES drafts (number),
        PRIMARY KEY (board, act, draft)) STRICT, WITHOUT ROWID
      """
    ),
  ]
}
