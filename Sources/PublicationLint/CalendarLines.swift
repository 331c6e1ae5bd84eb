// SPDX-License-Identifier: GPL-3.0-or-later

/// A line of a calendar, unfolded and split.
struct CalendarLine {
  /// The number of the first of the lines that it was folded into.
  let number: Int
  let name: String
  let parameters: [String: String]
  let value: String
  let text: String
}

/// A calendar as lines, with what is wrong with them as lines (RFC 5545, section 3.1).
struct CalendarLines {
  private(set) var all: [CalendarLine] = []
  private(set) var findings: [LintFinding]

  init(_ file: LintFile) {
    let bytes = [UInt8](file.data)
    findings = Self.physical(bytes, file.path)
    for (number, text) in Self.unfolded(bytes) {
      if let line = Self.parse(text, number) {
        all.append(line)
      } else {
        findings.append(LintFinding(file.path, number, .noNameAndValue))
      }
    }
  }

  /// CR LF at each end, no more than 75 octets, no character split over two (section 3.1).
  private static func physical(_ bytes: [UInt8], _ path: String) -> [LintFinding] {
    var findings: [LintFinding] = []
    var number = 1
    var start = 0
    for (place, byte) in bytes.enumerated() where byte == 0x0A {
      let end = place > 0 && bytes[place - 1] == 0x0D ? place - 1 : place
      if end == place { findings.append(LintFinding(path, number, .noLineEnd)) }
      if end - start > 75 {
        findings.append(LintFinding(path, number, .longLine(octets: end - start)))
      }
      if bytes[start..<end].contains(0x0D) {
        findings.append(LintFinding(path, number, .bareReturn))
      }
      if String(validating: bytes[start..<end], as: UTF8.self) == nil {
        findings.append(LintFinding(path, number, .splitCharacter))
      }
      start = place + 1
      number += 1
    }
    if start != bytes.count { findings.append(LintFinding(path, number, .noLastEnd)) }
    return findings
  }

  /// A line that begins with a blank continues the one before it (section 3.1).
  private static func unfolded(_ bytes: [UInt8]) -> [(number: Int, text: String)] {
    var texts: [(number: Int, text: String)] = []
    let physical = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in physical.enumerated() where !line.isEmpty {
      let content = line.last == 0x0D ? line.dropLast() : line
      if content.first == 0x20, !texts.isEmpty {
        texts[texts.count - 1].text += String(decoding: content.dropFirst(), as: UTF8.self)
      } else {
        texts.append((index + 1, String(decoding: content, as: UTF8.self)))
      }
    }
    return texts
  }

  /// Name, parameters and value: the first colon outside quotes separates them.
  private static func parse(_ text: String, _ number: Int) -> CalendarLine? {
    var isQuoted = false
    var parts: [String] = [""]
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\"" { isQuoted.toggle() }
      if scalar == ":" && !isQuoted {
        let names = parts[0].unicodeScalars
        guard !names.isEmpty,
          names.allSatisfy({ ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "-" })
        else { return nil }
        var parameters: [String: String] = [:]
        for part in parts.dropFirst() {
          let pair = part.split(separator: "=", maxSplits: 1)
          guard pair.count == 2 else { return nil }
          parameters[String(pair[0])] = pair[1].filter { $0 != "\"" }
        }
        return CalendarLine(
          number: number, name: parts[0], parameters: parameters, value: String(rest), text: text)
      }
      if scalar == ";" && !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      }
    }
    return nil
  }
}
