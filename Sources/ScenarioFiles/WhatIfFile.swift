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
    let known = Self.names(in: folder)
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
    guard let bytes = raw.bytes(file, folder, reporter) else { return nil }
    let content = JSONFile(bytes, file: file)
    reporter.add([content.finding, content.note].compactMap(\.self))
    guard let object = content.object else { return nil }
    for key in object.keys.sorted() where key != "question" && key != "changes" {
      report("There is no key '\(key)' here.", "a what-if has question and changes")
    }
    guard let changes = object["changes"] as? [[String: Any]] else {
      report("The what-if has no list of changes.", "\"changes\": [ {…}, {…} ]")
      return nil
    }
    return WhatIf(
      file: file, question: object["question"] as? String ?? "", changes: changes,
      lines: content.lines)
  }

  private func report(_ sentence: String, _ suggestion: String) {
    reporter.add(Finding("what-if", file: file, sentence, suggestion: suggestion))
  }

  /// The names of a scenario's what-ifs, in order.
  static func names(in folder: URL) -> [String] {
    let path = folder.appending(path: "what-if").path(percentEncoded: false)
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }
}
