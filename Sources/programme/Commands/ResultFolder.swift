// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables

/// A folder of results with a record beside them, a JSON file that holds the digest of each: its
/// own earlier files are replaced, those that somebody edited since are not.
struct ResultFolder {
  private let folder: URL
  /// The name of the JSON file.
  private let record: String

  init(_ path: String, record: String) {
    folder = URL(filePath: path)
    self.record = record
  }

  var path: String { folder.relativePath }

  /// Why nothing may be written here.
  ///
  /// - Parameter names: of the files that may be written; earlier ones are known from the record.
  func refusal(_ names: [String]) -> String? {
    let recorded = recorded
    let way = "; name another folder with --out, or --force to replace it"
    for name in Set(names + [record]).union(recorded.keys).sorted() {
      let url = folder.appending(path: name)
      guard FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) else {
        continue
      }
      if name == record {
        // The record itself is ours where it records anything.
        if recorded.isEmpty { return "\(path)/\(name) is not from this command" + way }
        continue
      }
      guard let digest = recorded[name] else {
        return "\(path)/\(name) is not from this command" + way
      }
      if (try? Data(contentsOf: url)).map(SHA256.hex) != digest {
        return "\(path)/\(name) was edited since it was written" + way
      }
    }
    return nil
  }

  /// Writes the files whole, the record with their digests last, and takes away what an earlier run
  /// left and this one does not have.
  func write(_ files: [(name: String, text: String)], _ object: [String: Any]) throws {
    let old = Set(recorded.keys).subtracting(files.map(\.name))
    var object = object
    object["files"] = Dictionary(
      uniqueKeysWithValues: files.map { ($0.name, SHA256.hex(Data($0.text.utf8))) })
    for file in files + [(record, JSONText.of(object))] {
      let url = folder.appending(path: file.name)
      do {
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      } catch {
        throw AtomicFile.Failure(description: "cannot make the folder \(path)")
      }
      try AtomicFile.write(Data(file.text.utf8), to: url)
    }
    for name in old { try? FileManager.default.removeItem(at: folder.appending(path: name)) }
  }

  private var recorded: [String: String] {
    let data = (try? Data(contentsOf: folder.appending(path: record))) ?? Data()
    let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    let files = object?["files"] as? [String: String] ?? [:]
    // Names that lead out of the folder are nobody's of ours.
    return files.filter { !$0.key.hasPrefix("/") && !$0.key.contains("..") }
  }
}
