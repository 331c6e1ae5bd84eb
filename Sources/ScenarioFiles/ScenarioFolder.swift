// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Tables

/// What came of reading a folder: a scenario where its tables allow one, and all there is to say.
public struct ScenarioReading: Sendable {
  /// Consistent, also where findings left rows out: not to be planned while there are errors.
  public let scenario: Scenario?
  public let findings: [Finding]
  /// SHA-256 over the names and bytes of all files read, the what-if included.
  public let digest: String
  /// The question of the what-if.
  public let question: String?
}

/// Reads scenarios (`scenario-format.md`).
public enum ScenarioFolder {
  /// Reads all tables, with the changes of `what-if/NAME.json` where a name is given.
  public static func read(_ folder: URL, whatIf: String? = nil) -> ScenarioReading {
    let reporter = Reporter()
    guard var raw = RawScenario.read(folder, reporter) else {
      return ScenarioReading(
        scenario: nil, findings: reporter.findings, digest: "", question: nil)
    }
    var question: String?
    if let whatIf {
      if let change = WhatIfFile(whatIf, in: folder, reporter).read(&raw) {
        question = change.question
        change.apply(to: &raw, reporter)
      }
    }
    let scenario = ScenarioBuilder(raw, reporter).scenario()
    return ScenarioReading(
      scenario: scenario, findings: reporter.findings, digest: raw.digest, question: question)
  }
}
