// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses

/// One calendar against RFC 5545, RFC 7986 and what clients are known to break on.
struct CalendarLint {
  private let path: String
  private let lines: CalendarLines

  init(_ file: LintFile) {
    path = file.path
    lines = CalendarLines(file)
  }

  func findings(_ events: inout EventBook) -> [LintFinding] {
    let all = lines.all
    return lines.findings + structure(all) + frame(all) + zones(all)
      + EventLint(path).findings(components(all, "VEVENT"), &events)
  }

  private func finding(_ line: Int?, _ fault: LintFault) -> LintFinding {
    LintFinding(path, line, fault)
  }

  /// Each BEGIN has its END, and everything is inside one VCALENDAR.
  private func structure(_ lines: [CalendarLine]) -> [LintFinding] {
    var open: [String] = []
    var calendars = 0
    for line in lines {
      if line.name == "BEGIN" {
        open.append(line.value)
        if line.value == "VCALENDAR" { calendars += 1 }
      } else if line.name == "END" {
        guard open.popLast() == line.value else {
          return [finding(line.number, .endsUnbegun("END:\(line.value)"))]
        }
      } else if open.isEmpty {
        return [finding(line.number, .outside)]
      }
    }
    return open.isEmpty && calendars == 1 ? [] : [finding(nil, .notOneCalendar)]
  }

  /// What must come before the first component: Outlook takes a name only from there.
  private func frame(_ lines: [CalendarLine]) -> [LintFinding] {
    let head = lines.dropFirst().prefix { $0.name != "BEGIN" }
    var findings: [LintFinding] = []
    let needed = [
      "VERSION", "PRODID", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "COLOR",
      "X-APPLE-CALENDAR-COLOR",
    ]
    for name in needed where head.count(where: { $0.name == name }) != 1 {
      findings.append(finding(nil, .headLacks(name)))
    }
    for line in head where line.name == "REFRESH-INTERVAL" && line.parameters["VALUE"] != "DURATION"
    {
      findings.append(finding(line.number, .noDuration))
    }
    findings += head.filter { !Self.isRight($0) }.map { finding($0.number, .badValue($0.name)) }
    let hasMethod = lines.contains { $0.name == "METHOD" }
    if hasMethod
      && lines.count(where: { $0.name == "ORGANIZER" }) < components(lines, "VEVENT").count
    {
      findings.append(finding(nil, .methodWithoutOrganizer))
    }
    if lines.contains(where: { $0.name == "ATTENDEE" }) {
      findings.append(finding(nil, .attendee))
    }
    return findings
  }

  /// Addresses are those that go out; a colour for Apple is `#` and six figures.
  private static func isRight(_ line: CalendarLine) -> Bool {
    switch line.name {
    case "URL", "SOURCE": WebAddress(exactly: line.value) != nil
    case "X-APPLE-CALENDAR-COLOR": line.value.wholeMatch(of: /#[0-9A-F]{6}/) != nil
    default: true
    }
  }

  private func components(_ lines: [CalendarLine], _ name: String) -> [ArraySlice<CalendarLine>] {
    var found: [ArraySlice<CalendarLine>] = []
    var start: Int?
    for (index, line) in lines.enumerated() where line.value == name {
      if line.name == "BEGIN" { start = index + 1 }
      if line.name == "END", let first = start { found.append(lines[first..<index]) }
    }
    return found
  }

  /// Each TZID used has its VTIMEZONE, with one STANDARD and at most one DAYLIGHT (MS-OXCICAL).
  private func zones(_ lines: [CalendarLine]) -> [LintFinding] {
    var findings: [LintFinding] = []
    var defined: Set<String> = []
    for zone in components(lines, "VTIMEZONE") {
      defined.formUnion(zone.filter { $0.name == "TZID" }.map(\.value))
      let begins = zone.filter { $0.name == "BEGIN" }.map(\.value)
      let standards = begins.count { $0 == "STANDARD" }
      let daylights = begins.count { $0 == "DAYLIGHT" }
      if standards != 1 {
        findings.append(finding(zone.first?.number, .standardParts(standards)))
      }
      if daylights > 1 {
        findings.append(finding(zone.first?.number, .daylightParts(daylights)))
      }
      for name in ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"]
      where zone.count(where: { $0.name == name }) != begins.count {
        findings.append(finding(zone.first?.number, .zoneLacks(name)))
      }
    }
    for line in lines {
      guard let zone = line.parameters["TZID"], !defined.contains(zone) else { continue }
      findings.append(finding(line.number, .noZone(zone)))
    }
    return findings
  }
}
