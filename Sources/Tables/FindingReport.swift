// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Findings for people and for programs.
public enum FindingReport {
  /// Grouped by file, in order of line; worst first within a line.
  public static func text(_ findings: [Finding]) -> String {
    var text = ""
    for (file, own) in Dictionary(grouping: findings, by: \.file).sorted(by: { $0.key < $1.key }) {
      text += "\(file)\n"
      for finding in sorted(own) {
        text += "  \(label(finding))\(finding.sentence)\n"
        if let suggestion = finding.suggestion { text += "      → \(suggestion)\n" }
      }
    }
    let errors = findings.count { $0.severity != .warning }
    let warnings = findings.count - errors
    return text + "\(count(errors, "error")), \(count(warnings, "warning"))\n"
  }

  private static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted {
      ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
    }.map(\.element)
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  private static func label(_ finding: Finding) -> String {
    var label = finding.severity == .warning ? "warning, " : ""
    if let line = finding.line { label += "line \(line), " }
    if let column = finding.column { label += "column \(column), " }
    if label.isEmpty { return "" }
    label.removeLast(2)
    return label + ": "
  }

  /// `{"findings": [{file, line, column, value, rule, severity, sentence, suggestion}]}`.
  public static func json(_ findings: [Finding]) -> String {
    let options: JSONSerialization.WritingOptions = [
      .sortedKeys, .prettyPrinted, .withoutEscapingSlashes,
    ]
    let data = try? JSONSerialization.data(
      withJSONObject: ["findings": objects(findings)], options: options)
    return String(decoding: data ?? Data("{}".utf8), as: UTF8.self) + "\n"
  }

  /// One object for each finding, to stand inside another.
  public static func objects(_ findings: [Finding]) -> [[String: Any]] {
    findings.map { finding in
      var object: [String: Any] = [
        "rule": finding.rule, "severity": finding.severity.rawValue, "file": finding.file,
        "sentence": finding.sentence,
      ]
      object["line"] = finding.line
      object["column"] = finding.column
      object["value"] = finding.value
      object["suggestion"] = finding.suggestion
      return object
    }
  }
}
