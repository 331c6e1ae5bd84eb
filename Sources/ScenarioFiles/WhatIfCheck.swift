// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables

extension ScenarioFolder {
  /// What is wrong with the files of `what-if/`, found before anybody asks their questions.
  ///
  /// A what-if that cannot be read, or whose changes cannot be made, is an error: the tables as
  /// they are can still be used, so no finding is `unreadable`. Files that are not what-ifs because
  /// of their names get a warning.
  public static func whatIfFindings(in folder: URL) -> [Finding] {
    let base = Set(read(folder).findings)
    let isBook = ScenarioWorkbook.isWorkbook(folder)
    var findings = WhatIfFile.misnamed(in: folder).map { name in
      Finding(
        "what-if", .warning, file: "what-if/\(name)", "The file is not read.",
        suggestion: "the name of a what-if ends in '.json'")
    }
    for name in whatIfs(in: folder) {
      let own = read(folder, whatIf: name).findings.filter { !base.contains($0) }
      findings += own.map { finding in
        var finding = finding
        if finding.severity == .unreadable { finding.severity = .error }
        let file = "what-if/\(name).json"
        let isOwn = finding.file == file || finding.sheet.map(isWhatIf) ?? false
        if !isOwn {
          finding.sentence =
            "With \(isBook ? "the what-if '\(name)'" : file): \(finding.sentence)"
        }
        return finding
      }
    }
    return findings
  }

  private static func isWhatIf(_ place: SheetPlace) -> Bool {
    SheetRole(sheet: place.sheet) == .whatIf
  }
}
