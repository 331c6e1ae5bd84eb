// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Tables

/// What `programme new` writes: a small meeting with every table, explained column by column.
public enum ScenarioTemplate {
  /// The same scenario as one workbook, every heading explained.
  ///
  /// - Throws: a sentence; nothing of the user's was then touched.
  public static func write(workbook url: URL) throws {
    let path = url.path(percentEncoded: false)
    guard url.pathExtension.lowercased() == "xlsx" else {
      throw TargetFailure.notXLSX(path)
    }
    guard !FileManager.default.fileExists(atPath: path) else {
      throw TargetFailure.fileThere(path)
    }
    let folder = url.deletingLastPathComponent()
    try FolderSteps.make(folder.path(percentEncoded: false)) { _, _ in }
    try AtomicFile.write(try ScenarioWorkbook.bytes(content()), to: url)
  }

  /// The template as text of tables.
  static func content() -> ScenarioContent {
    let files = Dictionary(uniqueKeysWithValues: TemplateText.files.map { ($0.name, $0.text) })
    func object(_ name: String) -> [String: Any] {
      JSONFile(Array((files[name] ?? "").utf8), file: name).object ?? [:]
    }
    var content = ScenarioContent(meeting: object(MeetingFile.name))
    for table in TableName.allCases {
      content.tables[table] =
        Table.read(Array((files[table.file] ?? "").utf8), file: table.file).table
    }
    for name in files.keys.sorted() where name.hasPrefix("what-if/") {
      let whatIf = object(name)
      content.whatIfs.append(
        WhatIfContent(
          name: String(name.dropFirst("what-if/".count).dropLast(".json".count)),
          question: whatIf["question"] as? String ?? "",
          changes: whatIf["changes"] as? [[String: Any]] ?? []))
    }
    return content
  }

  /// Writes into a folder that is new or empty.
  ///
  /// - Returns: the names of the files.
  /// - Throws: a sentence; nothing of the user's was then touched.
  @discardableResult
  public static func write(to folder: URL) throws -> [String] {
    let files = FileManager.default
    let path = folder.path(percentEncoded: false)
    // What a run that was killed half way left behind is not a scenario.
    if files.fileExists(atPath: path) { try? FileSet(folder).tidy() }
    if let there = try? files.contentsOfDirectory(atPath: path), !there.isEmpty {
      throw TargetFailure.folderNotEmpty(path)
    }
    if files.fileExists(atPath: path), (try? files.contentsOfDirectory(atPath: path)) == nil {
      throw TargetFailure.noFolder(path)
    }
    try FileSet(folder).replace(
      [], by: TemplateText.files.map { (name: $0.0, bytes: Data($0.1.utf8)) })
    return TemplateText.files.map(\.0)
  }
}
