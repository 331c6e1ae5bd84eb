// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import ScenarioFiles
import Tables

extension Command {
  /// `programme check SCENARIO`: everything there is to say about the tables, and about
  /// the files of `what-if/`.
  static let check = Command(
    name: "check", arguments: ["SCENARIO"],
    summary: "reads every table and names all that is wrong, unknown or impossible",
    options: [Loading.whatIf, Command.json]
  ) { typed throws(UsageError) in
    let loaded = Loading(typed.arguments[0], whatIf: typed.text("what-if"))
    var findings = loaded.allFindings
    if !typed.has("what-if"), loaded.isThere {
      findings += ScenarioFolder.whatIfFindings(in: URL(filePath: typed.arguments[0]))
    }
    if typed.has("json") {
      Terminal.say(JSONText.of(["findings": FindingReport.objects(findings)]))
    } else if findings.isEmpty {
      Terminal.say("Nothing to mend: all tables are in order.\n")
    } else {
      Terminal.say(FindingReport.text(findings))
    }
    if findings.contains(where: { $0.severity == .unreadable }) { return .unusable }
    return findings.contains { $0.severity == .error } ? .no : .yes
  }
}
