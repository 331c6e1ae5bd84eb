// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation

extension TidyPlan {
  /// Where the old files are kept, beside the tables: `before-tidy-1`, `before-tidy-2` …
  public static let keeping = "before-tidy-"

  /// Writes all files of the plan as one set, and keeps those that they replace.
  ///
  /// - Returns: the folder, beside the tables, that holds the old files.
  /// - Throws: why nothing is written; the scenario's folder is then unchanged. This also happens if a
  ///   file was edited since it was read, is a link, or is write-protected.
  public func write() throws(WriteFailure) -> String {
    let set = FileSet(folder)
    var kept = ""
    try set.replace { () throws(WriteFailure) in
      if let refusal = refusal(set) { throw WriteFailure(refusal) }
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

  private func refusal(_ set: FileSet) -> TableRefusal? {
    for (name, bytes) in read.sorted(by: { $0.key < $1.key }) where set.bytes(name) != bytes {
      return .edited(name)
    }
    for file in files {
      if let refusal = TableRefusal(file.oldName, of: file.before, in: folder) { return refusal }
      if file.isRenamed, set.kind(of: file.name) != .nothing { return .taken(file.name) }
    }
    return nil
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
