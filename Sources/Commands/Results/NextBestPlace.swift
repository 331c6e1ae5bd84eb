// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Where results go if they cannot go where they were meant to: hours of search must not be lost.
enum NextBestPlace {
  /// Tries folders that are not there yet, the nearest one first: beside the one that was meant, in the
  /// current folder, among the temporary files. A folder where that fails too is removed again.
  ///
  /// - Parameter write: writes into a folder, or throws.
  /// - Returns: what it returned for the first folder that could be written.
  static func write<Written>(
    insteadOf path: String, named name: String, _ write: (String) throws -> Written
  ) -> Written? {
    var bases = [path, "programme-\(name)"]
    bases.append(URL.temporaryDirectory.appending(path: "programme-\(name)").path())
    for base in bases {
      let plain = base.hasSuffix("/") ? String(base.dropLast()) : base
      for number in 2...99 {
        let folder = "\(plain)-\(number)"
        // Made here, so only this run uses it.
        guard mkdir(folder, 0o755) == 0 else {
          if errno == EEXIST { continue }
          break
        }
        if let written = try? write(folder) { return written }
        try? FileManager.default.removeItem(atPath: folder)
        break
      }
    }
    return nil
  }
}
