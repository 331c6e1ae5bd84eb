// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Results

extension ResultFolder {
  /// Writes pages and tables with the data that says the same, the digests of the others in it.
  func write(
    texts: [(name: String, text: String)], data: (name: String, object: [String: Any])
  ) throws(WriteFailure) {
    var files: [File] = texts.map { ($0.name, Data($0.text.utf8)) }
    var object = data.object
    object["files"] = Self.digests(files)
    files.append((data.name, Data(JSONText.of(object).utf8)))
    try write(files)
  }
}

/// Results that take long: looked after before the work and at its end.
enum WritePlace {
  /// Why results may not or cannot be written, before any work goes into them.
  static func refusal(_ folder: ResultFolder, _ names: [String]) -> String? {
    do {
      try folder.probe()
    } catch {
      return error.description
    }
    return folder.refusal(names)
  }

  /// Writes where it was meant, or in the next best place.
  ///
  /// - Returns: the place where it is, and why it is not the one that was meant.
  static func write(
    to folder: ResultFolder, named name: String, _ write: (ResultFolder) throws -> Void
  ) -> (place: String?, failure: String?) {
    do {
      try write(folder)
      return (folder.path, nil)
    } catch {
      let place = NextBestPlace.write(insteadOf: folder.path, named: name) { path in
        try write(folder.elsewhere(path))
        return path
      }
      return (place, "\(error)")
    }
  }
}

/// The command as it was typed, for the history.
enum TypedCommand {
  static var line: String {
    (["programme"] + CommandLine.arguments.dropFirst()).map(quoted).joined(separator: " ")
  }

  private static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.allSatisfy { $0.isLetter || $0.isNumber || "-_./=:,+%@".contains($0) }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
