// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables

/// Files of an answer written together; what somebody made is not written over without being asked.
enum CarefulFiles {
  typealias File = (name: String, bytes: Data)

  /// Why nothing may be written: a file of that name is there and says something else.
  static func refusal(_ files: [File], in folder: URL, isForced: Bool) -> String? {
    guard !isForced else { return nil }
    for file in files {
      let url = folder.appending(path: file.name)
      let path = url.path(percentEncoded: false)
      guard FileManager.default.fileExists(atPath: path) else { continue }
      if (try? Data(contentsOf: url)) != file.bytes {
        return "\(url.relativePath) is there already and is not the same; name another place with"
          + " --out, or --force to replace it"
      }
    }
    return nil
  }

  static func write(_ files: [File], to folder: URL) throws {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw AtomicFile.Failure(description: "cannot make the folder \(folder.relativePath)")
    }
    for file in files { try AtomicFile.write(file.bytes, to: folder.appending(path: file.name)) }
  }
}
