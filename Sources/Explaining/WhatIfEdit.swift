// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities
import Texts

/// One change of the tables as a what-if asks it (`scenario-format.md`, what-if): so anyone who
/// doubts an answer can ask it again with `programme what-if`.
public enum WhatIfEdit: Sendable, Hashable {
  case set(table: String, id: String, cells: [String: String])
  /// Rows without an id.
  case setWhere(table: String, row: [String: String], cells: [String: String])
  case remove(table: String, id: String)
  case removeWhere(table: String, row: [String: String])
  case add(table: String, cells: [String: String])
  /// A whole number of `meeting.json`.
  case meeting(key: String, value: Int)
  /// All days, written again, since a merge patch replaces lists whole.
  case days([Day])

  /// As an entry of a what-if's `changes`.
  public var object: [String: Any] {
    switch self {
    case .set(let table, let id, let cells): ["table": table, "id": id, "set": cells]
    case .setWhere(let table, let row, let cells): ["table": table, "where": row, "set": cells]
    case .remove(let table, let id): ["table": table, "id": id, "remove": true]
    case .removeWhere(let table, let row): ["table": table, "where": row, "remove": true]
    case .add(let table, let cells): ["table": table, "add": cells]
    case .meeting(let key, let value): ["meeting": [key: value]]
    case .days(let days): ["meeting": ["days": days.map(Self.object)]]
    }
  }

  /// Whether changes can follow one another in one what-if: two that rewrite all days undo each
  /// other, and one that rewrites a list of people may too.
  public static func canBeJoined(_ changes: [Correction.Change]) -> Bool {
    let days = changes.count { change in
      switch change {
      case .hour, .hourEveryDay, .giveUp(.open), .giveUp(.starts): true
      default: false
      }
    }
    let lists = changes.compactMap { change -> PeopleCell? in
      guard case .giveUp(.brought(let activity, let column, _)) = change else { return nil }
      return PeopleCell(activity: activity, column: column)
    }
    return days < 2 && Set(lists).count == lists.count
  }

  /// A cell that lists people, of an activity's row.
  private struct PeopleCell: Hashable {
    let activity: Int
    let column: String
  }

  private static func object(_ day: Day) -> [String: Any] {
    var object: [String: Any] = [
      "date": "\(day.date)", "label": day.label,
      "open": day.open.map {
        "\(ClockTime.text($0.lowerBound))-\(ClockTime.text($0.upperBound))"
      },
    ]
    if let starts = day.starts { object["starts"] = starts.map(ClockTime.text) }
    return object
  }
}

extension Correction.Change {
  /// The same change as edits of the tables; `nil` if the tables cannot express it alone (two rows
  /// that nothing distinguishes, or an activity that would be held without the person).
  public func edits(of scenario: Scenario) -> [WhatIfEdit]? {
    switch self {
    case .giveUp(let demand): return demand.edits(of: scenario)
    case .shorten(let s, let minutes):
      let session = scenario.sessions[s]
      return [
        .set(
          table: "sessions", id: session.id, cells: ["minutes": "\(session.minutes - minutes)"])
      ]
    case .raise(let index):
      let limit = scenario.limits[index]
      return [.set(table: "limits", id: limit.id, cells: ["at_most": "\(limit.atMost + 1)"])]
    case .hour(let day):
      var days = scenario.meeting.days
      days[day].lengthen()
      return [.days(days)]
    case .hourEveryDay:
      var days = scenario.meeting.days
      for day in days.indices { days[day].lengthen() }
      return [.days(days)]
    case .room(let index):
      let room = scenario.rooms[index]
      return [
        .add(
          table: "rooms",
          cells: [
            "id": scenario.idOfOneMoreRoom(like: index), "name": room.name,
            "capacity": "\(room.capacity)",
            "features": room.features.sorted().asCell,
            "turnover_minutes": "\(room.turnoverMinutes)",
          ])
      ]
    }
  }
}

