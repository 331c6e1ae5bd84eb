// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation

/// Finds out whether a folder can be written before hours of search go into what should be there.
enum FolderProbe {
  /// Makes the folder and a file in it, and removes both again.
  ///
  /// - Throws: what the system said.
  static func probe(_ folder: URL) throws(WriteFailure) {
    let path = folder.path(percentEncoded: false)
    var made: [String] = []
    defer { for path in made.reversed() { rmdir(path) } }
    try FolderSteps.make(path) { folder, _ in made.append(folder) }
    let file = "\(path)/.programme-\(getpid()).probe"
    do {
      try AtomicFile.write(Data("probe\n".utf8), to: URL(filePath: file))
    } catch {
      throw WriteFailure(ResultRefusal.folder(path: path, error))
    }
    unlink(file)
  }
}
