// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

@testable import PlanningProblems
@testable import Searching

/// Small scenarios that touch every rule, the same for the same seed.
struct RandomScenario {
  private var random: SeededGenerator
  let scenario: Scenario
  let baseline: Schedule?
  let maxMoves: Int?
  let draw: Draw

  /// What a scenario is drawn from: the same gives the same.
  struct Draw: Hashable, Sendable {
    let seed: UInt64
    let sessions: Int
    let mixesDays: Bool
  }

  /// Four to six sessions: few enough to try all, and several tests share what was tried.
  init(small seed: UInt64) throws { try self.init(seed: seed, sessions: 4 + Int(seed % 3)) }

  /// - Parameter mixesDays: a day of three slots and one of free starts, instead of one or two alike.
  init(seed: UInt64, sessions count: Int = 4, mixesDays: Bool = false) throws {
    draw = Draw(seed: seed, sessions: count, mixesDays: mixesDays)
    var random = SeededGenerator(seed: seed)
    func roll(_ sides: Int) -> Int { random.below(sides) }
    let dates = [CalendarDate(dayNumber: 20_262), CalendarDate(dayNumber: 20_263)]
    guard let zone = ZoneClock("Europe/Oslo"), let far = ZoneClock("America/New_York") else {
      throw Missing()
    }
    let starts = roll(3) == 0 ? [540, 570, 660] : [540, 600]
    let alike = dates.prefix(1 + roll(2)).map {
      Day(date: $0, label: "Day", open: [540..<780], starts: starts)
    }
    let days =
      mixesDays
      ? [
        Day(date: dates[0], label: "Slots", open: [540..<780], starts: [540, 615, 690]),
        Day(date: dates[1], label: "Free", open: [540..<660], starts: nil),
      ] : Array(alike)
    var meeting = Meeting(
      id: "random", name: "Random", zone: zone, days: days, gridMinutes: mixesDays ? 15 : 30,
      turnoverMinutes: [0, 30][roll(2)], transferMinutes: [0, 30][roll(2)],
      localHours: 240..<1320)
    for rule in SoftRule.allCases where roll(6) == 0 { meeting.weights[rule] = roll(4) }

    var scenario = Scenario(meeting: meeting)
    func window() -> [Interval] {
      let day = days[roll(days.count)]
      return [
        Interval(
          start: WallTime(day.date, minuteOfDay: 540), minutes: [60, 120, 240][roll(3)])
      ]
    }
    for r in 0..<(2 + roll(2)) {
      scenario.rooms.append(
        Room(
          id: "r\(r)", name: "R\(r)", capacity: [20, 120, 120][roll(3)],
          features: roll(2) == 0 ? ["stage"] : [], available: roll(6) == 0 ? window() : nil,
          turnoverMinutes: roll(4) == 0 ? 60 : meeting.turnoverMinutes))
    }
    if roll(3) == 0 {
      scenario.rooms.append(
        Room(
          id: "joined", name: "Joined", capacity: 240, turnoverMinutes: [0, 30][roll(2)],
          parts: [0, 1]))
    }
    let kinds: [Kind] = [.dc, .bpf, .nri, .pn, Kind("WS"), Kind("MAIN")]
    for a in 0..<(2 + roll(3)) {
      scenario.activities.append(
        Activity(
          id: "a\(a)", name: "A\(a)", kind: kinds[roll(kinds.count)],
          themes: [["x"], ["y"], ["x", "y"], []][roll(4)]))
    }
    for p in 0..<3 {
      scenario.people.append(
        Person(
          id: "p\(p)", name: "P\(p)", zone: roll(3) == 0 ? far : zone,
          presence: roll(2) == 0 ? .online : .onsite, available: roll(8) == 0 ? window() : nil,
          maxPerDay: roll(2) == 0 ? 1 : nil))
    }
    for s in 0..<count {
      var own = [roll(scenario.activities.count)]
      if roll(4) == 0 {
        let other = roll(scenario.activities.count)
        if other != own[0] { own.append(other) }
      }
      var themes: [String] = []
      for activity in own {
        for theme in scenario.activities[activity].themes where !themes.contains(theme) {
          themes.append(theme)
        }
      }
      var pin = Session.Pin()
      if roll(8) == 0 { pin.date = days[roll(days.count)].date }
      if roll(8) == 0 { pin.start = [540, 630][roll(2)] }
      if roll(10) == 0 { pin.room = roll(scenario.rooms.count) }
      scenario.sessions.append(
        Session(
          id: "s\(s)", activities: own, title: "S\(s)", minutes: [60, 60, 90][roll(3)],
          audience: [0, 10, 60][roll(3)], themes: themes,
          needs: roll(8) == 0 ? ["stage"] : [], placement: roll(3) == 0 ? .optional : .must,
          priority: 1 + roll(3), pin: pin, allowed: roll(8) == 0 ? window() : nil,
          isExclusive: roll(10) == 0))
    }
    func subject() -> Subject {
      roll(2) == 0
        ? .session(roll(scenario.sessions.count)) : .activity(roll(scenario.activities.count))
    }
    for _ in 0..<roll(5) {
      scenario.roles.append(
        Role(
          person: roll(3), subject: subject(), role: "speaker",
          attendance: roll(2) == 0 ? .required : .preferred))
    }
    for _ in 0..<roll(4) {
      let kind = Link.Kind.allCases[roll(Link.Kind.allCases.count)]
      scenario.links.append(
        Link(
          from: subject(), to: subject(), kind: kind,
          strength: roll(4) == 0 ? .must : .cost(1 + roll(9)), minGap: roll(3) == 0 ? 30 : 0,
          maxGap: roll(3) == 0 ? 60 : nil))
    }
    for _ in 0..<roll(3) {
      let room = roll(2) == 0 ? roll(scenario.rooms.count) : nil
      scenario.wishes.append(
        Wish(
          subject: subject(), wantsIt: roll(2) == 0,
          window: room == nil || roll(2) == 0 ? window() : nil, room: room,
          strength: 1 + roll(9)))
    }
    for l in 0..<roll(3) {
      scenario.limits.append(
        Limit(
          id: "l\(l)", kinds: roll(3) == 0 ? [kinds[roll(kinds.count)]] : [],
          themes: roll(3) == 0 ? ["x"] : [], rooms: roll(3) == 0 ? [0] : [], atMost: roll(3),
          per: Limit.Scope.allCases[roll(3)],
          strength: roll(3) == 0 ? .must : .cost(1 + roll(9))))
    }
    self.scenario = scenario
    var rows: [Schedule.Row]?
    var most: Int?
    if roll(3) == 0 {
      let problem = PlanningProblem(scenario)
      rows = problem.schedule(Self.assignment(problem, &random)).rows.filter { _ in roll(6) != 0 }
      if roll(2) == 0 { most = 1 + roll(3) }
    }
    baseline = rows.map { Schedule(rows: $0) }
    maxMoves = most
    self.random = random
  }

  struct Missing: Error {}

  var problem: PlanningProblem {
    PlanningProblem(scenario, baseline: baseline, maxMoves: maxMoves)
  }

  /// Any assignment, good or bad.
  mutating func anyAssignment(_ problem: PlanningProblem) -> Assignment {
    Self.assignment(problem, &random)
  }

  /// Ten of any sort, and up to three that keep the hard rules: hardly any of the former do.
  mutating func someAssignments(_ problem: PlanningProblem) -> [Assignment] {
    (0..<10).map { _ in anyAssignment(problem) }
      + (0..<3).compactMap { _ in problem.legalAssignment(&random) }
  }

  private static func assignment(
    _ problem: PlanningProblem, _ random: inout SeededGenerator
  ) -> Assignment {
    Assignment(
      places: problem.places.mapped { table in
        guard !table.isEmpty, random.below(8) != 0 else { return nil }
        while true {
          let place = Assignment.Place(
            start: StartOption(random.below(table.starts.count)),
            room: RoomOption(random.below(table.rooms.count)))
          if table.price(place.start, place.room) != nil { return place }
        }
      })
  }
}
