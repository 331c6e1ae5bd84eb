// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities
import Programmes
import Tables

/// The tables as the page has them: what sessions, rooms and days there are, and what `check` says.
enum ScenarioJSON {
  static func of(_ tables: TablesNow) -> JSONValue {
    guard let scenario = tables.scenario else { return unreadable(tables) }
    let meeting = scenario.meeting
    return [
      "id": .text(meeting.id), "title": .text(meeting.name),
      "zone": .text(meeting.zone.zone.identifier), "digest": .text(tables.reading.digest),
      "usable": .bool(tables.reading.isUsable),
      "days": .list(meeting.days.map(day)), "grid_minutes": .number(meeting.gridMinutes),
      "rooms": .list(scenario.rooms.map { room($0, scenario) }),
      "kinds": named(Set(scenario.activities.map(\.kind.token)).sorted(), KindNames.name),
      "themes": named(Set(scenario.sessions.flatMap(\.themes)).sorted(), ThemeNames.name),
      "people": .list(
        scenario.people.indices.map {
          ["id": .text(scenario.people[$0].id), "name": .text(scenario.name(ofPerson: $0))]
        }),
      "activities": .list(scenario.activities.map { activity($0, scenario) }),
      "sessions": .list(scenario.sessions.indices.map { session($0, tables, scenario) }),
      "findings": findings(tables.reading.findings),
      "what_ifs": .list(
        tables.reading.whatIfs.map { ["name": .text($0.name), "question": .text($0.question)] }),
    ]
  }

  private static func unreadable(_ tables: TablesNow) -> JSONValue {
    [
      "id": "", "title": "", "zone": "UTC", "digest": .text(tables.reading.digest),
      "usable": false, "days": [], "grid_minutes": 15, "rooms": [], "kinds": [], "themes": [],
      "people": [], "activities": [], "sessions": [],
      "findings": findings(tables.reading.findings),
    ]
  }

  static func findings(_ findings: [Finding]) -> JSONValue {
    .list(
      findings.map { finding in
        [
          "id": .text(finding.rule), "severity": .text(finding.severity.rawValue),
          "file": .text(finding.file), "line": .optional(finding.line),
          "column": .optional(finding.column), "value": .optional(finding.value),
          "sentence": .text(finding.sentence), "suggestion": .optional(finding.suggestion),
        ]
      })
  }

  private static func named(_ ids: [String], _ name: (String) -> String) -> JSONValue {
    .list(ids.map { ["id": .text($0), "name": .text(name($0))] })
  }

  private static func day(_ day: Day) -> JSONValue {
    [
      "date": .text("\(day.date)"), "label": .text(day.label),
      "open": .list(
        day.open.map {
          .texts([ClockTime.text($0.lowerBound), ClockTime.text($0.upperBound)])
        }),
      "starts": day.starts.map { .texts($0.map { ClockTime.text($0) }) } ?? .null,
    ]
  }

  private static func room(_ room: Room, _ scenario: Scenario) -> JSONValue {
    [
      "id": .text(room.id), "name": .text(room.calledName), "seats": .number(room.capacity),
      "facilities": .texts(room.features.sorted()),
      "parts": .texts(room.parts.map { scenario.rooms[$0].id }),
    ]
  }

  private static func activity(_ activity: Activity, _ scenario: Scenario) -> JSONValue {
    [
      "id": .text(activity.id), "name": .text(activity.name.isEmpty ? activity.id : activity.name),
      "kind": .text(activity.kind.token), "contacts": contacts(activity, scenario),
    ]
  }

  /// Whom to ask about an activity's sessions.
  static func contacts(_ activity: Activity, _ scenario: Scenario) -> JSONValue {
    let people = Attendances.broughtBy(activity).filter { $0.attendance == .required }
    return .texts(people.map { scenario.name(ofPerson: $0.person) })
  }

  private static func session(
    _ index: Int, _ tables: TablesNow, _ scenario: Scenario
  ) -> JSONValue {
    let session = scenario.sessions[index]
    return [
      "id": .text(session.id), "title": .text(session.title.isEmpty ? session.id : session.title),
      "kind": .text(scenario.kinds(ofSession: index).first?.token ?? ""),
      "minutes": .number(session.minutes), "audience": .number(session.audience),
      "themes": .texts(session.themes),
      "activities": .texts(session.activities.map { scenario.activities[$0].id }),
      "people": .list(
        tables.people[index].map { own in
          [
            "id": .text(scenario.people[own.person].id), "role": .text(own.attendance.rawValue),
          ]
        }),
      "pinned_by_table": .bool(session.pin != Session.Pin()),
      "optional": .bool(session.placement == .optional),
      "held_reason": .optional(heldReason(index, tables, scenario)),
      "links": .texts(tables.linked[index].map { scenario.sessions[$0].id }),
    ]
  }

  /// Which requirements hold a session back; `nil` for a session that is not held.
  private static func heldReason(
    _ index: Int, _ tables: TablesNow, _ scenario: Scenario
  ) -> String? {
    guard let eligibility = tables.eligibility, eligibility.held.contains(index) else { return nil }
    return scenario.sessions[index].activities.flatMap { activity in
      eligibility.answers[activity].filter(\.holdsBack).map { answer in
        let name = scenario.activities[activity].name
        let id = scenario.activities[activity].id
        return "\(name.isEmpty ? id : name): \(answer.requirement.title)"
          + " (\(answer.requirement.id))"
      }
    }.joined(separator: "; ")
  }
}
