// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Tables

extension TidyPlan {
  /// Writes the scenario in the plain form into a folder that is new or empty.
  ///
  /// - Throws: a sentence; nothing of the user's was then touched.
  public func copy(toFolder target: URL) throws {
    let path = target.path(percentEncoded: false)
    let files = FileManager.default
    if files.fileExists(atPath: path) {
      guard let there = try? files.contentsOfDirectory(atPath: path) else {
        throw TargetFailure.noFolder(target.relativePath)
      }
      guard there.isEmpty else {
        throw TargetFailure.folderNotEmpty(target.relativePath)
      }
    }
    try FileSet(target).replace([], by: all.map { (name: $0.name, bytes: $0.after) })
  }

  /// Writes the scenario in the plain form as a workbook.
  ///
  /// - Parameter replaces: whether a file that is there already may be replaced.
  /// - Throws: a sentence; what was there is then still there.
  public func copy(toWorkbook target: URL, replaces: Bool) throws {
    let path = target.path(percentEncoded: false)
    var status = stat()
    if lstat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else {
        throw TargetFailure.noFile(target.relativePath)
      }
      guard replaces else {
        throw TargetFailure.notReplaced(target.relativePath)
      }
    }
    try AtomicFile.write(ScenarioWorkbook.bytes(content()), to: target)
  }

  /// What the scenario says, in the plain form.
  ///
  /// - Throws: a sentence, if a text would not be in it whole.
  func content() throws(TargetFailure) -> ScenarioContent {
    var content = ScenarioContent()
    for file in all {
      let bytes = Array(file.after)
      if let name = TableName(file: file.name) {
        content.tables[name] =
          TableGrid.read(bytes, file: file.name) {
            Headings.count($0, columns: name.contract)
          }.grid?.table().table
        continue
      }
      let object = JSONFile(bytes, file: file.name).object
      if let object, file.name == MeetingFile.name {
        content.meeting = object
      } else if let whatIf = object.flatMap({ WhatIfContent(file: file.name, $0) }) {
        content.whatIfs.append(whatIf)
      } else {
        throw TargetFailure.unreadableSource(file.oldName)
      }
    }
    return content
  }

  /// What a copy leaves out, though nothing of the scenario is lost with it: comments, for which a
  /// workbook has no place, and files or sheets of other sorts.
  public func notTakenAlong(toWorkbook: Bool) -> [Finding] {
    var notes: [Finding] = []
    for file in all where toWorkbook && TableName(file: file.name) == nil {
      if JSONFile(Array(file.after), file: file.name).hasComments {
        notes.append(
          Finding(
            "comments", .note, file: file.oldName, "The comments in it cannot go into a workbook."))
      }
    }
    if !others.isEmpty {
      let noun = sheets == nil ? "file" : "sheet"
      notes.append(
        Finding(
          "not-taken", .note, file: folder.relativePath,
          "These \(noun)s in it are not part of a scenario and stay where they are:"
            + " \(others.joined(separator: ", "))."))
    }
    return notes
  }
}

extension TableName {
  /// The table of a file's name.
  init?(file: String) {
    guard let name = TableName.allCases.first(where: { $0.file == file }) else { return nil }
    self = name
  }
}

extension WhatIfContent {
  /// `what-if/NAME.json` and its object; `nil` if not all of it belongs to a what-if.
  init?(file: String, _ object: [String: Any]) {
    let changes = (object["changes"] as? [Any])?.map { $0 as? [String: Any] }
    let isKnown = Set(object.keys).isSubset(of: ["question", "changes"])
    let question = object["question"] ?? ""
    guard isKnown, let changes, let question = question as? String,
      changes.allSatisfy({ $0 != nil })
    else { return nil }
    self.init(
      name: String(file.dropFirst("what-if/".count).dropLast(".json".count)),
      question: question, changes: changes.compactMap(\.self))
  }
}
