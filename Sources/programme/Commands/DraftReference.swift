// SPDX-License-Identifier: GPL-3.0-or-later

import Databases
import Files
import Foundation
import Results
import Synchronization

/// A draft as people name it: a schedule's file, a draft's folder, or a number of
/// `programme drafts`.
enum DraftReference {
  static let option = Command.Option(
    name: "drafts", value: "DIR", help: "whose drafts a number means (Output/<scenario id>)")

  /// What the help says of an argument that names a schedule.
  static func notes(_ argument: String) -> String {
    """
    \(argument) is a schedule.csv, the folder of a draft, or a number of 'programme drafts'.

    """
  }

  /// A schedule's file, and what results about it are called.
  struct Named {
    let path: String
    let name: String
  }

  /// The file that a word stands for.
  ///
  /// - Parameters:
  ///   - id: of the scenario, in whose folder of results a number is looked up.
  ///   - isOwn: whether `--out` names that folder.
  /// - Throws: where it is a number that the history does not have.
  static func schedule(
    _ word: String, _ typed: Invocation, of id: String, isOwn: Bool = false
  ) throws(UsageError) -> Named {
    if let number = number(word) {
      let place = typed.text(option.name) ?? (isOwn ? typed.text("out") : nil) ?? "Output/\(id)"
      let folder = try folder(of: number, in: HistoryPlace(path: place))
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
  /// - Throws: where the history does not have it.
  static func folder(of number: Int, in place: HistoryPlace) throws(UsageError) -> String {
    do {
      guard let history = try DraftHistory.reading(in: place.url) else {
        throw UsageError(HistoryText.unknown(number, [], in: place.path))
      }
      let numbers = try history.entries().map(\.number)
      guard numbers.contains(number) else {
        throw UsageError(HistoryText.unknown(number, numbers, in: place.path))
      }
      let folder = try temporary().appending(path: "draft-\(number)")
      try FileSet(folder).replace([], by: try history.files(of: number))
      return folder.path(percentEncoded: false)
    } catch let error as UsageError {
      throw error
    } catch {
      throw UsageError("\(error)")
    }
  }

  private static let made = Mutex<[URL]>([])

  /// A new folder that nobody else can write into or put in its place.
  private static func temporary() throws(WriteFailure) -> URL {
    let pattern = URL.temporaryDirectory.appending(path: "programme-XXXXXX")
    var name = Array(pattern.path(percentEncoded: false).utf8CString)
    guard mkdtemp(&name) != nil else {
      throw WriteFailure(.makeFolderIn, URL.temporaryDirectory.relativePath)
    }
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = URL(filePath: path)
    made.withLock { $0.append(folder) }
    return folder
  }

  /// Takes away what `folder(of:in:)` made.
  static func clean() {
    for folder in made.withLock({ $0 }) { try? FileManager.default.removeItem(at: folder) }
  }
}
