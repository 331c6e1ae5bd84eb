// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import ScenarioFiles
import Scratch

/// A tiny meeting as the tables that a committee would edit, in a folder of its own: what is claimed
/// about it can be asked again as a what-if.
struct TinyTables {
  private let scratch = ScratchFolder()
  private var folder: URL { scratch.url }

  init(_ scenario: Scenario) throws {
    try FileManager.default.createDirectory(
      at: folder.appending(path: "what-if"), withIntermediateDirectories: true)
    try json(Self.meeting(scenario.meeting), to: "meeting.json")
    try table("rooms", "id,name,capacity,features,available", scenario.rooms.map(Self.row))
    try table(
      "programme-elements", "id,name,kind",
      scenario.activities.map { [$0.id, $0.name, $0.kind.token] })
    try table(
      "sessions", "id,activity,title,minutes,audience,needs,placement,day,start,room,exclusive",
      scenario.sessions.map { Self.row($0, scenario) })
    try table("people", "id,name,available", scenario.people.map(Self.row))
    try table(
      "roles", "person,subject,role,attendance",
      scenario.roles.map {
        [scenario.people[$0.person].id, scenario.id(of: $0.subject), $0.role, "required"]
      })
    try table(
      "links", "from,to,kind,strength",
      scenario.links.map {
        [
          scenario.id(of: $0.from), scenario.id(of: $0.to), $0.kind.rawValue,
          Self.text($0.strength),
        ]
      })
    try table(
      "limits", "id,at_most,per,strength",
      scenario.limits.map { [$0.id, "\($0.atMost)", $0.per.rawValue, Self.text($0.strength)] })
  }

  /// The meeting as it is read, or as it is with some changes.
  func read(_ changes: [[String: Any]] = []) throws -> ScenarioReading {
    guard !changes.isEmpty else { return ScenarioFolder.read(folder) }
    try json(["question": "Again?", "changes": changes], to: "what-if/again.json")
    return ScenarioFolder.read(folder, whatIf: "again")
  }

  private func table(_ name: String, _ head: String, _ rows: [[String]]) throws {
    let lines = [head] + rows.map { $0.joined(separator: ",") }
    try Data((lines.joined(separator: "\n") + "\n").utf8)
      .write(to: folder.appending(path: name + ".csv"))
  }

  private func json(_ object: [String: Any], to name: String) throws {
    try JSONSerialization.data(withJSONObject: object).write(to: folder.appending(path: name))
  }

  private static func meeting(_ meeting: Meeting) -> [String: Any] {
    [
      "id": meeting.id, "name": meeting.name, "timeZone": "Europe/Oslo",
      "gridMinutes": meeting.gridMinutes, "turnoverMinutes": meeting.turnoverMinutes,
      "transferMinutes": meeting.transferMinutes,
      "days": meeting.days.map { day in
        var object: [String: Any] = [
          "date": "\(day.date)", "label": day.label,
          "open": day.open.map {
            "\(ClockTime.text($0.lowerBound))-\(ClockTime.text($0.upperBound))"
          },
        ]
        if let starts = day.starts { object["starts"] = starts.map(ClockTime.text) }
        return object
      },
    ]
  }

  private static func row(_ room: Room) -> [String] {
    [
      room.id, room.name, "\(room.capacity)", room.features.sorted().joined(separator: ";"),
      windows(room.available),
    ]
  }

  private static func row(_ person: Person) -> [String] {
    [person.id, person.name, windows(person.available)]
  }

  private static func row(_ session: Session, _ scenario: Scenario) -> [String] {
    [
      session.id, session.activities.map { scenario.activities[$0].id }.joined(separator: ";"),
      session.title, "\(session.minutes)", "\(session.audience)",
      session.needs.sorted().joined(separator: ";"), session.placement.rawValue,
      session.pin.date.map { "\($0)" } ?? "", session.pin.start.map(ClockTime.text) ?? "",
      session.pin.room.map { scenario.rooms[$0].id } ?? "", session.isExclusive ? "yes" : "",
    ]
  }

  private static func windows(_ windows: [Interval]?) -> String {
    (windows ?? []).map(\.description).joined(separator: ";")
  }

  private static func text(_ strength: Strength) -> String {
    if case .cost(let cost) = strength { return "\(cost)" }
    return "must"
  }
}
