// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation

/// Finds out whether a folder can be written before hours of search go into what is to lie there.
enum FolderProbe {
  /// Makes the folder and a file in it, and takes both away again.
  ///
  /// - Throws: what the system said, as a sentence.
  static func probe(_ folder: URL) throws(WriteFailure) {
    let path = folder.path(percentEncoded: false)
    var made: [String] = []
    defer { for path in made.reversed() { rmdir(path) } }
    var step = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      step += "/\(part)"
      var status = stat()
      // As in writing: some file systems refuse what is there in other words than "exists".
      if stat(step, &status) == 0 { continue }
      if mkdir(step, 0o755) == 0 {
        made.append(step)
      } else if errno != EEXIST {
        throw WriteFailure("cannot make the folder \(path)", errno)
      }
    }
    let file = "\(path)/.programme-\(getpid()).probe"
    do {
      try AtomicFile.write(Data("probe\n".utf8), to: URL(filePath: file))
    } catch {
      throw WriteFailure(description: "cannot write into \(path): \(error.reason)")
    }
    unlink(file)
  }
}
