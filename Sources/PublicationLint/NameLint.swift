// SPDX-License-Identifier: GPL-3.0-or-later

import Files

/// The names of a publication's files: each stands once, on disks that know no capital letters too, and
/// Windows can store it.
enum NameLint {
  static func findings(_ paths: [String], inherited: Set<String>) -> [LintFinding] {
    var findings: [LintFinding] = []
    var known: [String: String] = [:]
    for path in paths {
      if let other = known[path.lowercased()] {
        if other == path {
          findings.append(LintFinding(path, .sameName))
        } else if !inherited.contains(path) && !inherited.contains(other) {
          findings.append(LintFinding(path, .sameNameInCapitals(other)))
        }
      }
      known[path.lowercased()] = path
      let steps = path.split(separator: "/", omittingEmptySubsequences: false)
      if !inherited.contains(path), steps.contains(where: { WindowsName.isReserved(String($0)) }) {
        findings.append(LintFinding(path, .reservedName))
      }
    }
    return findings
  }
}
