// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// Where the findings of one reading gather.
final class Reporter {
  private(set) var findings: [Finding] = []

  func add(_ finding: Finding) { findings.append(finding) }
  func add(_ more: [Finding]) { findings += more }
}
