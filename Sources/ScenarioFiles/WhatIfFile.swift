// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables

/// `what-if/NAME.json`: a question and the changes to the tables that it asks about.
struct WhatIfFile {
  private let name: String
  private let folder: URL
  private let reporter: Reporter

  init(_ name: String, in folder: URL, _ reporter: Reporter) {
    self.name = name
    self.folder = folder
    self.reporter = reporter
  }

  private var file: String { "what-if/\(name).json" }

  func read(_ raw: inout RawScenario) -> WhatIf? {
    let known = raw.whatIfs?.names ?? Self.names(in: folder)
    guard known.contains(name) else {
      let near = Nearest.to(name, among: known)
      reporter.add(
        Finding(
          "what-if", .unreadable, file: file, value: name, "There is no what-if '\(name)'.",
          suggestion: near.map { "did you mean '\($0)'?" }
            ?? (known.isEmpty
              ? "the scenario has none" : "known: \(known.joined(separator: ", "))")))
      return nil
    }
    if let entry = raw.whatIfs?.entries.first(where: { $0.name == name }) {
      raw.count(entry.rows.map(\.change).joined(separator: "\n"), as: file)
      return entry.whatIf(reporter)
    }
    let before = reporter.findings.count
    guard let bytes = raw.bytes(file, folder, reporter) else {
      if reporter.findings.count == before {
        reporter.add(
          Finding(
            "what-if", .unreadable, file: file, "The file is listed but cannot be found.",
            suggestion: "is it a link to a file that no longer exists?"))
      }
      return nil
    }
    let content = JSONFile(bytes, file: file)
    reporter.add([content.finding, content.note].compactMap(\.self))
    guard let object = content.object else { return nil }
    for key in object.keys.sorted() where key != "question" && key != "changes" {
      report(
        key, content.lines[key], "There is no key '\(key)' here.",
        "a what-if has question and changes")
    }
    var question = ""
    if let value = object["question"], !(value is NSNull) {
      if let text = value as? String {
        question = text
      } else {
        report(
          "question", content.lines["question"], "'question' is not a text.", "\"question\": \"…\"")
      }
    }
    guard let changes = changes(object["changes"], content.lines) else { return nil }
    return WhatIf(file: file, question: question, changes: changes, lines: content.lines)
  }

  /// The changes, or `nil` if one of them is not a change; each that is not is named by its number.
  private func changes(_ value: Any?, _ lines: [String: Int]) -> [[String: Any]]? {
    guard let list = value as? [Any] else {
      report(
        "changes", lines["changes"], "The what-if has no list of changes.",
        "\"changes\": [ {…}, {…} ]")
      return nil
    }
    let changes = list.map { $0 as? [String: Any] }
    for (index, change) in changes.enumerated() where change == nil {
      report(
        "changes", lines["changes[\(index)]"] ?? lines["changes"],
        "Change \(index + 1): it is not an object.",
        "{\"table\": \"rooms\", \"id\": \"…\", \"set\": {…}}")
    }
    return changes.contains { $0 == nil } ? nil : changes.compactMap(\.self)
  }

  private func report(_ key: String, _ line: Int?, _ sentence: String, _ suggestion: String) {
    reporter.add(
      Finding("what-if", file: file, line: line, column: key, sentence, suggestion: suggestion))
  }

  /// Files in the folder of what-ifs that look like what-ifs but do not have the right name.
  static func misnamed(in folder: URL) -> [String] {
    let path = folder.appending(path: "what-if").path(percentEncoded: false)
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return files.filter {
      let name = $0.lowercased()
      return !$0.hasSuffix(".json") && !name.hasPrefix(".") && !name.hasPrefix("readme")
        && !name.hasSuffix("~")
    }.sorted()
  }

  /// The names of a scenario's what-ifs, in order.
  static func names(in folder: URL) -> [String] {
    let path = folder.appending(path: "what-if").path(percentEncoded: false)
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }
}
