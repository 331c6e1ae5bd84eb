// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Tables

/// What `programme new` writes: a small meeting with every table, explained column by column.
public enum ScenarioTemplate {
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  /// Writes into a folder that is new or empty.
  ///
  /// - Returns: the names of the files.
  /// - Throws: a sentence; then nothing of the user's was touched.
  @discardableResult
  public static func write(to folder: URL) throws -> [String] {
    let files = FileManager.default
    let path = folder.path(percentEncoded: false)
    // What a run left that was killed half way is no scenario.
    if files.fileExists(atPath: path) { try? FileSet(folder).tidy() }
    if let there = try? files.contentsOfDirectory(atPath: path), !there.isEmpty {
      throw Failure(description: "\(path) is not empty; name a new folder")
    }
    if files.fileExists(atPath: path), (try? files.contentsOfDirectory(atPath: path)) == nil {
      throw Failure(description: "\(path) is no folder; name a new one")
    }
    try FileSet(folder).replace(
      [], by: TemplateText.files.map { (name: $0.0, bytes: Data($0.1.utf8)) })
    return TemplateText.files.map(\.0)
  }
}
