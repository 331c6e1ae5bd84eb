// SPDX-License-Identifier: GPL-3.0-or-later

import Judging
import Meetings
import Pricing
import Rules

/// A small meeting that touches every rule, with a schedule: sound where `isSound`, else as a file may be.
struct RandomProgramme {
  let scenario: Scenario
  let programme: PricedProgramme
  let isSound: Bool

  struct Missing: Error {}

  init(seed: UInt64, sessions count: Int, isSound: Bool) throws {
    var dice = Dice(state: seed &* 7_919 &+ 11)
    let scenario = try Self.scenario(count, &dice)
    self.scenario = scenario
    self.isSound = isSound
    var baseline: Schedule?
    if dice.roll(3) == 0 {
      baseline = Self.schedule(scenario, isSound: true, &dice)
    }
    let schedule = Self.schedule(scenario, isSound: isSound, &dice)
    programme = PricedProgramme(
      scenario, schedule, baseline: baseline,
      maxMoves: baseline == nil || isSound ? nil : count / 2)
  }

  func review(_ schedule: Schedule) -> Review {
    Review(
      scenario: scenario, schedule: schedule, baseline: programme.baseline,
      maxMoves: programme.maxMoves)
  }

  private static func schedule(
    _ scenario: Scenario, isSound: Bool, _ dice: inout Dice
  ) -> Schedule {
    var programme = PricedProgramme(scenario, Schedule(rows: []))
    for session in scenario.sessions.indices {
      let places = programme.places(of: session)
      let all = places.starts.indices.flatMap { start in
        scenario.rooms.indices.map { (start, $0) }
      }
      let fit = all.filter { start, room in
        !isSound && dice.roll(4) == 0 || places[start, room].broken.isEmpty
      }
      guard !fit.isEmpty, dice.roll(14) != 0 else { continue }
      let (start, room) = fit[dice.roll(fit.count)]
      programme.put(session, at: places.starts[start], room: room)
    }
    return programme.schedule
  }

  private static func scenario(_ count: Int, _ dice: inout Dice) throws -> Scenario {
    guard let zone = ZoneClock("Europe/Oslo"), let far = ZoneClock("America/New_York") else {
      throw Missing()
    }
    let days = [(20_262, 840), (20_263, 780)].map { number, close in
      Day(
        date: CalendarDate(dayNumber: number), label: "Day", open: [540..<close],
        starts: [540, 600, 690])
    }
    var meeting = Meeting(
      id: "random", name: "Random", zone: zone, days: days, gridMinutes: 30,
      turnoverMinutes: [0, 0, 30][dice.roll(3)], transferMinutes: [0, 0, 30][dice.roll(3)],
      localHours: 240..<1320)
    for rule in SoftRule.allCases where dice.roll(6) == 0 {
      meeting.weights[rule] = dice.roll(4)
    }
    var scenario = Scenario(meeting: meeting)
    func window(_ dice: inout Dice) -> [Interval] {
      let day = days[dice.roll(days.count)]
      return [
        Interval(
          start: WallTime(day.date, minuteOfDay: 540), minutes: [120, 240, 300][dice.roll(3)])
      ]
    }
    for room in 0..<3 {
      scenario.rooms.append(
        Room(
          id: "r\(room)", name: "R\(room)", capacity: [40, 120, 120][dice.roll(3)],
          features: dice.roll(2) == 0 ? ["stage"] : [],
          available: dice.roll(6) == 0 ? window(&dice) : nil,
          turnoverMinutes: meeting.turnoverMinutes))
    }
    if dice.roll(3) == 0 {
      scenario.rooms.append(
        Room(id: "joined", name: "Joined", capacity: 240, turnoverMinutes: 0, parts: [0, 1]))
    }
    let kinds: [Kind] = [.dc, .bpf, .nri, .pn, Kind("WS"), Kind("MAIN")]
    for number in 0..<5 {
      scenario.activities.append(
        Activity(
          id: "a\(number)", name: "A\(number)", kind: kinds[dice.roll(kinds.count)],
          themes: [["x"], ["y"], ["x", "y"], []][dice.roll(4)]))
    }
    for number in 0..<5 {
      scenario.people.append(
        Person(
          id: "p\(number)", name: "P\(number)", zone: dice.roll(3) == 0 ? far : zone,
          presence: dice.roll(2) == 0 ? .online : .onsite,
          available: dice.roll(8) == 0 ? window(&dice) : nil,
          maxPerDay: dice.roll(2) == 0 ? 1 : nil))
    }
    for number in 0..<count {
      let activity = dice.roll(5)
      var pin = Session.Pin()
      if dice.roll(14) == 0 { pin.date = days[dice.roll(2)].date }
      if dice.roll(14) == 0 { pin.room = dice.roll(3) }
      scenario.sessions.append(
        Session(
          id: "s\(number)", activities: [activity], title: "S\(number)",
          minutes: [60, 60, 60, 90, 120][dice.roll(5)], audience: [0, 10, 60][dice.roll(3)],
          themes: scenario.activities[activity].themes,
          needs: dice.roll(10) == 0 ? ["stage"] : [],
          placement: dice.roll(3) == 0 ? .optional : .must, priority: 1 + dice.roll(3), pin: pin,
          allowed: dice.roll(10) == 0 ? window(&dice) : nil, isExclusive: dice.roll(16) == 0))
    }
    func subject(_ dice: inout Dice) -> Subject {
      dice.roll(3) != 0 ? .session(dice.roll(count)) : .activity(dice.roll(5))
    }
    for _ in 0..<(4 + dice.roll(6)) {
      scenario.roles.append(
        Role(
          person: dice.roll(5), subject: subject(&dice), role: "speaker",
          attendance: dice.roll(2) == 0 ? .required : .preferred))
    }
    for _ in 0..<(2 + dice.roll(4)) {
      scenario.links.append(
        Link(
          from: subject(&dice), to: subject(&dice),
          kind: Link.Kind.allCases[dice.roll(Link.Kind.allCases.count)],
          strength: dice.roll(3) == 0 ? .must : .cost(1 + dice.roll(9)),
          minGap: dice.roll(3) == 0 ? 30 : 0, maxGap: dice.roll(3) == 0 ? 60 : nil))
    }
    for _ in 0..<(1 + dice.roll(4)) {
      scenario.wishes.append(
        Wish(
          subject: subject(&dice), wantsIt: dice.roll(2) == 0,
          window: dice.roll(2) == 0 ? window(&dice) : nil, room: dice.roll(3),
          strength: 1 + dice.roll(9)))
    }
    for number in 0..<(1 + dice.roll(2)) {
      scenario.limits.append(
        Limit(
          id: "l\(number)", kinds: dice.roll(3) == 0 ? [kinds[dice.roll(kinds.count)]] : [],
          themes: dice.roll(3) == 0 ? ["x"] : [], rooms: dice.roll(3) == 0 ? [0] : [],
          atMost: 1 + dice.roll(3), per: Limit.Scope.allCases[dice.roll(3)],
          strength: dice.roll(2) == 0 ? .must : .cost(1 + dice.roll(9))))
    }
    return scenario
  }
}
