// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities
import Tables

/// All requests of a scenario that are hard, in the order in which they are kept where one of
/// several would do: sessions, then what people asked for, then what the house gives.
struct RequestList {
  private let scenario: Scenario
  private let places: RowPlaces
  private(set) var requests: [Request] = []

  /// - Parameter scenario: with nothing but what is hard (`demands`), its rows in the numbers of
  ///   `origin`.
  init(_ origin: Scenario, _ places: RowPlaces) {
    scenario = origin
    self.places = places
    let held = Eligibility(origin).held
    let demanded = origin.sessions.indices.filter {
      origin.sessions[$0].placement == .must && !held.contains($0)
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

  private mutating func add(
    _ demand: Request.Demand, _ place: (String?) -> Table.Place, _ column: String?,
    _ subject: String, _ clause: String, way: String, price: Int
  ) {
    requests.append(
      Request(
        demand: demand, place: place(column), column: column, clause: clause, subject: subject,
        way: way,
        price: price))
  }

  private func row(_ session: Int) -> (String?) -> Table.Place {
    row(session, of: "sessions", line: scenario.sessions[session].line)
  }

  /// The place of a row, or of one of its cells where a what-if has set it.
  private func row(_ index: Int, of table: String, line: Int) -> (String?) -> Table.Place {
    { [places] in places.row(index, of: table, line: line, column: $0) }
  }

  private mutating func addSession(_ index: Int) {
    let session = scenario.sessions[index]
    add(
      .session(index), row(index), "placement", session.id,
      "must be placed (\(session.minutes) minutes)", way: "leave \(session.id) out",
      price: PriceList.session(session, scenario.meeting))
  }

  private mutating func addPins(_ index: Int) {
    let session = scenario.sessions[index]
    let (place, id) = (row(index), session.id)
    if let date = session.pin.date {
      add(
        .pinnedDay(index), place, "day", id, "is pinned to \(date)",
        way: "move the pin of \(id) to another day", price: PriceList.movedPin)
    }
    if let start = session.pin.start {
      add(
        .pinnedStart(index), place, "start", id, "is pinned to \(ClockTime.text(start))",
        way: "move the pin of \(id) to another start", price: PriceList.movedPin)
    }
    if let room = session.pin.room {
      add(
        .pinnedRoom(index), place, "room", id, "is pinned to room \(scenario.rooms[room].id)",
        way: "move the pin of \(id) to another room", price: PriceList.movedPin)
    }
    if let allowed = session.allowed {
      add(
        .allowed(index), place, "allowed", id, "must lie on \(Self.words(allowed))",
        way: "allow \(id) at other times", price: PriceList.allowed)
    }
    if session.isExclusive {
      add(
        .exclusive(index), place, "exclusive", id, "runs with nothing else beside it",
        way: "let others run beside \(id)", price: PriceList.exclusive)
    }
  }

  private mutating func addFit(_ index: Int) {
    let session = scenario.sessions[index]
    let (place, id) = (row(index), session.id)
    if session.audience > 0 {
      add(
        .audience(index), place, "audience", id, "wants \(session.audience) seats",
        way: "let \(id) do with fewer seats", price: PriceList.roomFit)
    }
    if !session.needs.isEmpty {
      let needs = session.needs.sorted().joined(separator: ", ")
      add(
        .needs(index), place, "needs", id, "needs \(needs)", way: "let \(id) do without \(needs)",
        price: PriceList.roomFit)
    }
  }

  private mutating func addLinks() {
    for (index, link) in scenario.links.enumerated() where link.strength.isMust {
      let (from, to) = (scenario.id(of: link.from), scenario.id(of: link.to))
      var clause: String
      switch link.kind {
      case .apart: clause = "must not overlap with \(to)"
      case .before:
        clause = "must end before \(to) begins"
        if link.minGap > 0 { clause += ", at least \(link.minGap) minutes" }
        if let most = link.maxGap { clause += ", at most \(most) minutes" }
      case .sameDay: clause = "must be on one day with \(to)"
      case .otherDay: clause = "must be on another day than \(to)"
      case .backToBack:
        clause = "must follow or precede \(to) within \(link.maxGap ?? 30) minutes"
      case .sameRoom: clause = "must be in one room with \(to)"
      }
      if !link.reason.isEmpty { clause += " (\(link.reason))" }
      add(
        .link(index), row(index, of: "links", line: link.line), nil, from, clause,
        way: "drop the link \(from) \(link.kind.rawValue) \(to)", price: PriceList.link)
    }
  }

  private mutating func addLimits() {
    for (index, limit) in scenario.limits.enumerated() where limit.strength.isMust {
      var what = limit.kinds.map(\.token) + limit.themes + limit.needs
      what += limit.activities.map { scenario.activities[$0].id }
      var clause = "allows at most \(limit.atMost) sessions"
      if !what.isEmpty { clause += " of \(what.joined(separator: ", "))" }
      if !limit.rooms.isEmpty {
        clause += " in \(limit.rooms.map { scenario.rooms[$0].id }.joined(separator: ", "))"
      }
      clause += limit.per == .meeting ? " in the whole meeting" : " a \(limit.per.rawValue)"
      if !limit.reason.isEmpty { clause += " (\(limit.reason))" }
      add(
        .limit(index), row(index, of: "limits", line: limit.line), nil,
        "the limit \(limit.id)", clause, way: "drop the limit \(limit.id)",
        price: PriceList.limit)
    }
  }

  private mutating func addPeople(_ demanded: [Int]) {
    let attendances = Attendances(scenario)
    let needed = Set(demanded.flatMap { attendances.required($0) })
    for person in needed.sorted() {
      guard let windows = scenario.people[person].available else { continue }
      let name = scenario.people[person].name
      add(
        .personWindow(person),
        row(person, of: "people", line: scenario.people[person].line), "available", name,
        "is there only on \(Self.words(windows))", way: "have \(name) there at other times",
        price: PriceList.person)
    }
    for (index, role) in scenario.roles.enumerated() where role.attendance == .required {
      guard scenario.sessions(of: role.subject).contains(where: demanded.contains) else { continue }
      let name = scenario.people[role.person].name
      let id = scenario.id(of: role.subject)
      add(
        .role(index), row(index, of: "roles", line: role.line), nil, name,
        "must be at \(id)" + (role.role.isEmpty ? "" : " (\(role.role))"),
        way: "do without \(name) at \(id)", price: PriceList.person)
    }
    for (index, activity) in scenario.activities.enumerated() {
      guard demanded.contains(where: { scenario.sessions[$0].activities.contains(index) }) else {
        continue
      }
      for column in Self.bringing(activity.kind) {
        for person in activity.people[column] ?? [] {
          let name = scenario.people[person].name
          add(
            .brought(activity: index, column: column, person: person),
            { [places] in
              places.placed(Table.Place(file: activity.file, line: activity.line), $0)
            }, column, name,
            "must be at the sessions of \(activity.id)",
            way: "do without \(name) at \(activity.id)", price: PriceList.person)
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
      let place = row(index, of: "rooms", line: room.line)
      if let windows = room.available {
        add(
          .roomWindow(index), place, "available", "the room \(room.id)",
          "can be used only on \(Self.words(windows))",
          way: "have the room \(room.id) at other times", price: PriceList.roomWindow)
      }
      if room.turnoverMinutes != scenario.meeting.turnoverMinutes, room.turnoverMinutes > 0 {
        add(
          .roomTurnover(index), place, "turnover_minutes", "the room \(room.id)",
          "rests \(room.turnoverMinutes) minutes between two sessions",
          way: "give the room \(room.id) no rest between sessions", price: PriceList.rest)
      }
    }
  }

  private mutating func addMeeting() {
    let meeting = scenario.meeting
    if meeting.turnoverMinutes > 0 {
      add(
        .turnover, { [places] _ in places.key("turnoverMinutes") }, "turnoverMinutes", "every room",
        "rests \(meeting.turnoverMinutes) minutes between two sessions",
        way: "give rooms no rest between sessions", price: PriceList.rest)
    }
    if meeting.transferMinutes > 0 {
      add(
        .transfer, { [places] _ in places.key("transferMinutes") }, "transferMinutes", "everybody",
        "has \(meeting.transferMinutes) minutes from one session to the next",
        way: "give people no time between sessions", price: PriceList.rest)
    }
    for (index, day) in meeting.days.enumerated() {
      if let starts = day.starts {
        add(
          .starts(day: index),
          { [places] _ in places.key("days[\(index)].starts", "days[\(index)]") }, "starts",
          "\(day.date)",
          "has only the starts \(starts.map(ClockTime.text).joined(separator: ", "))",
          way: "let sessions begin at other times on \(day.date)", price: PriceList.starts)
      }
    }
    for (index, day) in meeting.days.enumerated() {
      let hours = day.open.map {
        "\(ClockTime.text($0.lowerBound))-\(ClockTime.text($0.upperBound))"
      }
      add(
        .open(day: index), { [places] _ in places.key("days[\(index)].open", "days[\(index)]") },
        "open",
        "\(day.date)", "is open \(hours.joined(separator: ", "))",
        way: "open \(day.date) all day and night", price: PriceList.hour * 5)
    }
  }

  static func words(_ windows: [Interval]) -> String {
    windows.isEmpty ? "no window" : windows.map(words).joined(separator: "; ")
  }

  /// A whole day by its date alone.
  private static func words(_ window: Interval) -> String {
    window.minutes == 1440 && window.start.minuteOfDay == 0
      ? "\(window.start.date)" : window.description
  }
}
