// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The events of all calendars, to see that a session is the same in each of them.
struct EventBook {
  private var known: [String: (path: String, lines: [String])] = [:]

  /// The calendar in which the event stands otherwise, if there is one.
  mutating func other(_ uid: String, _ lines: [String], in path: String) -> String? {
    guard let seen = known[uid] else {
      known[uid] = (path, lines)
      return nil
    }
    return seen.lines == lines ? nil : seen.path
  }
}

/// One calendar against RFC 5545, RFC 7986 and what clients are known to break on.
struct CalendarLint {
  private struct Line {
    let number: Int
    let name: String
    let parameters: [String: String]
    let value: String
    let text: String
  }

  private let path: String
  private let bytes: [UInt8]

  init(_ file: PublicationFile) {
    path = file.path
    bytes = [UInt8](file.data)
  }

  func findings(_ events: inout EventBook) -> [LintFinding] {
    var findings = physical()
    let lines = unfolded(&findings)
    findings += structure(lines)
    findings += frame(lines)
    findings += zones(lines)
    findings += self.events(lines, &events)
    return findings
  }

  private func finding(_ line: Int?, _ sentence: String) -> LintFinding {
    LintFinding(path, line, sentence)
  }

  /// CR LF at each end, no more than 75 octets, no character in two (section 3.1).
  private func physical() -> [LintFinding] {
    var findings: [LintFinding] = []
    var number = 1
    var start = 0
    for (place, byte) in bytes.enumerated() where byte == 0x0A {
      let end = place > 0 && bytes[place - 1] == 0x0D ? place - 1 : place
      if end == place { findings.append(finding(number, "the line does not end in CR LF")) }
      if end - start > 75 {
        findings.append(finding(number, "the line has \(end - start) octets, 75 are allowed"))
      }
      if bytes[start..<end].contains(0x0D) {
        findings.append(finding(number, "a CR stands alone"))
      }
      if String(validating: bytes[start..<end], as: UTF8.self) == nil {
        findings.append(finding(number, "a character is split between two lines"))
      }
      start = place + 1
      number += 1
    }
    if start != bytes.count { findings.append(finding(number, "the last line has no end")) }
    return findings
  }

  private func unfolded(_ findings: inout [LintFinding]) -> [Line] {
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
    var lines: [Line] = []
    for (number, text) in texts {
      guard let line = Self.parse(text, number) else {
        findings.append(finding(number, "the line has no name and value"))
        continue
      }
      lines.append(line)
    }
    return lines
  }

