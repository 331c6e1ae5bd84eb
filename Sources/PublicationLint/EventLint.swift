// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses

/// The events of all calendars, to see that a session is the same in each of them.
struct EventBook {
  private var known: [String: (path: String, lines: [String])] = [:]

  /// The calendar in which the event is different, if there is one.
  mutating func other(_ uid: String, _ lines: [String], in path: String) -> String? {
    guard let seen = known[uid] else {
      known[uid] = (path, lines)
      return nil
    }
    return seen.lines == lines ? nil : seen.path
  }
}

/// The events of one calendar.
struct EventLint {
  private let path: String

  init(_ path: String) { self.path = path }

  private func finding(_ line: Int?, _ fault: LintFault) -> LintFinding {
    LintFinding(path, line, fault)
  }

  func findings(
    _ events: [ArraySlice<CalendarLine>], _ book: inout EventBook
  ) -> [LintFinding] {
    var findings: [LintFinding] = []
    var seen: Set<String> = []
    for event in events {
      let first = event.first?.number
      let values = Dictionary(event.map { ($0.name, $0) }, uniquingKeysWith: { one, _ in one })
      let once = [
        "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "STATUS",
      ]
      for name in once where event.count(where: { $0.name == name }) != 1 {
        findings.append(finding(first, .eventLacks(name)))
      }
      for name in ["LOCATION", "GEO", "DESCRIPTION", "URL", "ORGANIZER", "COLOR", "CATEGORIES"]
      where event.count(where: { $0.name == name }) > 1 {
        findings.append(finding(first, .eventRepeats(name)))
      }
      for line in event { findings += value(line) }
      let uid = values["UID"]?.value ?? ""
      if !seen.insert(uid).inserted {
        findings.append(finding(first, .sameUID(uid)))
      }
      if let other = book.other(uid, event.map(\.text), in: path) {
        findings.append(finding(first, .differs(uid: uid, in: other)))
      }
      findings += order(values["DTSTART"], values["DTEND"])
    }
    return findings
  }

  /// If both are on the same clock, the end is after the start; digits compare as text.
  private func order(_ start: CalendarLine?, _ end: CalendarLine?) -> [LintFinding] {
    guard let start, let end, start.parameters == end.parameters else { return [] }
    return start.value < end.value ? [] : [finding(end.number, .endsBeforeStart)]
  }

  private func value(_ line: CalendarLine) -> [LintFinding] {
    let isRight: Bool
    switch line.name {
    case "CATEGORIES": isRight = Self.isList(line.value)
    case "SUMMARY", "LOCATION", "DESCRIPTION", "UID", "COLOR":
      isRight = !line.value.isEmpty && Self.isEscaped(line.value)
    case "DTSTAMP", "LAST-MODIFIED": isRight = Self.isTime(line.value, isUTC: true)
    case "DTSTART", "DTEND":
      isRight = Self.isTime(line.value, isUTC: line.parameters["TZID"] == nil)
    case "GEO": isRight = Self.isPosition(line.value)
    case "SEQUENCE": isRight = Int(line.value).map { $0 >= 0 } ?? false
    case "STATUS": isRight = ["TENTATIVE", "CONFIRMED", "CANCELLED"].contains(line.value)
    case "TRANSP": isRight = ["OPAQUE", "TRANSPARENT"].contains(line.value)
    case "URL", "CONFERENCE", "ORGANIZER": isRight = WebAddress(exactly: line.value) != nil
    default: isRight = false
    }
    return isRight ? [] : [finding(line.number, .badValue(line.name))]
  }

  /// A backslash only before what it may escape; no comma or semicolon unescaped (section 3.3.11).
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

  /// Texts between commas, none of them empty.
  private static func isList(_ value: String) -> Bool {
    var parts = [""]
    var isAfterBackslash = false
    for scalar in value.unicodeScalars {
      if scalar == ",", !isAfterBackslash {
        parts.append("")
      } else {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      }
      isAfterBackslash = scalar == "\\" && !isAfterBackslash
    }
    return parts.allSatisfy { !$0.isEmpty && isEscaped($0) }
  }

  /// Degrees north and east on the earth (section 3.8.1.6).
  private static func isPosition(_ value: String) -> Bool {
    let degrees = value.split(separator: ";", omittingEmptySubsequences: false).map { Double($0) }
    guard degrees.count == 2, let north = degrees[0], let east = degrees[1] else { return false }
    return abs(north) <= 90 && abs(east) <= 180
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