extension Request.Demand {
  fileprivate func edits(of scenario: Scenario) -> [WhatIfEdit]? {
    func session(_ index: Int, _ column: String, _ value: String = "") -> [WhatIfEdit] {
      [.set(table: "sessions", id: scenario.sessions[index].id, cells: [column: value])]
    }
    func room(_ index: Int, _ column: String, _ value: String = "") -> WhatIfEdit {
      .set(table: "rooms", id: scenario.rooms[index].id, cells: [column: value])
    }
    switch self {
    case .session(let s): return session(s, "placement", "optional")
    case .pinnedDay(let s): return session(s, "day")
    case .pinnedStart(let s): return session(s, "start")
    case .pinnedRoom(let s): return session(s, "room")
    case .allowed(let s): return session(s, "allowed")
    case .exclusive(let s): return session(s, "exclusive")
    case .needs(let s): return session(s, "needs")
    case .audience(let s): return session(s, "audience", "0")
    case .link(let index): return Self.dropped(link: index, scenario)
    case .limit(let index): return [.remove(table: "limits", id: scenario.limits[index].id)]
    case .roomWindow(let r): return [room(r, "available")]
    case .roomTurnover(let r): return [room(r, "turnover_minutes", "0")]
    case .personWindow(let p):
      return [.set(table: "people", id: scenario.people[p].id, cells: ["available": ""])]
    case .role(let index): return Self.preferred(role: index, scenario)
    case .brought(let activity, let column, let person):
      return Self.without(person, column, of: activity, scenario)
    case .open(let day):
      var days = scenario.meeting.days
      days[day].open = [0..<1440]
      return [.days(days)]
    case .starts(let day):
      var days = scenario.meeting.days
      days[day].starts = nil
      return [.days(days)]
    case .turnover:
      // Rooms may give the meeting's number as their own.
      let own = scenario.rooms.indices.filter {
        scenario.rooms[$0].turnoverMinutes == scenario.meeting.turnoverMinutes
      }
      return [.meeting(key: "turnoverMinutes", value: 0)]
        + own.map { room($0, "turnover_minutes", "0") }
    case .transfer: return [.meeting(key: "transferMinutes", value: 0)]
    }
  }

  private static func dropped(link index: Int, _ scenario: Scenario) -> [WhatIfEdit]? {
    let link = scenario.links[index]
    let alike = scenario.links.count {
      $0.from == link.from && $0.to == link.to && $0.kind == link.kind && $0.strength.isMust
    }
    guard alike == 1 else { return nil }
    return [
      .removeWhere(
        table: "links",
        row: [
          "from": scenario.id(of: link.from), "to": scenario.id(of: link.to),
          "kind": link.kind.rawValue, "strength": "must",
        ])
    ]
  }

  private static func preferred(role index: Int, _ scenario: Scenario) -> [WhatIfEdit]? {
    let role = scenario.roles[index]
    let alike = scenario.roles.count {
      $0.person == role.person && $0.subject == role.subject && $0.role == role.role
    }
    guard alike == 1 else { return nil }
    return [
      .setWhere(
        table: "roles",
        row: [
          "person": scenario.people[role.person].id, "subject": scenario.id(of: role.subject),
          "role": role.role,
        ], cells: ["attendance": "preferred"])
    ]
  }

  private static func without(
    _ person: Int, _ column: String, of activity: Int, _ scenario: Scenario
  ) -> [WhatIfEdit]? {
    var changed = scenario
    changed.activities[activity].people[column]?.removeAll { $0 == person }
    guard Eligibility(changed).held == Eligibility(scenario).held else { return nil }
    let row = changed.activities[activity]
    let left = (row.people[column] ?? []).map { scenario.people[$0].id }
    return [
      .set(
        table: row.file.replacing(".csv", with: ""), id: row.id,
        cells: [column: left.asCell])
    ]
  }
}
