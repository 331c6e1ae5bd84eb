// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules

/// Very small meetings in which more is asked than most can give, by every hard rule; and whether one
/// has a schedule, by trying all with the referee as the only judge.
struct CrowdedMeeting {
  private(set) var scenario: Scenario
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x2545_F491_4F6C_DD1D
    let first = CalendarDate(dayNumber: 20_262)
    scenario = Scenario(
      meeting: Meeting(id: "crowded", name: "Crowded", zone: Fixture.oslo, days: []))
    var days = [
      Day(date: first, label: "Day 1", open: [540..<(660 + 60 * roll(2))]),
      Day(date: first.adding(days: 1), label: "Day 2", open: [540..<600, 630..<720]),
    ]
    days.removeLast(roll(2))
    if roll(4) == 0 { days[0].starts = [[540, 600], [540, 630]][roll(2)] }
    scenario.meeting.days = days
    scenario.meeting.gridMinutes = 30
    scenario.meeting.turnoverMinutes = [0, 0, 30, 20][roll(4)]
    scenario.meeting.transferMinutes = [0, 30, 10][roll(3)]
    addRooms()
    addSessions(3 + roll(2))
    addPeople()
    for _ in 0..<roll(4) { addLink() }
    if roll(8) == 0 { addRing() }
    for limit in 0..<[0, 0, 1][roll(3)] { addLimit(limit) }
  }

  private mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(sides))
  }

  private mutating func window() -> [Interval] {
    let days = scenario.meeting.days
    let day = days[roll(days.count)]
    return [
      Interval(
        start: WallTime(day.date, minuteOfDay: 540 + 30 * roll(3)), minutes: [60, 90, 120][roll(3)])
    ]
  }

  private mutating func addRooms() {
    for number in 0..<(1 + roll(2)) {
      scenario.rooms.append(
        Room(
          id: "r\(number)", name: "R", capacity: [20, 60][roll(2)],
          features: roll(2) == 0 ? ["stage"] : [], available: roll(4) == 0 ? window() : nil,
          turnoverMinutes: roll(3) == 0 ? 45 : scenario.meeting.turnoverMinutes))
    }
    if scenario.rooms.count == 2, roll(3) == 0 {
      scenario.rooms.append(
        Room(
          id: "joined", name: "J", capacity: 120, features: ["stage"],
          available: roll(4) == 0 ? window() : nil, turnoverMinutes: [0, 30][roll(2)],
          parts: [0, 1]))
    }
  }

  private mutating func addSessions(_ count: Int) {
    for activity in 0..<2 {
      scenario.activities.append(Activity(id: "a\(activity)", name: "A", kind: Kind("WS")))
    }
    // Held back: it takes part in nothing.
    scenario.activities.append(
      Activity(
        id: "dc", name: "DC", kind: .dc, cells: ["open_membership": "no"]))
    for number in 0..<count {
      var pin = Session.Pin()
      if roll(5) == 0 { pin.date = scenario.meeting.days[roll(scenario.meeting.days.count)].date }
      if roll(5) == 0 { pin.start = [540, 600, 630][roll(3)] }
      if roll(6) == 0 { pin.room = roll(scenario.rooms.count) }
      let activity = roll(8) == 0 ? 2 : roll(2)
      scenario.sessions.append(
        Session(
          id: "s\(number)", activities: [activity], title: "S", minutes: [30, 60, 60, 90][roll(4)],
          audience: [0, 10, 50, 100][roll(4)], needs: roll(6) == 0 ? ["stage"] : [],
          placement: roll(6) == 0 ? .optional : .must, pin: pin,
          allowed: roll(5) == 0 ? window() : nil, isExclusive: roll(6) == 0))
    }
  }

  private mutating func addPeople() {
    for person in 0..<2 {
      scenario.people.append(
        Person(
          id: "p\(person)", name: "P\(person)", zone: Fixture.oslo,
          available: roll(4) == 0 ? window() : nil))
    }
    for _ in 0..<roll(5) {
      scenario.roles.append(
        Role(
          person: roll(2), subject: subject(), role: "speaker",
          attendance: roll(4) == 0 ? .preferred : .required))
    }
  }

  private mutating func subject() -> Subject {
    roll(3) == 0 ? .activity(roll(3)) : .session(roll(scenario.sessions.count))
  }

  private mutating func addLink() {
    let kind = Link.Kind.allCases[roll(Link.Kind.allCases.count)]
    scenario.links.append(
      Link(
        from: subject(), to: subject(), kind: roll(3) == 0 ? .before : kind,
        strength: roll(6) == 0 ? .cost(3) : .must, minGap: [0, 0, 30, -30][roll(4)],
        maxGap: roll(3) == 0 ? [30, 60, 900][roll(3)] : nil, line: scenario.links.count + 2))
  }

  /// Three sessions round a circle, with gaps in which they may or may not fit.
  private mutating func addRing() {
    for (from, to) in [(0, 1), (1, 2), (2, 0)] {
      scenario.links.append(
        Link(
          from: .session(from), to: .session(to), kind: .before, strength: .must,
          minGap: [0, -120, -60][roll(3)], maxGap: roll(4) == 0 ? 30 : nil,
          line: scenario.links.count + 2))
    }
  }

  private mutating func addLimit(_ number: Int) {
    scenario.limits.append(
      Limit(
        id: "l\(number)", kinds: roll(2) == 0 ? [Kind("WS")] : [],
        activities: roll(3) == 0 ? [roll(2)] : [], rooms: roll(4) == 0 ? [0] : [], atMost: roll(3),
        per: Limit.Scope.allCases[roll(3)], strength: roll(4) == 0 ? .cost(2) : .must,
        line: number + 2))
  }

  // MARK: All schedules

  /// Whether there is a schedule that keeps all hard rules.
  var hasSchedule: Bool {
    let held = Set(review([]).held)
    let must = scenario.sessions.filter { $0.placement == .must && !held.contains($0.id) }
    return search([], must.map { everyPlace($0.id) }[...])
  }

  private func search(_ rows: [Schedule.Row], _ rest: ArraySlice<[Schedule.Row]>) -> Bool {
    guard let places = rest.first else { return true }
    return places.contains { place in
      keepsRules(rows + [place]) && search(rows + [place], rest.dropFirst())
    }
  }

  private func everyPlace(_ session: String) -> [Schedule.Row] {
    scenario.meeting.days.flatMap { day in
      stride(from: 0, to: 1440, by: scenario.meeting.gridMinutes).flatMap { minute in
        scenario.rooms.map { .placed(session, WallTime(day.date, minuteOfDay: minute), $0.id) }
      }
    }.filter { keepsRules([$0]) }
  }

  /// All but `placed-once`, which a further session mends; every other rule once broken stays broken.
  private func keepsRules(_ rows: [Schedule.Row]) -> Bool {
    review(rows).violations.allSatisfy { $0.rule == .placedOnce }
  }

  private func review(_ rows: [Schedule.Row]) -> Review {
    Review(scenario: scenario, schedule: Schedule(rows: rows))
  }
}
