// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Reads a letter as mail servers do (RFC 5322): lines, and the headers that it has and may have.
enum MailLint {
  private static let needed = [
    "date", "subject", "message-id", "mime-version", "content-type", "x-unsent",
  ]
  private static let allowed =
    needed + ["from", "to", "content-language", "content-transfer-encoding"]

  static func findings(_ file: LintFile) -> [LintFinding] {
    let (lines, findings) = lines(file)
    return findings + headers(lines, file.path)
  }

  private static func lines(_ file: LintFile) -> ([String], [LintFinding]) {
    var findings: [LintFinding] = []
    if file.data.contains(where: { $0 >= 0x80 }) {
      findings.append(LintFinding(file.path, .notASCII))
    }
    let parts = file.data.split(separator: 0x0A, omittingEmptySubsequences: false)
    var lines: [String] = []
    for (place, part) in parts.enumerated() {
      let isLast = place == parts.count - 1
      if isLast && part.isEmpty { break }
      if isLast || part.last != 0x0D {
        findings.append(LintFinding(file.path, place + 1, .noLineEnd))
      }
      let line = part.last == 0x0D ? part.dropLast() : part
      if line.contains(0x0D) { findings.append(LintFinding(file.path, place + 1, .bareReturn)) }
      if line.count > 998 {
        findings.append(LintFinding(file.path, place + 1, .longMailLine(octets: line.count)))
      }
      lines.append(String(decoding: line, as: UTF8.self))
    }
    return (lines, findings)
  }

  /// Up to the first empty line; a line that begins with a blank goes on with the one before.
  private static func headers(_ lines: [String], _ path: String) -> [LintFinding] {
    let names = lines.prefix { !$0.isEmpty }.filter { $0.first != " " && $0.first != "\t" }
      .map { $0.prefix { $0 != ":" }.lowercased() }
    return needed.filter { !names.contains($0) }.map { LintFinding(path, .mailLacks($0)) }
      + Set(names).sorted().flatMap { name in
        (names.count { $0 == name } > 1 ? [LintFinding(path, .mailRepeats(name))] : [])
          + (allowed.contains(name) ? [] : [LintFinding(path, .strangeHeader(name))])
      }
  }
}
