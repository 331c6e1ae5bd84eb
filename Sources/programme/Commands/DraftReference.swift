// SPDX-License-Identifier: GPL-3.0-or-later

import Databases
import Files
import Foundation
import Results

/// A draft as people name it: a schedule's file, a draft's folder, or a number of
/// `programme drafts`.
enum DraftReference {
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
      let folder = URL.temporaryDirectory.appending(
        path: "programme-\(getpid())/draft-\(number)")
      try FileSet(folder).replace([], by: try history.files(of: number))
      return folder.path(percentEncoded: false)
    } catch let error as UsageError {
      throw error
    } catch {
      throw UsageError("\(error)")
    }
  }

  /// Takes away what `folder(of:in:)` made.
  static func clean() {
    let folder = URL.temporaryDirectory.appending(path: "programme-\(getpid())")
    try? FileManager.default.removeItem(at: folder)
  }
}
