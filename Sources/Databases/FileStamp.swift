// SPDX-License-Identifier: GPL-3.0-or-later

/// Whose an SQLite file is: the numbers that SQLite keeps in a file's head for the program that made
/// it (sqlite.org, `PRAGMA application_id` and `user_version`). Both are 0 in a file that nobody
/// stamped.
public struct FileStamp: Equatable, Sendable {
  /// The number that the program has chosen for its files.
  public let application: Int
  /// The version of the tables in the file, not of the program.
  public let version: Int

  public init(application: Int, version: Int) {
    self.application = application
    self.version = version
  }

  /// The stamp of a file.
  public init(of database: Database) throws(DatabaseError) {
    var (application, version) = (0, 0)
    try database.each("PRAGMA application_id") { application = $0.integer(0) }
    try database.each("PRAGMA user_version") { version = $0.integer(0) }
    self.init(application: application, version: version)
  }

  /// Puts it into a file, as part of the open transaction.
  public func stamp(_ database: Database) throws(DatabaseError) {
    try database.run("PRAGMA application_id = \(application)")
    try database.run("PRAGMA user_version = \(version)")
  }
}

extension FileStamp {
  /// Whether a file holds the tables that this stands for.
  ///
  /// - Parameter older: what to say of lower numbers of the same program.
  /// - Returns: `false` for a file that nobody stamped and in which no table is.
  /// - Throws: for another program's file, and for one of another version.
  public func stands(
    in database: Database, older: DatabaseError.Reason = .olderVersion
  ) throws(DatabaseError) -> Bool {
    let found = try FileStamp(of: database)
    if found == self { return true }
    if found.application == application {
      throw database.error(found.version > version ? .laterVersion : older)
    }
    guard found.application == 0, try database.hasNoTables() else {
      throw database.error(.otherProgram)
    }
    return false
  }
}

extension Database {
  /// Whether the file has no tables yet.
  public func hasNoTables() throws(DatabaseError) -> Bool {
    var tables = 0
    try each("SELECT count(*) FROM sqlite_master") { tables = $0.integer(0) }
    return tables == 0
  }

  /// From now on rows can only be added to these tables: the file itself refuses to change or
  /// remove them, whatever program asks.
  ///
  /// - Parameter refusal: what it then says, without quotation marks.
  public func addOnly(_ tables: [String], refusal: String) throws(DatabaseError) {
    for table in tables {
      for change in ["UPDATE", "DELETE"] {
        try run(
          """
          CREATE TRIGGER \(table)_no_\(change.lowercased()) BEFORE \(change) ON \(table)
          BEGIN SELECT RAISE(ABORT, '\(refusal)'); END
          """)
      }
    }
  }
}
