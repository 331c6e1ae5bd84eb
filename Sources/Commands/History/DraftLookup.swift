// SPDX-License-Identifier: GPL-3.0-or-later

import Databases
import Files
import Foundation
import Meetings
import Results
import Rules

/// Finds what people call a draft: a schedule's file, a draft's folder, a number of
/// `programme drafts`, or `board:NAME`.
struct DraftLookup {
  /// By what a board's draft is read, which is no file.
  struct Tables {
    let scenario: Scenario
    let digest: String
  }

  /// Whose numbers and names are meant.
  let place: HistoryPlace
  private let tables: Tables?
  /// Where files of drafts are laid out that are not in a folder.
  private let temporary: TemporaryFolders
  private let console: any Console

  /// - Parameters:
  ///   - folder: the folder of the drafts, where one was named.
  ///   - scenario: a number is otherwise looked up in its folder of results.
  ///   - digest: of its tables.
  init(_ folder: String?, of scenario: Scenario, _ digest: String, in world: World) {
    self.init(
      HistoryPlace(path: folder ?? world.results(of: scenario.meeting)),
      Tables(scenario: scenario, digest: digest), in: world)
  }

  /// - Parameter tables: `nil` where only numbers are looked up.
  init(_ place: HistoryPlace, _ tables: Tables? = nil, in world: World) {
    self.place = place
    self.tables = tables
    temporary = world.temporary
    console = world.console
  }

  /// What the help says of an argument that names a schedule.
  static func notes(_ argument: String) -> String {
    """
    \(argument) is a schedule.csv, the folder of a draft, a number of 'programme drafts', or
    board:NAME, a draft of the board.

    """
  }

  /// A schedule's file, and what results about it are called.
  struct Named: Equatable {
    let path: String
    let name: String
  }

  /// The file that a word refers to.
  ///
  /// - Parameter purpose: what is to be made of it, where the stage of a board's draft has a say in it.
  /// - Throws: if it is a number that the history does not have, a name that the board does not have,
  ///   or a draft whose stage forbids it.
  func schedule(
    _ word: String, for purpose: BoardHold.Purpose? = nil
  ) throws(CommandFailure) -> Named {
    if let name = Self.boardName(word) { return try schedule(board: name, for: purpose) }
    if let number = Self.number(word) {
      let folder = try folder(of: number)
      return Named(path: "\(folder)/\(DraftFolder.scheduleName)", name: "draft-\(number)")
    }
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: word, isDirectory: &isFolder)
    let path =
      isThere && isFolder.boolValue
      ? URL(filePath: word).appending(path: DraftFolder.scheduleName).relativePath : word
    return Named(
      path: path, name: URL(filePath: path).deletingPathExtension().lastPathComponent)
  }

  /// The file of a draft that is named in one of two ways: by a word, or by its name on the board.
  func schedule(_ word: String?, board: String?) throws(CommandFailure) -> Named {
    if let board { return try schedule(board: board) }
    return try schedule(word ?? "")
  }

  /// A draft of the board as it is now, as a file: its name, and what is not in it, are said.
  private func schedule(
    board name: String, for purpose: BoardHold.Purpose? = nil
  ) throws(CommandFailure) -> Named {
    let draft = try board(name, for: purpose)
    let folder = try folder(of: draft)
    return Named(path: "\(folder)/\(DraftFolder.scheduleName)", name: draft.fileName)
  }

  /// The draft of the board that has a name, by the tables as they are now. What of it is not in its
  /// schedule since they have changed is said.
  ///
  /// - Parameter purpose: what is to be made of it, where its stage has a say in it.
  /// - Throws: where there is none, or its stage forbids it.
  func board(
    _ name: String, for purpose: BoardHold.Purpose? = nil
  ) throws(CommandFailure) -> BoardSchedule {
    guard let tables else { throw .usage([.place(.whoseBoard(name))]) }
    let draft = try BoardLookup(place).draft(name, of: tables.scenario, digest: tables.digest)
    if let purpose { try draft.check(for: purpose) }
    for note in draft.notes { console.note(note) }
    return draft
  }

  /// The name, where a word is `board:NAME` and no file or folder is called so.
  static func boardName(_ word: String) -> String? {
    let mark = "board:"
    guard word.hasPrefix(mark), word != mark, !FileManager.default.fileExists(atPath: word) else {
      return nil
    }
    return String(word.dropFirst(mark.count))
  }

  /// The number, where a word is one and no file or folder has that name.
  static func number(_ word: String) -> Int? {
    guard let number = Int(word), number > 0, !FileManager.default.fileExists(atPath: word) else {
      return nil
    }
    return number
  }

  /// The files of a numbered draft in a folder of their own among the temporary files, as if it were
  /// a draft's folder.
  ///
  /// - Throws: where the history does not have it, or cannot be read.
  func folder(of number: Int) throws(CommandFailure) -> String {
    let files: [FileSet.File]
    do {
      guard let history = try DraftHistory.reading(in: place.url) else {
        throw CommandFailure.unknown(number, [], place)
      }
      let numbers = try history.entries().map(\.number)
      guard numbers.contains(number) else { throw CommandFailure.unknown(number, numbers, place) }
      files = try history.files(of: number)
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw .usage([.place(.unreadableHistory("\(error)"))])
    }
    return try laidOut(files, as: "draft-\(number)")
  }

  /// The same of a draft of the board as it is now.
  ///
  /// - Throws: where its files cannot be made.
  func folder(of board: BoardSchedule) throws(CommandFailure) -> String {
    guard let tables else { throw .usage([.place(.whoseBoard(board.log.state.name))]) }
    let keeping = BoardKeeping(
      board: board, scenario: tables.scenario,
      review: Review(scenario: tables.scenario, schedule: board.schedule), digest: tables.digest,
      now: 0)
    let files: [FileSet.File]
    do { files = try keeping.files() } catch { throw .notWritten(error) }
    return try laidOut(files, as: board.fileName)
  }

  private func laidOut(_ files: [FileSet.File], as name: String) throws(CommandFailure) -> String {
    do {
      let folder = try temporary.make().appending(path: name)
      try FileSet(folder).replace([], by: files)
      return folder.path(percentEncoded: false)
    } catch {
      throw .usage([.place(.unreadableHistory("\(error)"))])
    }
  }
}

extension CommandFailure {
  fileprivate static func unknown(
    _ number: Int, _ known: [Int], _ place: HistoryPlace
  ) -> CommandFailure {
    let unknown = UnknownDraft(number: number, known: known, folder: place.path)
    return .usage([.place(.draft(unknown))])
  }
}
