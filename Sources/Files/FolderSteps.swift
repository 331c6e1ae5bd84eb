// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The folders on the way to a path, from the top down, made if they are missing.
public enum FolderSteps {
  /// Makes what is missing.
  ///
  /// - Parameters:
  ///   - path: of a folder, absolute or from the working folder.
  ///   - made: gets each folder as soon as it is made, with the one above it, so that the caller
  ///     knows of it even if the next cannot be made.
  /// - Throws: if something cannot be made; what was made until then stays.
  public static func make(
    _ path: String, mode: mode_t = 0o755, made: (_ folder: String, _ above: String) -> Void
  ) throws(WriteFailure) {
    var step = path.hasPrefix("/") ? "" : "."
    var status = stat()
    for part in path.split(separator: "/") {
      let above = step.isEmpty ? "/" : step
      step += "/\(part)"
      // What is there is not made: some file systems refuse that in other words than "exists".
      if stat(step, &status) == 0 { continue }
      if mkdir(step, mode) == 0 {
        made(step, above)
      } else if errno != EEXIST {
        throw WriteFailure(.makeFolder, path)
      }
    }
  }
}
