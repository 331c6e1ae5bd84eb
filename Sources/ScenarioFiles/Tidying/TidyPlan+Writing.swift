// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation

extension TidyPlan {
  /// Where the files as they were are kept, beside the tables: `before-tidy-1`, `before-tidy-2` …
  public static let keeping = "before-tidy-"

  /// Writes all files of the plan as one set, and keeps those that they replace.
  ///
  /// - Returns: the folder, beside the tables, that holds the files as they were.
  /// - Throws: a sentence; then the scenario's folder holds what it did. So it is where a file was edited
  ///   since it was read, is a link, or is protected against writing.
  public func write() throws(WriteFailure) -> String {
    let set = FileSet(folder)
    var kept = ""
    try set.replace { () throws(WriteFailure) in
      try refuseWhatChanged(set)
      kept = freeName()
      var new: [FileSet.File] = []
      var models: [String: String] = [:]
      for file in files {
        new.append((file.name, file.after))
        models[file.name] = file.oldName
        new.append(("\(kept)/\(file.oldName)", file.before))
        models["\(kept)/\(file.oldName)"] = file.oldName
      }
      return FileSet.Change(old: Set(files.map(\.oldName)), files: new, models: models)
    }
    return kept
  }

  private func refuseWhatChanged(_ set: FileSet) throws(WriteFailure) {
    for (name, bytes) in read.sorted(by: { $0.key < $1.key }) where set.bytes(name) != bytes {
      throw WriteFailure(
        description: "\(name) was edited while it was being tidied; run the command again")
    }
    for file in files {
      guard set.kind(of: file.oldName) == .file else {
        throw WriteFailure(
          description: "\(file.oldName) is a link; tidy the file that it leads to, or put a copy in"
            + " its place")
      }
      if file.isRenamed, set.kind(of: file.name) != .nothing {
        throw WriteFailure(description: "\(file.name) has come up meanwhile; run the command again")
      }
      if WriteProtection.holds(file.oldName, in: folder) {
        throw WriteFailure(
          description: "\(file.oldName) is protected against writing; it is not replaced")
      }
    }
  }

  private func freeName() -> String {
    var number = 1
    func isTaken(_ number: Int) -> Bool {
      let place = folder.appending(path: "\(Self.keeping)\(number)")
      return FileManager.default.fileExists(atPath: place.path(percentEncoded: false))
    }
    while isTaken(number) { number += 1 }
    return "\(Self.keeping)\(number)"
  }
}
