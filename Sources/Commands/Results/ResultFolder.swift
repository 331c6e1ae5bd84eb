// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Results

extension ResultFolder {
  /// Writes pages and tables with the data that says the same, the digests of the others in it.
  ///
  /// - Returns: the paths of all of them.
  func write(
    texts: [(name: String, text: String)], data: (name: String, object: [String: Any])
  ) throws(WriteFailure) -> [String] {
    var files: [File] = texts.map { ($0.name, Data($0.text.utf8)) }
    var object = data.object
    object["files"] = Self.digests(files)
    files.append((data.name, Data(JSONText.of(object).utf8)))
    return try put(files)
  }

  /// Writes files and says what is kept of those that they replace by force.
  ///
  /// - Returns: their paths.
  func put(_ files: [File]) throws(WriteFailure) -> [String] {
    let kept = try write(files)
    if !kept.isEmpty {
      let places = kept.map { place(of: $0) }.joined(separator: ", ")
      Terminal.note("What was there before is kept: \(places)\n")
    }
    return places(of: files)
  }
}

/// Results that take long: looked after before the work and at its end.
enum WritePlace {
  /// Why results may not or cannot be written, before any work goes into them.
  static func refusal(_ folder: ResultFolder, _ names: [String]) -> String? {
    do {
      try folder.probe()
      try folder.tidy()
    } catch {
      return error.description
    }
    return folder.refusal(names)
  }

  /// Writes where it was meant, or in the next best place.
  ///
  /// - Returns: the place and the files that are there; and why it is not the one that was meant.
  static func write(
    to folder: ResultFolder, named name: String, _ write: (ResultFolder) throws -> [String]
  ) -> (written: (place: String, files: [String])?, failure: String?) {
    do {
      return ((folder.path, try write(folder)), nil)
    } catch {
      let written = NextBestPlace.write(insteadOf: folder.path, named: name) { path in
        (place: path, files: try write(folder.elsewhere(path)))
      }
      return (written, "\(error)")
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
