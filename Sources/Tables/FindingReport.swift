// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// Findings for people and for programs.
public enum FindingReport {
  /// Grouped by file or sheet, in order of line; worst first within a line. Findings that differ
  /// only in their line and value are reported once.
  public static func text(_ findings: [Finding]) -> String {
    var text = ""
    for (title, own) in Dictionary(grouping: findings, by: title).sorted(by: { $0.key < $1.key }) {
      text += "\(title)\n"
      for group in FindingGroup.all(sorted(own)) { text += group.text }
    }
    let errors = findings.count { $0.isGrave }
    let notes = findings.count { $0.severity == .note }
    let warnings = findings.count - errors - notes
    var counts = [Count.of(errors, "error"), Count.of(warnings, "warning")]
    if notes > 0 { counts.append(Count.of(notes, "note")) }
    return text + counts.joined(separator: ", ") + "\n"
  }

  private static func title(_ finding: Finding) -> String {
    finding.sheet.map { "\(finding.file), sheet \($0.sheet)" } ?? finding.file
  }

  private static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted {
      ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
    }.map(\.element)
  }

  /// `{"findings": [{file, line, column, value, rule, severity, sentence, suggestion, cells}]}`;
  /// `cells` where a finding is about a whole column: `{line, value, read_as}` of each. In a workbook
  /// `sheet` and `cell` besides, and `cell` in each of the cells.
  public static func json(_ findings: [Finding]) throws(JSONText.Failure) -> String {
    try JSONText.of(["findings": objects(findings)], "the findings")
  }

  /// One object for each finding, to be put inside another.
  public static func objects(_ findings: [Finding]) -> [[String: Any]] {
    findings.map { finding in
      var object: [String: Any] = [
        "rule": finding.rule, "severity": finding.severity.rawValue, "file": finding.file,
        "sentence": finding.sentence,
      ]
      object["line"] = finding.line
      object["sheet"] = finding.sheet?.sheet
      object["cell"] = finding.sheet?.cell
      object["column"] = finding.column
      object["value"] = finding.value
      object["suggestion"] = finding.suggestion
      if !finding.cells.isEmpty { object["cells"] = finding.cells.map(json) }
      return object
    }
  }

  private static func json(_ cell: Finding.Cell) -> [String: Any] {
    var object: [String: Any] = ["line": cell.line, "value": cell.value]
    object["read_as"] = cell.plain
    object["cell"] = cell.sheet?.cell
    return object
  }
}
