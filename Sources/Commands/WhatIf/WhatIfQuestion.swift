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

  /// All questions that were asked: those named and those typed; every file if there are neither.
  ///
  /// - Throws: what is wrong with the names, all at once.
  static func all(_ options: WhatIfCommand.Options) throws(CommandFailure) -> [WhatIfQuestion] {
    let folder = options.scenario
    let known = ScenarioFolder.whatIfs(in: URL(filePath: folder))
    let changes = options.changes
    var names = options.names
    if names.isEmpty && changes.isEmpty { names = known }
    if names.isEmpty && changes.isEmpty {
      throw .usage([.name(.noWhatIfs(scenario: folder))])
    }
    let faults = Self.faults(names, known)
    guard faults.isEmpty else { throw .usage(faults.map { .name($0) }) }
    var questions = names.map { read($0, .named($0), in: folder) }
    for (index, change) in changes.enumerated() {
      var name = changes.count == 1 ? "change" : "change-\(index + 1)"
      while questions.contains(where: { $0.name == name }) { name += "-typed" }
      questions.append(
        read(name, .typed(change), in: folder, number: changes.count == 1 ? nil : index + 1))
    }
    return questions
  }

  private static func faults(_ names: [String], _ known: [String]) -> [NameFault] {
    names.enumerated().compactMap { (index, name) in
      if !known.contains(name) {
        return .whatIf(name, near: Nearest.to(name, among: known), known: known)
      }
      return names[..<index].contains(name) ? .whatIfTwice(name) : nil
    }
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
