// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

@testable import PlanningProblems
@testable import Searching

/// A meeting made of tracks around a schedule that keeps every rule, the same for the same seed.
struct PlantedTracks {
  private(set) var scenario: Scenario
  /// Where each session is in the planted schedule.
  private(set) var planted: [(day: Int, minute: Int, room: Int)] = []
  private var random: SeededGenerator

  private static let (opens, closes, grid, gap) = (540, 900, 5, 5)

  init(seed: UInt64, rooms: Int) throws {
    guard let zone = ZoneClock("Europe/Oslo") else { throw RandomScenario.Missing() }
    random = SeededGenerator(seed: seed)
    let days = [20_262, 20_263].map {
      Day(
        date: CalendarDate(dayNumber: $0), label: "Day", open: [Self.opens..<Self.closes],
        starts: nil)
    }
    scenario = Scenario(
      meeting: Meeting(
        id: "tracks", name: "Tracks", zone: zone, days: days, gridMinutes: Self.grid,
        turnoverMinutes: Self.gap, transferMinutes: 30, localHours: 240..<1320))
    for room in 0..<rooms {
      scenario.rooms.append(
        Room(
          id: "r\(room)", name: "Room \(room)", capacity: [80, 80, 300][random.below(3)],
          turnoverMinutes: Self.gap))
      for day in days.indices { addTracks(in: room, on: day) }
    }
    addLinksBetweenTracks()
    addPeople()
  }

  private mutating func addTracks(in room: Int, on day: Int) {
    var minute = Self.opens
    while minute < Self.closes - 60, random.below(8) != 0 {
      let track = scenario.activities.count
      scenario.activities.append(
        Activity(id: "t\(track)", name: "Track \(track)", kind: Kind("WS"), themes: []))
      let first = scenario.sessions.count
      for _ in 0..<(2 + random.below(6)) {
        let minutes = [15, 25, 25, 50][random.below(4)]
        guard minute + minutes <= Self.closes else { break }
        let audience = scenario.rooms[room].capacity * (1 + random.below(9)) / 10
        let number = scenario.sessions.count
        scenario.sessions.append(
          Session(
            id: "s\(number)", activities: [track], title: "Talk \(number)", minutes: minutes,
            audience: audience, themes: [], needs: [], placement: .must, priority: 3,
            pin: Session.Pin(), allowed: nil, isExclusive: false))
        planted.append((day, minute, room))
        minute += minutes + Self.gap
      }
      addLinks(of: track, from: first)
    }
  }

  /// Ties within a track: mostly one room and one day, sometimes one of the two.
  private mutating func addLinks(of track: Int, from first: Int) {
    let tie = random.below(6)
    if tie != 0 { link(.activity(track), .activity(track), .sameRoom) }
    if tie != 1 { link(.activity(track), .activity(track), .sameDay) }
    guard scenario.sessions.count > first + 2 else { return }
    if random.below(3) == 0 { link(.session(first), .session(first + 1), .backToBack) }
    if random.below(3) == 0 {
      link(.session(first), .session(scenario.sessions.count - 1), .before)
    }
  }

  private mutating func addLinksBetweenTracks() {
    for _ in 0..<6 {
      let (a, b) = (random.below(planted.count), random.below(planted.count))
      let (one, other) = (planted[a], planted[b])
      if one.day != other.day {
        link(.session(a), .session(b), .otherDay)
      } else if one.minute + scenario.sessions[a].minutes <= other.minute {
        link(.session(a), .session(b), random.below(2) == 0 ? .apart : .before)
      }
    }
  }

  /// Speakers of two sessions that the planted schedule lets them attend.
  private mutating func addPeople() {
    for p in 0..<planted.count / 3 {
      let (a, b) = (random.below(planted.count), random.below(planted.count))
      let (one, other) = (planted[a], planted[b])
      guard
        one.day != other.day || one.minute + scenario.sessions[a].minutes + 30 <= other.minute
      else { continue }
      let person = scenario.people.count
      scenario.people.append(
        Person(id: "p\(p)", name: "Person \(p)", zone: scenario.meeting.zone, presence: .onsite))
      for session in [a, b] {
        scenario.roles.append(
          Role(
            person: person, subject: .session(session), role: "speaker", attendance: .required))
      }
    }
  }

  private mutating func link(_ from: Subject, _ to: Subject, _ kind: Link.Kind) {
    scenario.links.append(Link(from: from, to: to, kind: kind, strength: .must, minGap: 0))
  }

  /// The planted schedule in the terms of a problem of this scenario.
  func assignment(_ problem: PlanningProblem) -> Assignment {
    Assignment(
      places: TypedArray(over: problem.sessions.indices) { p in
        let table = problem.places[p]
        let (day, minute, room) = planted[p.index]
        let start = scenario.meeting.days[day].date.dayNumber * 1440 + minute
        guard let s = table.starts.firstIndexSorted(start),
          let r = table.rooms.firstIndexSorted(RoomPosition(room))
        else { return nil }
        return Assignment.Place(start: s, room: r)
      })
  }
}
