// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// What no text file may hold: encodings other than UTF-8, control characters, characters that
/// change the direction of what follows.
enum TextLint {
  private static let kinds: Set<String> = [
    "ics", "json", "xml", "atom", "html", "csv", "txt", "js",
  ]

  static func findings(_ file: LintFile) -> [LintFinding] {
    if file.data.isEmpty { return [LintFinding(file.path, .empty)] }
    guard kinds.contains(file.kind) else { return [] }
    let bytes = [UInt8](file.data)
    guard String(validating: bytes, as: UTF8.self) != nil else {
      return [LintFinding(file.path, .notUTF8)]
    }
    var findings: [LintFinding] = []
    var line = 1
    for (place, byte) in bytes.enumerated() {
      if byte == 0x0A { line += 1 }
      if byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F {
        findings.append(LintFinding(file.path, line, .controlCharacter))
      } else if byte == 0xC2, bytes[place + 1] < 0xA0 {
        findings.append(LintFinding(file.path, line, .controlCharacter))
      } else if turns(bytes[place...].prefix(3)) {
        findings.append(LintFinding(file.path, line, .turnsDirection))
      }
      if findings.count > 20 { break }
    }
    return findings
  }

  /// U+061C, U+200E, U+200F, U+202A–202E and U+2066–2069 at the beginning.
  private static func turns(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.starts(with: [0xD8, 0x9C]) { return true }
    guard bytes.count == 3, bytes.starts(with: [0xE2]), let last = bytes.last else { return false }
    return switch bytes[bytes.startIndex + 1] {
    case 0x80: last == 0x8E || last == 0x8F || (0xAA...0xAE).contains(last)
    case 0x81: (0xA6...0xA9).contains(last)
    default: false
    }
  }
}
