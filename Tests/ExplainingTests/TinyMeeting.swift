// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Very small meetings with many demands, so that about half of them have no schedule.
struct TinyMeeting {
  var scenario: Scenario
  private var state: UInt64

  struct Missing: Error {}

  /// - Parameter sessions: more than three are too many to try all.
  init(seed: UInt64, sessions count: Int = 3) throws {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678
    guard let zone = ZoneClock("Europe/Oslo") else { throw Missing() }
    let first = CalendarDate(dayNumber: 20_262)
    var meeting = Meeting(
      id: "tiny", name: "Tiny", zone: zone,
      days: [
        Day(date: first, label: "Day 1", open: [540..<720]),
        Day(date: first.adding(days: 1), label: "Day 2", open: [540..<660]),
      ], gridMinutes: 60)
    scenario = Scenario(meeting: meeting)
    meeting.days.removeLast(roll(2))
    if roll(3) == 0 { meeting.days[0].starts = [540, 600] }
    meeting.transferMinutes = [0, 60][roll(2)]
    scenario.meeting = meeting
    for room in 0..<(1 + roll(2)) {
      let half = Interval(start: WallTime(first, minuteOfDay: 540), minutes: 120)
      scenario.rooms.append(
        Room(
          id: "r\(room)", name: "R\(room)", capacity: [20, 60][roll(2)],
          features: roll(2) == 0 ? ["stage"] : [], available: roll(3) == 0 ? [half] : nil))
    }
    for person in 0..<2 {
      let early = Interval(start: WallTime(first, minuteOfDay: 540), minutes: 60)
      scenario.people.append(
        Person(
          id: "p\(person)", name: "P\(person)", zone: zone,
          available: roll(4) == 0 ? [early] : nil))
    }
    for session in 0..<count {
      scenario.activities.append(
        Activity(id: "a\(session)", name: "A\(session)", kind: Kind("WS")))
      var pin = Session.Pin()
      if roll(3) == 0 { pin.date = first }
      if roll(3) == 0 { pin.start = 540 }
      if roll(4) == 0 { pin.room = roll(scenario.rooms.count) }
      scenario.sessions.append(
        Session(
          id: "s\(session)", activities: [session], title: "S\(session)",
          minutes: [60, 60, 120][roll(3)], audience: [0, 30][roll(2)],
          needs: roll(5) == 0 ? ["stage"] : [], pin: pin, isExclusive: roll(6) == 0))
    }
    for _ in 0..<roll(4) {
      scenario.roles.append(
        Role(person: roll(2), subject: .session(roll(count)), role: "speaker"))
    }
    for _ in 0..<roll(3) {
      let from = roll(count)
      scenario.links.append(
        Link(
          from: .session(from), to: .session((from + 1 + roll(count - 1)) % count),
          kind: Link.Kind.allCases[roll(Link.Kind.allCases.count)],
          strength: roll(3) == 0 ? .cost(5) : .must))
    }
    if roll(3) == 0 {
      scenario.limits.append(
        Limit(
          id: "l0", atMost: 1, per: Limit.Scope.allCases[roll(3)],
          strength: roll(3) == 0 ? .cost(5) : .must))
    }
  }

  /// Any schedule, good or bad, some sessions left out.
  mutating func anySchedule() -> Schedule {
    Schedule(
      rows: scenario.sessions.compactMap { session in
        let day = scenario.meeting.days[roll(scenario.meeting.days.count)].date
        let start = WallTime(day, minuteOfDay: [540, 600, 660][roll(3)])
        switch roll(6) {
        case 0: return nil
        case 1: return Schedule.Row(session: session.id, status: .unplaced)
        default: return .placed(session.id, start, "r\(roll(2))")
        }
      })
  }

  private mutating func roll(_ sides: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(sides))
  }
}
