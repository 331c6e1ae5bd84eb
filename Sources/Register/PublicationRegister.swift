// SPDX-License-Identifier: GPL-3.0-or-later

import CSQLite
import Databases
import Glibc

/// Why the register did not accept or return something.
public typealias RegisterError = DatabaseError

/// The register of publications: an SQLite file to which whole publications are added, one
/// transaction each. It is the truth; the published files are made from it.
///
/// It knows what must hold for all calendars (identity, order, nothing lost) and keeps the rest as
/// text, which its user reads and writes.
public final class PublicationRegister {
  /// One publication.
  public struct Publication: Sendable, Hashable {
    /// 1, 2, 3 …
    public var number: Int
    /// Seconds since 1970-01-01 00:00 UTC; later than the one before.
    public var instant: Int
    /// What holds for the whole of it.
    public var head: String

    public init(number: Int, instant: Int, head: String) {
      self.number = number
      self.instant = instant
      self.head = head
    }
  }

  /// A session as it is from a publication on.
  public struct Version: Sendable, Hashable {
    /// The publication from which it holds.
    public var publication: Int
    /// Its id in the tables.
    public var session: String
    /// Its UID in calendars, which it keeps for ever.
    public var uid: String
    /// Its SEQUENCE in calendars, which never falls.
    public var sequence: Int
    /// The instant of the last change that a calendar shows.
    public var modified: Int
    /// What was published of it.
    public var event: String

    public init(
      publication: Int, session: String, uid: String, sequence: Int, modified: Int, event: String
    ) {
      self.publication = publication
      self.session = session
      self.uid = uid
      self.sequence = sequence
      self.modified = modified
      self.event = event
    }
  }

  /// A person's secret part of an address; a person's last one is valid.
  public struct Address: Sendable, Hashable {
    /// The id in the tables.
    public var person: String
    /// The secret part.
    public var token: String
    /// The publication with which it was given out.
    public var publication: Int
    /// Seconds since 1970-01-01 00:00 UTC.
    public var instant: Int

    public init(person: String, token: String, publication: Int, instant: Int) {
      self.person = person
      self.token = token
      self.publication = publication
      self.instant = instant
    }
  }

  /// How people are to be written to: the present state alone, of which nothing older is kept.
  public struct Correspondence: Sendable, Hashable {
    /// 1, 2, 3 … with each change of it.
    public var revision: Int
    /// Whom, where and in what language.
    public var people: String

    public init(revision: Int, people: String) {
      self.revision = revision
      self.people = people
    }
  }

  /// All that the register holds, in the order in which it was added.
  public struct Contents: Sendable, Hashable {
    /// In the order of their numbers.
    public var publications: [Publication] = []
    /// In the order of their publications.
    public var versions: [Version] = []
    /// In the order in which they were given out.
    public var addresses: [Address] = []
    /// `nil` in registers of programs that wrote no letters to people.
    public var correspondence: Correspondence?

    public init() {}
  }

  private let database: Database
  private let waiting: Waiting
  private static let words = Database.Words(
    name: "the register", file: "the register's file",
    busy: "another publication is being made, or another program holds it open; try again")

  /// How one publisher waits for another.
  public struct Waiting: Sendable {
    /// How long, in milliseconds: longer than a publication takes to be made.
    public var patience: Int32
    /// Called where the wait is long enough to be noticed.
    public var notice: @Sendable () -> Void

    public init(patience: Int32 = 10_000, notice: @escaping @Sendable () -> Void = {}) {
      self.patience = patience
      self.notice = notice
    }

    /// Milliseconds that nobody notices.
    static let moment: Int32 = 500
  }

  /// Opens the register for publishing; makes it where there is none.
  ///
  /// It holds people's own addresses, so it is its owner's alone.
  public init(path: String, waiting: Waiting = Waiting()) throws(RegisterError) {
    Self.keepPrivate(path)
    self.waiting = waiting
    database = try Database(path, .writing, patience: waiting.patience, words: Self.words)
    // What it is comes first: another program's file is not to be changed, not even its way of writing.
    try patiently { () throws(RegisterError) in
      _ = try RegisterSchema.stamp.stands(in: database)
    }
    try useLog()
    // A commit that was reported is on the disk, even if the power fails.
    try database.run("PRAGMA synchronous = FULL")
    // A person's address that is taken back is gone from the file too.
    try database.run("PRAGMA secure_delete = ON")
  }

