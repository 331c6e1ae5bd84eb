// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// What no text file may hold: other encodings than UTF-8, control characters, characters that turn
/// the direction of what follows.
enum TextLint {
  private static let kinds: Set<String> = [
    "ics", "json", "xml", "atom", "html", "csv", "txt",
  ]

  static func findings(_ file: LintFile) -> [LintFinding] {
    if file.data.isEmpty { return [LintFinding(file.path, .empty)] }
    guard kinds.contains(file.kind) else { return [] }
    let bytes = [UInt8](file.data)
    guard String(validating: bytes, as: UTF8.self) != nil else {
      return [LintFinding(file.path, .notUTF8)]
    }
    // The exact copy for programs has each title as it stands in the tables.
    let isExact = file.path.hasSuffix("/schedule.csv")
    var findings: [LintFinding] = []
    var line = 1
    for (place, byte) in bytes.enumerated() {
      if byte == 0x0A { line += 1 }
      if byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F {
        findings.append(LintFinding(file.path, line, .controlCharacter))
      } else if byte == 0xC2, bytes[place + 1] < 0xA0 {
        findings.append(LintFinding(file.path, line, .controlCharacter))
      } else if byte == 0xE2, !isExact, turns(bytes[place + 1], bytes[place + 2]) {
        findings.append(LintFinding(file.path, line, .turnsDirection))
      }
      if findings.count > 20 { break }
    }
    return findings
  }

  /// U+202A–202E and U+2066–2069.
  private static func turns(_ second: UInt8, _ third: UInt8) -> Bool {
    (second == 0x80 && (0xAA...0xAE).contains(third))
      || (second == 0x81 && (0xA6...0xA9).contains(third))
  }
}
