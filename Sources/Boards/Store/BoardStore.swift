// SPDX-License-Identifier: GPL-3.0-or-later

import Databases
import Files
import Foundation
import Results
import Synchronization

/// The board drafts of a folder of results and the log of their acts, in the file of its history of
/// drafts. Acts are only ever added. Several threads may use one store, and several processes one
/// file; what `ask` answers as done is on the disk.
public final class BoardStore: Sendable {
  private let contents: Mutex<BoardContents>
  /// What is known of the file, for those who read while a thread of this process writes: that waits for
  /// the disk, and what it writes is not done before.
  private let known = Mutex<[Int: BoardLog]>([:])

  /// Opens the store to add to it; makes the file if there is none.
  ///
  /// - Parameter patience: milliseconds to wait while another process writes.
  /// - Throws: where the file is damaged, another program's or a later one's, locked, or cannot be
  ///   written. It is never started afresh.
  public init(in folder: URL, patience: Int = BoardStore.patience) throws(DatabaseError) {
    let database = try HistoryFile.writing(in: folder, patience: Self.waiting(patience))
    // What is damaged or may only be read is to be known before people work on it.
    // It is read before it is first written into: what is refused stays as it is, to the byte.
    try database.check()
    var known = BoardContents(database)
    try known.catchUp()
    try HistoryFile.probe(database)
    contents = Mutex(known)
    try read { _ in }
  }

  private init(reading database: sending Database) throws(DatabaseError) {
    contents = Mutex(BoardContents(database))
    try read { _ in }
  }

  /// The store of a folder, to read it without touching it; `nil` where there is none.
  public static func reading(
    in folder: URL, patience: Int = BoardStore.patience
  ) throws(DatabaseError) -> BoardStore? {
    guard
      let database = try HistoryFile.reading(.boards, in: folder, patience: waiting(patience))
    else { return nil }
    return try BoardStore(reading: database)
  }

  /// Milliseconds that are waited while another process writes, if nothing else is said.
  public static let patience = 20_000

  private static func waiting(_ patience: Int) -> Int32 { Int32(clamping: patience) }

  /// All board drafts as they are now, in the order of their ids.
  public func logs() throws(DatabaseError) -> [BoardLog] {
    try read { $0.values.sorted { $0.draft.id < $1.draft.id } }
  }

  /// A board draft by its id, as it is now; `nil` where there is none.
  public func log(of draft: Int) throws(DatabaseError) -> BoardLog? { try read { $0[draft] } }

  /// A board draft by its name of now; `nil` where none is called so.
  public func log(named name: String) throws(DatabaseError) -> BoardLog? {
    try read { $0.log(named: name) }
  }

  /// All acts after a number, of all drafts, in order.
  public func acts(after number: Int) throws(DatabaseError) -> [Act] {
    try read { logs in
      logs.values.flatMap { log in log.acts.reversed().prefix { $0.number > number } }
        .sorted { $0.number < $1.number }
    }
  }

  private func read<Result: Sendable>(
    _ body: (borrowing [Int: BoardLog]) -> Result
  ) throws(DatabaseError) -> Result {
    let result = try contents.withLockIfAvailable { (contents) throws(DatabaseError) in
      defer { note(contents) }
      try contents.catchUp()
      return body(contents.logs)
    }
    return result ?? known.withLock { body($0) }
  }

  /// Reads and writes, after all who did so before.
  private func write<Result: Sendable>(
    _ body: (inout BoardContents) throws(DatabaseError) -> Result
  ) throws(DatabaseError) -> Result {
    try contents.withLock { (contents) throws(DatabaseError) in
      defer { note(contents) }
      return try body(&contents)
    }
  }

  private func note(_ contents: borrowing BoardContents) {
    let logs = contents.logs
    known.withLock { $0 = logs }
  }

  /// Begins a draft, unless one was begun with its key before.
  ///
  /// - Parameter instant: now, in seconds since 1970.
  public func begin(
    _ asked: NewBoardDraft, at instant: Int
  ) throws(DatabaseError) -> BeginOutcome {
    let faults = ActTexts.faults(asked)
    guard faults.isEmpty else { return .refused(faults) }
    return try write { (contents) throws(DatabaseError) in
      try contents.begin(asked, at: instant)
    }
  }

  /// Does an act, unless it concerns what others have changed since its base, the stage forbids it, or
  /// something is wrong with it.
  ///
  /// - Parameters:
  ///   - draft: the id.
  ///   - instant: now, in seconds since 1970.
  ///   - tables: as they are now.
  public func ask(
    _ proposal: ActProposal, of draft: Int, at instant: Int, _ tables: BoardTables
  ) throws(DatabaseError) -> ActOutcome {
    let faults = ActTexts.faults(proposal)
    guard faults.isEmpty else { return .refused(faults) }
    return try write { (contents) throws(DatabaseError) in
      try contents.ask(proposal, of: draft, at: instant, tables)
    }
  }

  /// Keeps a draft's files in the history, as the draft is after one of its acts. What is kept of it
  /// is beside other drafts, with its name, its author and the reason for it.
  ///
  /// - Parameters:
  ///   - draft: the id.
  ///   - act: the number of the last act that is in the files; 0: as it began.
  ///   - entry: what is known of the draft; its origin and name are filled in.
  /// - Returns: the number in the history; that of an earlier one with these very files, where nothing
  ///   was done since.
  /// - Throws: also where there is no such draft.
  public func keep(
    _ draft: Int, after act: Int, as entry: DraftHistory.Entry, _ files: [FileSet.File]
  ) throws(DatabaseError) -> Int {
    try write { (contents) throws(DatabaseError) in
      try contents.keep(draft, after: act, as: entry, files)
    }
  }
}
