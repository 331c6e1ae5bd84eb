// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import ScenarioFiles
import Tables

/// `programme check SCENARIO`: everything there is to say about the tables, and about the files of
/// `what-if/`.
enum CheckCommand: Command {
  struct Options: CommandOptions {
    var scenario = ""
    var whatIf: String?
    var isJSON = false
  }

  static let declaration = Declaration<Options>(
    name: "check", summary: "reads every table and names all that is wrong, unknown or impossible",
    arguments: [.needed("SCENARIO", \.scenario)],
    options: [.whatIf(\.whatIf), .json(\.isJSON)])

  static func answer(_ options: Options, in world: World) -> CheckAnswer {
    let loaded = Loading(options.scenario, whatIf: options.whatIf)
    var findings = loaded.allFindings
    if options.whatIf == nil, loaded.isThere {
      findings += ScenarioFolder.whatIfFindings(in: URL(filePath: options.scenario))
    }
    return CheckAnswer(findings: findings)
  }
}

/// All findings about a scenario.
struct CheckAnswer: CommandAnswer {
  let findings: [Finding]

  var status: ExitStatus {
    if findings.contains(where: { $0.severity == .unreadable }) { return .unusable }
    return findings.contains { $0.severity == .error } ? .no : .yes
  }

  func text(width: Int) -> String {
    findings.isEmpty
      ? "Nothing to mend: all tables are in order.\n" : FindingReport.text(findings)
  }

  func json() throws(CommandFailure) -> String {
    try AnswerJSON.of(["findings": FindingReport.objects(findings)])
  }
}
