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
  /// Opens the store to add to it; makes the file if there is none.
  ///
  /// - Throws: where the file is damaged, another program's or a later one's, locked, or cannot be
  ///   written. It is never started afresh.
  public init(in folder: URL) throws(DatabaseError) { throw Self.unfinished }

  /// The store of a folder, to read it without touching it; `nil` where there is none.
  public static func reading(in folder: URL) throws(DatabaseError) -> BoardStore? { nil }

  /// All board drafts as they are now, in the order of their ids.
  public func drafts() throws(DatabaseError) -> [BoardLog] { [] }

  /// A board draft by its id, as it is now; `nil` where there is none.
  public func log(of draft: Int) throws(DatabaseError) -> BoardLog? { nil }

  /// A board draft by its name of now; `nil` where none is called so.
  public func log(named name: String) throws(DatabaseError) -> BoardLog? { nil }

  /// All acts after a number, of all drafts, in order.
  public func acts(after number: Int) throws(DatabaseError) -> [Act] { [] }

  /// Begins a draft, unless one was begun with its key before.
  public func begin(
    _ asked: NewBoardDraft, at instant: Int
  ) throws(DatabaseError) -> BeginOutcome { .refused([]) }

  /// Does an act, unless it concerns what others have changed since its base, the stage forbids it, or
  /// something is wrong with it.
  ///
  /// - Parameters:
  ///   - draft: the id.
  ///   - instant: now, in seconds since 1970.
  ///   - tables: as they are now.
  public func ask(
    _ proposal: ActProposal, of draft: Int, at instant: Int, _ tables: BoardTables
  ) throws(DatabaseError) -> ActOutcome { .refused([]) }

  /// Keeps a draft's files in the history, as the draft is after one of its acts.
  ///
  /// - Parameter entry: its name, parent, author and note are filled in from the draft.
  /// - Returns: the number in the history.
  public func keep(
    _ draft: Int, at act: Int, as entry: DraftHistory.Entry, _ files: [FileSet.File]
  ) throws(DatabaseError) -> Int { 0 }
}

/// A board draft with its acts, and what it is after them.
public struct BoardLog: Hashable, Sendable {
  /// How it began.
  public let draft: BoardDraft
  /// In the order of their numbers.
  public internal(set) var acts: [Act]
  /// After the last act.
  public internal(set) var state: BoardState
}
