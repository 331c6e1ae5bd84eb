// SPDX-License-Identifier: GPL-3.0-or-later

import Databases

/// The tables of the register, and what they refuse by themselves.
///
/// Rows are only ever added: what was published was published. A session has a row for each
/// publication in which something about it was new; its state at a publication is its last row until
/// then. That a session keeps its UID and never lowers its SEQUENCE is also held here, so that no
/// program can break it.
///
/// How people are to be written to is no publication: of that the register holds one row, the present
/// one, which the next takes the place of. What was deleted from it is overwritten in the file.
enum RegisterSchema {
  /// `PrPb`, to tell the file from another program's.
  static let stamp = FileStamp(application: 0x5072_5062, version: 1)

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
  /// - Throws: where the file is another program's, or another version's of this one.
  static func prepare(_ database: Database) throws(RegisterError) {
    if try isPrepared(database) { return }
    for statement in statements { try database.run(statement) }
    try database.addOnly(
      ["publications", "versions", "addresses"],
      refusal: "what was published stays in the register")
    try stamp.stamp(database)
  }

  /// Made where it is first needed, in registers of older programs too: these go on without it.
  private static let correspondence = """
    CREATE TABLE IF NOT EXISTS correspondence (
      one INTEGER PRIMARY KEY CHECK (one = 1), revision INTEGER NOT NULL, people TEXT NOT NULL) STRICT
    """

  /// Makes the table of how people are to be written to, inside the transaction that is open.
  static func prepareCorrespondence(_ database: Database) throws(RegisterError) {
    try database.run(correspondence)
  }

  /// Whether that table is there.
  static func hasCorrespondence(_ database: Database) throws(RegisterError) -> Bool {
    var isThere = false
    try database.each(
      "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'correspondence'"
    ) { _ in isThere = true }
    return isThere
  }

  /// Whether there is anything to read.
  ///
  /// - Throws: as `prepare` does, and where the file is damaged.
  static func isPrepared(_ database: Database) throws(RegisterError) -> Bool {
    guard try stamp.stands(in: database) else { return false }
    try database.check()
    return true
  }
}
