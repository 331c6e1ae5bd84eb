// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Results
import Texts

/// Where results that take long go: checked before the work and at its end.
enum WritePlace {
  /// Checks that results may and can be written, before any work goes into them.
  ///
  /// - Throws: why not.
  static func check(_ folder: ResultFolder, _ names: [String]) throws(CommandFailure) {
    do throws(WriteFailure) {
      try folder.probe()
      try folder.tidy()
    } catch {
      throw .notWritten(error)
    }
    try mayReplace(folder, names)
  }

  /// Checks that no file there is somebody's own.
  ///
  /// - Throws: which are, all of them.
  static func mayReplace(_ folder: ResultFolder, _ names: [String]) throws(CommandFailure) {
    if let refusal = folder.refusal(names) {
      throw .notWritten(WriteFailure(refusal))
    }
  }

  /// Writes to the place that was meant, or to the next best one.
  ///
  /// - Returns: the place and the files that are there; and why it is not the one that was meant.
  static func write(
    to folder: ResultFolder, named name: String, _ write: (ResultFolder) throws -> [String]
  ) -> (written: (place: String, files: [String])?, failure: (any Error)?) {
    do {
      return ((folder.path, try write(folder)), nil)
    } catch {
      let written = NextBestPlace.write(insteadOf: folder.path, named: name) { path in
        (place: path, files: try write(folder.elsewhere(path)))
      }
      return (written, error)
    }
  }
}

extension ResultFolder {
  /// Writes pages and tables, and data that says the same and holds the others' digests.
  ///
  /// - Returns: the paths of all of them.
  func write(
    texts: [(name: String, text: String)], data: (name: String, object: [String: Any]),
    in world: World
  ) throws -> [String] {
    var files: [File] = texts.map { ($0.name, Data($0.text.utf8)) }
    var object = data.object
    object["files"] = Self.digests(files)
    files.append((data.name, Data(try AnswerJSON.of(object).utf8)))
    return try put(files, in: world)
  }

  /// Writes files and says what is kept of those that they replace by force.
  ///
  /// - Returns: their paths.
  func put(_ files: [File], in world: World) throws(WriteFailure) -> [String] {
    let kept = try write(files)
    if !kept.isEmpty {
      let places = kept.map { place(of: $0) }.joined(separator: ", ")
      world.console.note("What was there before is kept: \(places)\n")
    }
    return places(of: files)
  }
}
