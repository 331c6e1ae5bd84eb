// SPDX-License-Identifier: GPL-3.0-or-later

import Databases
import Files
import Foundation
import Results

/// Finds what people call a draft: a schedule's file, a draft's folder, or a number of
/// `programme drafts`.
struct DraftLookup {
  /// Whose numbers are meant.
  let place: HistoryPlace
  /// Where a numbered draft's files are laid out.
  let temporary: TemporaryFolders

  /// - Parameters:
  ///   - folder: the folder of the drafts, where one was named.
  ///   - id: of the scenario; a number is otherwise looked up in its folder of results.
  init(_ folder: String?, of id: String, in world: World) {
    place = HistoryPlace(path: folder ?? world.results(of: id))
    temporary = world.temporary
  }

  init(_ place: HistoryPlace, in world: World) {
    self.place = place
    temporary = world.temporary
  }

  /// What the help says of an argument that names a schedule.
  static func notes(_ argument: String) -> String {
    """
    \(argument) is a schedule.csv, the folder of a draft, or a number of 'programme drafts'.

    """
  }

  /// A schedule's file, and what results about it are called.
  struct Named: Equatable {
    let path: String
    let name: String
  }

  /// The file that a word refers to.
  ///
  /// - Throws: if it is a number that the history does not have.
  func schedule(_ word: String) throws(CommandFailure) -> Named {
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
    do {
      let folder = try temporary.make().appending(path: "draft-\(number)")
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
