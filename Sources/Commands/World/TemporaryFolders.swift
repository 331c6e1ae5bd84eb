// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Synchronization

/// Folders among the temporary files that last as long as a command runs.
final class TemporaryFolders: Sendable {
  private let made = Mutex<[URL]>([])

  /// A new folder that nobody else can write into or put in its place.
  ///
  /// - Throws: where the system gives none.
  func make() throws(WriteFailure) -> URL {
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

  /// Removes all that were made.
  func remove() {
    let folders = made.withLock { folders in
      defer { folders = [] }
      return folders
    }
    for folder in folders { try? FileManager.default.removeItem(at: folder) }
  }
}
