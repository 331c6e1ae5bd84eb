// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities
import Tables

/// All hard requests of a scenario, in the order in which they are kept if one of several would do:
/// sessions, then what people asked for, then what the house gives.
struct RequestList {
  private let scenario: Scenario
  private let tables: AskedTables
  private let places: RowPlaces
  private(set) var requests: [Request] = []

  /// - Parameter places: where the rows of the tables are.
  init(_ scenario: Scenario, _ places: RowPlaces) {
    self.scenario = scenario
    tables = AskedTables(scenario)
    self.places = places
    let held = Eligibility(scenario).held
    let demanded = scenario.sessions.indices.filter {
      scenario.sessions[$0].placement == .must && !held.contains($0)
    }
    for session in demanded { addSession(session) }
    for session in demanded { addPins(session) }
    addLinks()
    addLimits()
    for session in demanded { addFit(session) }
    addPeople(demanded)
    addRooms()
    addMeeting()
  }

  private mutating func add(_ demand: Request.Demand, _ column: String?, at place: Table.Place) {
    requests.append(
      Request(
        demand: demand, place: place, column: column, price: PriceList.price(of: demand, scenario),
        tables: tables))
  }

  /// - Parameter column: where a what-if has set its cell, the place is that cell's.
  private mutating func add(
    _ demand: Request.Demand, _ column: String?, row index: Int, of table: String, line: Int
  ) {
    add(demand, column, at: places.row(index, of: table, line: line, column: column))
  }

  private mutating func add(_ demand: Request.Demand, _ column: String, session index: Int) {
    add(demand, column, row: index, of: "sessions", line: scenario.sessions[index].line)
  }

  private mutating func addSession(_ index: Int) {
    add(.session(index), "placement", session: index)
  }

  private mutating func addPins(_ index: Int) {
    let session = scenario.sessions[index]
    if session.pin.date != nil { add(.pinnedDay(index), "day", session: index) }
    if session.pin.start != nil { add(.pinnedStart(index), "start", session: index) }
    if session.pin.room != nil { add(.pinnedRoom(index), "room", session: index) }
    if session.allowed != nil { add(.allowed(index), "allowed", session: index) }
    if session.isExclusive { add(.exclusive(index), "exclusive", session: index) }
  }

  private mutating func addFit(_ index: Int) {
    let session = scenario.sessions[index]
    if session.audience > 0 { add(.audience(index), "audience", session: index) }
    if !session.needs.isEmpty { add(.needs(index), "needs", session: index) }
  }

  private mutating func addLinks() {
    for (index, link) in scenario.links.enumerated() where link.strength.isMust {
      add(.link(index), nil, row: index, of: "links", line: link.line)
    }
  }

  private mutating func addLimits() {
    for (index, limit) in scenario.limits.enumerated() where limit.strength.isMust {
      add(.limit(index), nil, row: index, of: "limits", line: limit.line)
    }
  }

  private mutating func addPeople(_ demanded: [Int]) {
    let attendances = Attendances(scenario)
    let needed = Set(demanded.flatMap { attendances.required($0) })
    for person in needed.sorted() where scenario.people[person].available != nil {
      let line = scenario.people[person].line
      add(.personWindow(person), "available", row: person, of: "people", line: line)
    }
    for (index, role) in scenario.roles.enumerated() where role.attendance == .required {
      guard scenario.sessions(of: role.subject).contains(where: demanded.contains) else { continue }
      add(.role(index), nil, row: index, of: "roles", line: role.line)
    }
    for (index, activity) in scenario.activities.enumerated() {
      guard demanded.contains(where: { scenario.sessions[$0].activities.contains(index) }) else {
        continue
      }
      for column in Self.bringing(activity.kind) {
        let row = Table.Place(file: activity.file, line: activity.line)
        for person in activity.people[column] ?? [] {
          add(
            .brought(activity: index, column: column, person: person), column,
            at: places.placed(row, column))
        }
      }
    }
  }

  /// The columns of an activity's row that make people required (`modalities.md`, "In the room").
  private static func bringing(_ kind: Kind) -> [String] {
    switch kind {
    case .dc, .nri: ["contact"]
    case .bpf: ["mag_facilitators", "penholder"]
    case .pn: ["mag_liaisons", "consultant", "secretariat_focal_point"]
    default: []
    }
  }

  private mutating func addRooms() {
    for (index, room) in scenario.rooms.enumerated() {
      if room.available != nil {
        add(.roomWindow(index), "available", row: index, of: "rooms", line: room.line)
      }
      if room.turnoverMinutes != scenario.meeting.turnoverMinutes, room.turnoverMinutes > 0 {
        add(.roomTurnover(index), "turnover_minutes", row: index, of: "rooms", line: room.line)
      }
    }
  }

  private mutating func addMeeting() {
    let meeting = scenario.meeting
    if meeting.turnoverMinutes > 0 {
      add(.turnover, "turnoverMinutes", at: places.key("turnoverMinutes"))
    }
    if meeting.transferMinutes > 0 {
      add(.transfer, "transferMinutes", at: places.key("transferMinutes"))
    }
    for index in meeting.days.indices where meeting.days[index].starts != nil {
      add(
        .starts(day: index), "starts", at: places.key("days[\(index)].starts", "days[\(index)]"))
    }
    for index in meeting.days.indices {
      add(.open(day: index), "open", at: places.key("days[\(index)].open", "days[\(index)]"))
    }
  }
}
