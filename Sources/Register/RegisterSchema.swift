// SPDX-License-Identifier: GPL-3.0-or-later

import Databases

/// The tables of the register, and what they refuse by themselves.
///
/// Rows are only ever added: what was published was published. A session has a row for each
/// publication in which something about it was new; its state at a publication is its last row until
/// then. That a session keeps its UID and never lowers its SEQUENCE is also held here, so that no
/// program can break it.
enum RegisterSchema {
  /// `PrPb`, to tell the file from another program's.
  static let application = 0x5072_5062
  static let version = 1

  private static let statements = [
    """
    CREATE TABLE publications (
      number INTEGER PRIMARY KEY, instant INTEGER NOT NULL, head TEXT NOT NULL) STRICT
    """,
    """
    CREATE TABLE versions (
      serial INTEGER PRIMARY KEY, publication INTEGER NOT NULL REFERENCES publications,
      session TEXT NOT NULL, uid TEXT NOT NULL, sequence INTEGER NOT NULL,
      modified INTEGER NOT NULL, event TEXT NOT NULL, UNIQUE (session, publication)) STRICT
    """,
    """
    CREATE TABLE addresses (
      serial INTEGER PRIMARY KEY, person TEXT NOT NULL, token TEXT NOT NULL UNIQUE,
      publication INTEGER NOT NULL REFERENCES publications, instant INTEGER NOT NULL) STRICT
    """,
    """
    CREATE TRIGGER identity BEFORE INSERT ON versions
    WHEN EXISTS (SELECT 1 FROM versions WHERE session = NEW.session
      AND (uid <> NEW.uid OR sequence > NEW.sequence OR modified > NEW.modified))
    BEGIN SELECT RAISE(ABORT, 'a session keeps its UID and never lowers its SEQUENCE'); END
    """,
    """
    CREATE TRIGGER strangers BEFORE INSERT ON versions
    WHEN EXISTS (SELECT 1 FROM versions WHERE session <> NEW.session AND uid = NEW.uid)
    BEGIN SELECT RAISE(ABORT, 'two sessions never share a UID'); END
    """,
    """
    CREATE TRIGGER order_of_publications BEFORE INSERT ON publications
    WHEN EXISTS (SELECT 1 FROM publications
      WHERE number >= NEW.number OR instant >= NEW.instant)
    BEGIN SELECT RAISE(ABORT, 'publications follow each other'); END
    """,
  ]

  /// Makes the tables in a new file, inside the transaction that is open.
  ///
  /// - Throws: where the file is another program's, or a later version of this one's.
  static func prepare(_ database: Database) throws(RegisterError) {
    let found = try identity(database)
    if found == (application, version) { return }
    var tables = 0
    try database.each("SELECT count(*) FROM sqlite_master") { tables = $0.integer(0) }
    guard found.application == 0, tables == 0 else {
      throw database.error(found.application == application ? .laterVersion : .otherProgram)
    }
    for statement in statements { try database.run(statement) }
    for table in ["publications", "versions", "addresses"] {
      for change in ["UPDATE", "DELETE"] {
        try database.run(
          """
          CREATE TRIGGER \(table)_no_\(change.lowercased()) BEFORE \(change) ON \(table)
          BEGIN SELECT RAISE(ABORT, 'what was published stays in the register'); END
          """)
      }
    }
    try database.run("PRAGMA application_id = \(application)")
    try database.run("PRAGMA user_version = \(version)")
  }

  private static func identity(
    _ database: Database
  ) throws(RegisterError) -> (application: Int, version: Int) {
    var found = (0, 0)
    try database.each("PRAGMA application_id") { found.0 = $0.integer(0) }
    try database.each("PRAGMA user_version") { found.1 = $0.integer(0) }
    return found
  }

  /// Whether there is anything to read.
  static func isPrepared(_ database: Database) throws(RegisterError) -> Bool {
    try identity(database) == (application, version)
  }
}