  /// Name, parameters and value: the first colon outside quotes parts them.
  private static func parse(_ text: String, _ number: Int) -> Line? {
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
        return Line(
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

  /// Each BEGIN has its END, and all stands in one VCALENDAR.
  private func structure(_ lines: [Line]) -> [LintFinding] {
    var open: [String] = []
    var calendars = 0
    for line in lines {
      if line.name == "BEGIN" {
        open.append(line.value)
        if line.value == "VCALENDAR" { calendars += 1 }
      } else if line.name == "END" {
        guard open.popLast() == line.value else {
          return [finding(line.number, "END:\(line.value) ends what did not begin")]
        }
      } else if open.isEmpty {
        return [finding(line.number, "stands outside the calendar")]
      }
    }
    return open.isEmpty && calendars == 1 ? [] : [finding(nil, "is not one whole calendar")]
  }

  /// What must stand before the first component: Outlook takes a name only from there.
  private func frame(_ lines: [Line]) -> [LintFinding] {
    let head = lines.dropFirst().prefix { $0.name != "BEGIN" }
    var findings: [LintFinding] = []
    let needed = [
      "VERSION", "PRODID", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "COLOR",
    ]
    for name in needed where head.count(where: { $0.name == name }) != 1 {
      findings.append(finding(nil, "\(name) does not stand once before the first component"))
    }
    for line in head where line.name == "REFRESH-INTERVAL" && line.parameters["VALUE"] != "DURATION"
    {
      findings.append(finding(line.number, "REFRESH-INTERVAL lacks VALUE=DURATION"))
    }
    let hasMethod = lines.contains { $0.name == "METHOD" }
    if hasMethod
      && lines.count(where: { $0.name == "ORGANIZER" }) < components(lines, "VEVENT").count
    {
      findings.append(finding(nil, "METHOD stands without ORGANIZER in each event"))
    }
    if lines.contains(where: { $0.name == "ATTENDEE" }) {
      findings.append(finding(nil, "ATTENDEE stands in a public calendar"))
    }
    return findings
  }

  private func components(_ lines: [Line], _ name: String) -> [ArraySlice<Line>] {
    var found: [ArraySlice<Line>] = []
    var start: Int?
    for (index, line) in lines.enumerated() where line.value == name {
      if line.name == "BEGIN" { start = index + 1 }
      if line.name == "END", let first = start { found.append(lines[first..<index]) }
    }
    return found
  }

  /// Each TZID used has its VTIMEZONE, with one STANDARD and at most one DAYLIGHT (MS-OXCICAL).
  private func zones(_ lines: [Line]) -> [LintFinding] {
    var findings: [LintFinding] = []
    var defined: Set<String> = []
    for zone in components(lines, "VTIMEZONE") {
      defined.formUnion(zone.filter { $0.name == "TZID" }.map(\.value))
      let begins = zone.filter { $0.name == "BEGIN" }.map(\.value)
      if begins.count(where: { $0 == "STANDARD" }) != 1 {
        findings.append(finding(zone.first?.number, "the VTIMEZONE has not one STANDARD"))
      }
      if begins.count(where: { $0 == "DAYLIGHT" }) > 1 {
        findings.append(finding(zone.first?.number, "the VTIMEZONE has more than one DAYLIGHT"))
      }
      for name in ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"]
      where zone.count(where: { $0.name == name }) != begins.count {
        findings.append(finding(zone.first?.number, "a part of the VTIMEZONE lacks \(name)"))
      }
    }
    for line in lines {
      guard let zone = line.parameters["TZID"], !defined.contains(zone) else { continue }
      findings.append(finding(line.number, "\(zone) has no VTIMEZONE"))
    }
    return findings
  }

  private func events(_ lines: [Line], _ book: inout EventBook) -> [LintFinding] {
    var findings: [LintFinding] = []
    var seen: Set<String> = []
    for event in components(lines, "VEVENT") {
      let first = event.first?.number
      let values = Dictionary(event.map { ($0.name, $0) }, uniquingKeysWith: { one, _ in one })
      let once = [
        "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "STATUS",
      ]
      for name in once where event.count(where: { $0.name == name }) != 1 {
        findings.append(finding(first, "the event does not have one \(name)"))
      }
      for name in ["LOCATION", "DESCRIPTION", "URL", "ORGANIZER", "COLOR"]
      where event.count(where: { $0.name == name }) > 1 {
        findings.append(finding(first, "the event has more than one \(name)"))
      }
      for line in event { findings += value(line) }
      let uid = values["UID"]?.value ?? ""
      if !seen.insert(uid).inserted {
        findings.append(finding(first, "the UID \(uid) is there twice"))
      }
      if let other = book.other(uid, event.map(\.text), in: path) {
        findings.append(finding(first, "the event \(uid) is otherwise in \(other)"))
      }
      findings += order(values["DTSTART"], values["DTEND"])
    }
    return findings
  }

  /// Where both are on one clock, the end is after the start; digits compare as text.
  private func order(_ start: Line?, _ end: Line?) -> [LintFinding] {
    guard let start, let end, start.parameters == end.parameters else { return [] }
    return start.value < end.value ? [] : [finding(end.number, "the event ends before it begins")]
  }

  private func value(_ line: Line) -> [LintFinding] {
    let isRight: Bool
    switch line.name {
    case "SUMMARY", "LOCATION", "DESCRIPTION", "CATEGORIES", "UID", "COLOR":
      isRight = !line.value.isEmpty && Self.isEscaped(line.value)
    case "DTSTAMP", "LAST-MODIFIED": isRight = Self.isTime(line.value, isUTC: true)
    case "DTSTART", "DTEND":
      isRight = Self.isTime(line.value, isUTC: line.parameters["TZID"] == nil)
    case "SEQUENCE": isRight = Int(line.value).map { $0 >= 0 } ?? false
    case "STATUS": isRight = ["TENTATIVE", "CONFIRMED", "CANCELLED"].contains(line.value)
    case "TRANSP": isRight = ["OPAQUE", "TRANSPARENT"].contains(line.value)
    case "URL", "CONFERENCE", "ORGANIZER":
      isRight = line.value.contains(":") && line.value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    default: isRight = false
    }
    return isRight ? [] : [finding(line.number, "\(line.name) has a value that it must not have")]
  }

  /// A backslash only before what it may stand before; no comma or semicolon bare (section 3.3.11).
  private static func isEscaped(_ value: String) -> Bool {
    var isAfterBackslash = false
    for scalar in value.unicodeScalars {
      if isAfterBackslash {
        guard "\\;,nN".unicodeScalars.contains(scalar) else { return false }
        isAfterBackslash = false
      } else if scalar == "\\" {
        isAfterBackslash = true
      } else if scalar == ";" || scalar == "," {
        return false
      }
    }
    return !isAfterBackslash
  }

  /// `20231009T093000`, with `Z` in UTC.
  private static func isTime(_ value: String, isUTC: Bool) -> Bool {
    let bytes = Array(value.utf8)
    guard bytes.count == (isUTC ? 16 : 15), bytes[8] == UInt8(ascii: "T"),
      !isUTC || bytes[15] == UInt8(ascii: "Z")
    else { return false }
    return bytes.prefix(15).enumerated().allSatisfy { $0 == 8 || (0x30...0x39).contains($1) }
  }
}