  /// Makes an empty file if there is none, as SQLite would, and takes away everybody else's
  /// permission to read, which nobody gave on purpose. The log files beside it get the
  /// permissions that it has (sqlite.org, "Temporary files").
  private static func keepPrivate(_ path: String) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    // Then SQLite says why.
    guard descriptor >= 0 else { return }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & 0o007 != 0 { fchmod(descriptor, 0o600) }
    close(descriptor)
  }

  private init(reading database: Database) {
    self.database = database
    waiting = Waiting()
  }

  /// What a register holds, without touching it; `nil` if there is no register.
  public static func contents(path: String) throws(RegisterError) -> Contents {
    guard access(path, F_OK) == 0 else { return Contents() }
    do throws(RegisterError) {
      return try contents(path, .reading)
    } catch {
      // A log of changes beside it must not be passed over.
      var log = stat()
      let isWhole = stat(path + "-wal", &log) != 0 || log.st_size == 0
      guard error.reason == .readOnly, isWhole else { throw error }
      return try contents(path, .readingStill)
    }
  }

  private static func contents(
    _ path: String, _ mode: Database.Mode
  ) throws(RegisterError) -> Contents {
    let register = PublicationRegister(
      reading: try Database(path, mode, patience: Waiting().patience, words: words))
    guard try RegisterSchema.isPrepared(register.database) else { return Contents() }
    try register.database.run("BEGIN")
    let contents = try register.contents()
    try register.database.run("COMMIT")
    return contents
  }

  /// The write-ahead log: readers see the publication before while one is being written.
  ///
  /// Two runs that switch a new file over at the same moment are told that it is busy, without
  /// waiting.
  private func useLog() throws(RegisterError) {
    try patiently { () throws(RegisterError) in try database.run("PRAGMA journal_mode = WAL") }
  }

  /// Tries again while another writes, and says so once the wait can be noticed.
  private func patiently(_ body: () throws(RegisterError) -> Void) throws(RegisterError) {
    let clock = ContinuousClock()
    let start = clock.now
    var hasNoticed = false
    database.wait(Waiting.moment)
    defer { database.wait(waiting.patience) }
    while true {
      do throws(RegisterError) {
        return try body()
      } catch {
        let waited = clock.now - start
        guard error.code & 0xFF == SQLITE_BUSY, waited < .milliseconds(Int(waiting.patience)) else {
          throw error
        }
        if !hasNoticed, waited >= .milliseconds(Int(Waiting.moment)) {
          waiting.notice()
          hasNoticed = true
        }
        usleep(20_000)
      }
    }
  }

  /// Runs `body` while no one else can publish; afterwards everything that it adds is there, or
  /// nothing.
  public func exclusively<R>(_ body: (PublicationRegister) throws -> R) throws -> R {
    try patiently { () throws(RegisterError) in try database.run("BEGIN IMMEDIATE") }
    do {
      try RegisterSchema.prepare(database)
      let result = try body(self)
      try database.run("COMMIT")
      return result
    } catch {
      try? database.run("ROLLBACK")
      throw error
    }
  }

  /// Everything in the file, inside the open transaction.
  public func contents() throws(RegisterError) -> Contents {
    var contents = Contents()
    try database.each("SELECT number, instant, head FROM publications ORDER BY number") {
      contents.publications.append(
        Publication(number: $0.integer(0), instant: $0.integer(1), head: $0.text(2)))
    }
    try database.each(
      "SELECT publication, session, uid, sequence, modified, event FROM versions ORDER BY serial"
    ) {
      contents.versions.append(
        Version(
          publication: $0.integer(0), session: $0.text(1), uid: $0.text(2),
          sequence: $0.integer(3), modified: $0.integer(4), event: $0.text(5)))
    }
    try database.each(
      "SELECT person, token, publication, instant FROM addresses ORDER BY serial"
    ) {
      contents.addresses.append(
        Address(
          person: $0.text(0), token: $0.text(1), publication: $0.integer(2),
          instant: $0.integer(3)))
    }
    if try RegisterSchema.hasCorrespondence(database) {
      try database.each("SELECT revision, people FROM correspondence") {
        contents.correspondence = Correspondence(revision: $0.integer(0), people: $0.text(1))
      }
    }
    return contents
  }

  /// Puts how people are to be written to in the place of what stood there.
  public func replace(_ correspondence: Correspondence) throws(RegisterError) {
    try RegisterSchema.prepareCorrespondence(database)
    try database.run("DELETE FROM correspondence")
    try database.run(
      "INSERT INTO correspondence (one, revision, people) VALUES (1, ?, ?)",
      [.integer(correspondence.revision), .text(correspondence.people)])
  }

  /// Adds a publication; the register refuses one that does not follow the last.
  public func append(_ publication: Publication) throws(RegisterError) {
    try database.run(
      "INSERT INTO publications (number, instant, head) VALUES (?, ?, ?)",
      [.integer(publication.number), .integer(publication.instant), .text(publication.head)])
  }

  /// Adds a session's version; the register refuses another UID or a lower SEQUENCE.
  public func append(_ version: Version) throws(RegisterError) {
    try database.run(
      """
      INSERT INTO versions (publication, session, uid, sequence, modified, event)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(version.publication), .text(version.session), .text(version.uid),
        .integer(version.sequence), .integer(version.modified), .text(version.event),
      ])
  }

  /// Adds an address; the register refuses a token that was given out before.
  public func append(_ address: Address) throws(RegisterError) {
    try database.run(
      "INSERT INTO addresses (person, token, publication, instant) VALUES (?, ?, ?, ?)",
      [
        .text(address.person), .text(address.token), .integer(address.publication),
        .integer(address.instant),
      ])
  }
}
