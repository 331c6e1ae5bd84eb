// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import ScenarioFiles
import Tables

/// A what-if as it was read: a file of `what-if/`, or one that was typed.
struct WhatIfQuestion {
  let name: String
  let source: WhatIfSource
  let isTyped: Bool
  let reading: ScenarioReading
  var grave: [Finding] { reading.findings.filter { $0.isGrave } }

  /// All that were asked: those named, those typed; without either, every file.
  ///
  /// - Throws: what is wrong with the names, all at once.
  static func all(_ typed: Invocation) throws(UsageError) -> [WhatIfQuestion] {
    let folder = typed.arguments[0]
    let known = ScenarioFolder.whatIfs(in: URL(filePath: folder))
    let changes = typed.texts("change")
    var names = Array(typed.arguments.dropFirst())
    if names.isEmpty && changes.isEmpty { names = known }
    if names.isEmpty && changes.isEmpty {
      throw UsageError(
        "\(folder) has no what-ifs; ask one with --change, or write one into what-if/")
    }
    var wrong: [String] = []
    for (index, name) in names.enumerated() {
      if !known.contains(name) {
        let near = Nearest.to(name, among: known).map { "; did you mean '\($0)'?" }
        let all =
          known.isEmpty ? "; the scenario has none" : "; known: \(known.joined(separator: ", "))"
        wrong.append("there is no what-if '\(name)'" + (near ?? all))
      } else if names[..<index].contains(name) {
        wrong.append("what-if '\(name)' is named twice")
      }
    }
    if !wrong.isEmpty { throw UsageError(wrong.joined(separator: "\n")) }
    var questions = names.map { read($0, .named($0), in: folder) }
    for (index, change) in changes.enumerated() {
      var name = changes.count == 1 ? "change" : "change-\(index + 1)"
      while questions.contains(where: { $0.name == name }) { name += "-typed" }
      questions.append(
        read(name, .typed(change), in: folder, number: changes.count == 1 ? nil : index + 1))
    }
    return questions
  }

  private static func read(
    _ name: String, _ source: WhatIfSource, in folder: String, number: Int? = nil
  ) -> WhatIfQuestion {
    let isTyped = if case .typed = source { true } else { false }
    return WhatIfQuestion(
      name: name, source: source, isTyped: isTyped,
      reading: ScenarioFolder.read(URL(filePath: folder), asking: source, number: number))
  }
}
