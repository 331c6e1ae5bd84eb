// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// Findings about one file that say the same of several cells of a column.
struct FindingGroup {
  /// What two findings share that differ only in place and value.
  private struct Key: Hashable {
    let rule: String
    let severity: Finding.Severity
    let column: String?
    let sentence: String
  }

  /// From this many on they are reported once: a few are read faster one by one.
  private static let least = 4
  /// The most examples with suggestions of their own.
  private static let mostExamples = 5

  private var findings: [Finding]

  /// The findings in groups, each at the place of its first.
  static func all(_ findings: [Finding]) -> [FindingGroup] {
    var counts: [Key: Int] = [:]
    for finding in findings { counts[key(finding), default: 0] += 1 }
    var places: [Key: Int] = [:]
    var groups: [FindingGroup] = []
    for finding in findings {
      let key = key(finding)
      let isRepeated = finding.line != nil && counts[key] ?? 0 >= least
      if isRepeated, let place = places[key] {
        groups[place].findings.append(finding)
        continue
      }
      places[key] = groups.count
      groups.append(FindingGroup(findings: [finding]))
    }
    return groups
  }

  private static func key(_ finding: Finding) -> Key {
    let value = finding.value ?? ""
    let sentence = value.isEmpty ? finding.sentence : finding.sentence.replacing(value, with: "…")
    return Key(
      rule: finding.rule, severity: finding.severity, column: finding.column, sentence: sentence)
  }

  var text: String {
    guard let first = findings.first else { return "" }
    var text = "  \(label(first))\(first.sentence)\n"
    let suggestions = Set(findings.map(\.suggestion))
    if suggestions.count == 1 || findings.count == 1 {
      if let suggestion = first.suggestion { text += "      → \(suggestion)\n" }
      return text + others
    }
    for finding in findings.prefix(Self.mostExamples) {
      guard let line = finding.line, let suggestion = finding.suggestion else { continue }
      let place = finding.sheet?.text ?? "line \(line)"
      text += "      \(place): '\(finding.value ?? "")' → \(suggestion)\n"
    }
    let rest = findings.count - Self.mostExamples
    if rest > 0 { text += "      and \(rest) more; --json lists every one\n" }
    return text
  }

  /// The other values of a group, and where they are.
  private var others: String {
    guard findings.count > 1 else { return "" }
    var values: [String] = []
    for finding in findings {
      if let value = finding.value, !values.contains(value) { values.append(value) }
    }
    var lines: [String] = []
    for finding in findings {
      guard let line = finding.sheet?.cell ?? finding.line.map(String.init) else { continue }
      if lines.last != line { lines.append(line) }
    }
    let noun = findings[0].sheet.map { $0.cell == nil ? "rows" : "cells" } ?? "lines"
    let shown = lines.listed(atMost: 12)
    let others = values.dropFirst().prefix(Self.mostExamples).map { "'\($0)'" }
    let also = others.isEmpty ? "" : "; also \(others.joined(separator: ", "))"
    return "      \(noun) \(shown)\(also)\n"
  }

  private func label(_ finding: Finding) -> String {
    var label =
      switch finding.severity {
      case .warning: "warning, "
      case .note: "note, "
      default: ""
      }
    if findings.count > 1, let line = finding.line {
      let cells = finding.column.map { "\(findings.count) cells of column \($0)" }
      let first = finding.sheet.map { "in \($0.text)" } ?? "on line \(line)"
      label += "in \(cells ?? "\(findings.count) rows"), the first \(first), "
    } else {
      if let sheet = finding.sheet, sheet.row != nil {
        label += sheet.text + ", "
      } else if let line = finding.line {
        label += "line \(line), "
      }
      if let column = finding.column { label += "column \(column), " }
    }
    if label.isEmpty { return "" }
    label.removeLast(2)
    return label + ": "
  }
}
