// SPDX-License-Identifier: GPL-3.0-or-later

import Databases
import Files
import Foundation
import Tables

/// All drafts that were ever in a folder of results, numbered from 1, with their files: one SQLite
/// file, `drafts.sqlite`, to which drafts are only ever added.
public final class DraftHistory {
  /// Its name in the folder of results.
  public static let fileName = "drafts.sqlite"

  /// How a draft came to be.
  public enum Origin: String, Sendable {
    /// A search found it.
    case drafted
    /// Somebody edited a draft's files by hand, and a later one replaced them.
    case edited
    /// It was in the folder before there was a history.
    case found
    /// Somebody planned it on a board.
    case planned
  }

  /// What is known of a draft without reading its files.
  public struct Entry: Sendable {
    /// 1, 2, 3 …
    public var number: Int
    /// When it was kept, in seconds since 1970.
    public var instant: Int
    /// How the draft came to be kept.
    public var origin: Origin
    /// A name that somebody gave it.
    public var name: String?
    /// The draft that it was made from or replaced.
    public var parent: Int?
    /// Who made it, as they call themselves.
    public var author: String?
    /// What they say about it.
    public var note: String?
    /// As it was typed.
    public var command: String
    /// How the search ended, as in `draft.json`.
    public var status: String
    /// What it costs; `nil` if no search said so.
    public var objective: Int?
    /// No schedule costs less than this; proven for its own question.
    public var bound: Int?
    /// Of the search.
    public var seed: Int?
    /// The digest of the tables that it was made from.
    public var inputSHA256: String?
    /// Digest over the names and bytes of its files.
    public var digest: String

    public init(
      number: Int = 0, instant: Int, origin: Origin, parent: Int? = nil, command: String,
      status: String, objective: Int? = nil, bound: Int? = nil, seed: Int? = nil,
      inputSHA256: String? = nil, digest: String = ""
    ) {
      self.number = number
      self.instant = instant
      self.origin = origin
      self.parent = parent
      self.command = command
      self.status = status
      self.objective = objective
      self.bound = bound
      self.seed = seed
      self.inputSHA256 = inputSHA256
      self.digest = digest
    }
  }

  private let database: Database

  /// Opens a folder's history to add to it; makes it if there is none.
  ///
  /// - Throws: if it is damaged, from a later program or cannot be written. It is never started
  ///   afresh.
  public init(in folder: URL) throws(DatabaseError) {
    database = try HistoryFile.writing(in: folder)
  }

  /// The history in a file that is open.
  package init(_ database: Database) { self.database = database }

  /// The history of a folder without touching it; `nil` where there is none.
  public static func reading(in folder: URL) throws(DatabaseError) -> DraftHistory? {
    try HistoryFile.reading(.drafts, in: folder).map { DraftHistory($0) }
  }

  /// Every draft, the first one first.
  public func entries() throws(DatabaseError) -> [Entry] {
    var entries: [Entry] = []
    var damaged: Int?
    try database.each(
      """
      SELECT number, instant, origin, name, parent, author, note, command, status, objective, bound,
        seed, input_sha256, digest FROM drafts ORDER BY number
      """
    ) { row in
      func number(_ column: Int32) -> Int? { row.isNull(column) ? nil : row.integer(column) }
      func text(_ column: Int32) -> String? { row.isNull(column) ? nil : row.text(column) }
      guard let origin = Origin(rawValue: row.text(2)) else {
        damaged = row.integer(0)
        return
      }
      var entry = Entry(
        number: row.integer(0), instant: row.integer(1), origin: origin, parent: number(4),
        command: row.text(7),
        status: row.text(8), objective: number(9), bound: number(10), seed: number(11),
        inputSHA256: text(12), digest: row.text(13))
      entry.name = text(3)
      entry.author = text(5)
      entry.note = text(6)
      entries.append(entry)
    }
    if let damaged { throw database.error(.damaged("the origin of draft \(damaged)")) }
    return entries
  }

  /// A draft's files, byte for byte.
  ///
  /// - Throws: also if the bytes are not those that were kept.
  public func files(of number: Int) throws(DatabaseError) -> [FileSet.File] {
    var files: [FileSet.File] = []
    var damaged: String?
    try database.each(
      "SELECT name, sha256, size, packed FROM files WHERE draft = ? ORDER BY name",
      [.integer(number)]
    ) { row in
      guard let bytes = Packed.plain(row.bytes(3), size: row.integer(2)),
        SHA256.hex(bytes) == row.text(1)
      else {
        damaged = row.text(0)
        return
      }
      files.append((row.text(0), bytes))
    }
    var digest: String?
    try database.each("SELECT digest FROM drafts WHERE number = ?", [.integer(number)]) {
      digest = $0.text(0)
    }
    if damaged == nil && digest != Self.digest(files) { damaged = "the files" }
    if let damaged {
      throw database.error(.damaged("\(damaged) of draft \(number)"))
    }
    return files
  }

  /// The newest draft with these very files.
  public func number(of files: [FileSet.File]) throws(DatabaseError) -> Int? {
    let digest = Self.digest(files)
    return try entries().last { $0.digest == digest }?.number
  }

  /// Keeps a draft, whole and stored, as the next number.
  ///
  /// - Returns: its number; that of the newest draft if it has the very same files.
  public func keep(_ entry: Entry, _ files: [FileSet.File]) throws(DatabaseError) -> Int {
    try database.exclusively { () throws(DatabaseError) in try add(entry, files) }
  }

  /// The same inside a transaction that is open.
  package func add(_ entry: Entry, _ files: [FileSet.File]) throws(DatabaseError) -> Int {
    let digest = Self.digest(files)
    let last = try entries().last
    if let last, last.digest == digest { return last.number }
    let number = (last?.number ?? 0) + 1
    try insert(entry, number, digest)
    for file in files {
      try database.run(
        "INSERT INTO files (draft, name, sha256, size, packed) VALUES (?, ?, ?, ?, ?)",
        [
          .integer(number), .text(file.name), .text(SHA256.hex(file.bytes)),
          .integer(file.bytes.count), .bytes(Packed.bytes(file.bytes)),
        ])
    }
    return number
  }

  private func insert(
    _ entry: Entry, _ number: Int, _ digest: String
  ) throws(DatabaseError) {
    func text(_ value: String?) -> Database.Value { value.map { .text($0) } ?? .null }
    func whole(_ value: Int?) -> Database.Value { value.map { .integer($0) } ?? .null }
    try database.run(
      """
      INSERT INTO drafts (number, instant, origin, name, parent, author, note, command, status,
        objective, bound, seed, input_sha256, digest)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(number), .integer(entry.instant), .text(entry.origin.rawValue), text(entry.name),
        whole(entry.parent), text(entry.author), text(entry.note), .text(entry.command),
        .text(entry.status), whole(entry.objective), whole(entry.bound), whole(entry.seed),
        text(entry.inputSHA256), .text(digest),
      ])
  }

  /// Digest over names and bytes.
  static func digest(_ files: [FileSet.File]) -> String {
    var all = Data()
    for file in files.sorted(by: { $0.name < $1.name }) {
      all.append(Data("\(file.name)\u{0}\(SHA256.hex(file.bytes))\u{0}".utf8))
    }
    return SHA256.hex(all)
  }
}
