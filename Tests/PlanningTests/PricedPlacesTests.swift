// SPDX-License-Identifier: GPL-3.0-or-later

import Judging
import Meetings
import Pricing
import Rules
import Testing

@Suite("Prices of places are what two reviews differ by")
struct PricedPlacesTests {
  /// A programme as a file may hold it: good, broken, half placed, in rooms that are gone.
  private struct Drawn {
    let scenario: Scenario
    let baseline: Schedule?
    let maxMoves: Int?
    var dice: Dice
    private(set) var schedule = Schedule(rows: [])

    init(seed: UInt64) throws {
      let random = try RandomScenario(seed: seed, sessions: 5 + Int(seed % 4))
      scenario = random.scenario
      dice = Dice(state: seed)
      maxMoves = random.maxMoves
      baseline = random.baseline
      for session in scenario.sessions { schedule.rows += rows(session) }
    }

    private mutating func rows(_ session: Session) -> [Schedule.Row] {
      let (start, room) = (start(), scenario.rooms[dice.roll(scenario.rooms.count)].id)
      let whole = Schedule.Row.placed(session.id, start, room)
      switch dice.roll(16) {
      case 0: return []
      case 1: return [Schedule.Row(session: session.id, status: .unplaced)]
      case 2:
        return [Schedule.Row(session: session.id, status: .placed, date: start.date, room: room)]
      case 3: return [Schedule.Row(session: session.id, status: .placed, date: start.date)]
      case 4: return [Schedule.Row(session: session.id, status: .placed, start: start)]
      case 5: return [Schedule.Row(session: session.id, status: .placed, room: room)]
      case 6: return [.placed(session.id, start, ["gone", "lost"][dice.roll(2)])]
      case 7:
        let end = start + [30, 120, 0][dice.roll(3)]
        return [
          Schedule.Row(session: session.id, status: .placed, start: start, end: end, room: room)
        ]
      case 8: return [whole, .placed(session.id, self.start(), room)]
      default: return [whole]
      }
    }

    /// Mostly in the house's hours, sometimes off its grid or on another day.
    mutating func start() -> WallTime {
      let days = scenario.meeting.days
      let date =
        dice.roll(12) == 0
        ? days[0].date.adding(days: -1) : days[dice.roll(days.count)].date
      let minute = dice.roll(8) == 0 ? 545 : 510 + 30 * dice.roll(8)
      return WallTime(date, minuteOfDay: minute)
    }

    func review(_ schedule: Schedule) -> Review {
      Review(scenario: scenario, schedule: schedule, baseline: baseline, maxMoves: maxMoves)
    }

    /// With other rows for a session.
    func schedule(_ id: String, _ row: Schedule.Row) -> Schedule {
      Schedule(rows: schedule.rows.filter { $0.session != id } + [row])
    }
  }

  private static func rules(_ review: Review, naming id: String) -> [HardRule] {
    let broken = Set(review.violations.filter { $0.sessions.contains(id) }.map(\.rule))
    return HardRule.allCases.filter(broken.contains)
  }

  @Test(
    "At each start and room the change of the objective and the rules broken are the referee's",
    .judges(atLeast: 4_000), arguments: 0..<300)
  func places(seed: UInt64) throws {
    var drawn = try Drawn(seed: seed)
    let programme = PricedProgramme(
      drawn.scenario, drawn.schedule, baseline: drawn.baseline, maxMoves: drawn.maxMoves)
    let before = drawn.review(drawn.schedule)
    #expect(programme.objective == before.objective)
    for (session, row) in drawn.scenario.sessions.enumerated() {
      let starts = Set((0..<3).map { _ in drawn.start() }).sorted()
      let places = programme.places(of: session, at: starts)
      for (number, start) in starts.enumerated() {
        for (room, there) in drawn.scenario.rooms.enumerated() {
          let after = drawn.review(drawn.schedule(row.id, .placed(row.id, start, there.id)))
          judged()
          let place = places[number, room]
          #expect(place.change == after.objective - before.objective)
          #expect(place.broken.rules == Self.rules(after, naming: row.id))
        }
      }
      let status: Schedule.Status = before.held.contains(row.id) ? .held : .unplaced
      let after = drawn.review(
        drawn.schedule(row.id, Schedule.Row(session: row.id, status: status)))
      #expect(places.leftOut.change == after.objective - before.objective)
      #expect(places.leftOut.broken.rules == Self.rules(after, naming: row.id))
    }
  }

  @Test(
    "What is broken at a place is told in the referee's own violations, sentence by sentence",
    .judges(atLeast: 700), arguments: 0..<120)
  func violations(seed: UInt64) throws {
    var drawn = try Drawn(seed: seed &+ 7_000)
    let programme = PricedProgramme(
      drawn.scenario, drawn.schedule, baseline: drawn.baseline, maxMoves: drawn.maxMoves)
    for (session, row) in drawn.scenario.sessions.enumerated() {
      let (start, room) = (drawn.start(), drawn.dice.roll(drawn.scenario.rooms.count))
      let after = drawn.review(
        drawn.schedule(row.id, .placed(row.id, start, drawn.scenario.rooms[room].id)))
      let expected = after.violations.filter { $0.sessions.contains(row.id) }
      let told = programme.violations(of: session, at: start, room: room)
      judged()
      #expect(told == expected)
      #expect(told.map(\.message) == expected.map(\.message))
    }
  }

  @Test(
    "A programme that was changed session by session is priced as one made afresh",
    .judges(atLeast: 500), arguments: 0..<60)
  func changes(seed: UInt64) throws {
    var drawn = try Drawn(seed: seed &+ 9_000)
    var programme = PricedProgramme(
      drawn.scenario, drawn.schedule, baseline: drawn.baseline, maxMoves: drawn.maxMoves)
    for _ in 0..<10 {
      let session = drawn.dice.roll(drawn.scenario.sessions.count)
      if drawn.dice.roll(5) == 0 {
        programme.takeOut(session)
      } else {
        programme.put(
          session, at: drawn.start(), room: drawn.dice.roll(drawn.scenario.rooms.count))
      }
      judged()
      let review = drawn.review(programme.schedule)
      #expect(programme.objective == review.objective)
      let afresh = PricedProgramme(
        drawn.scenario, programme.schedule, baseline: drawn.baseline, maxMoves: drawn.maxMoves)
      let other = drawn.dice.roll(drawn.scenario.sessions.count)
      let (own, fresh) = (programme.places(of: other), afresh.places(of: other))
      for start in own.starts.indices {
        for room in drawn.scenario.rooms.indices {
          #expect(own[start, room] == fresh[start, room])
        }
      }
    }
  }

  @Test("The programmes that are drawn break every rule and pay for every rule somewhere")
  func coverage() throws {
    var paid: Set<SoftRule> = []
    var broken: Set<HardRule> = []
    for seed in 0..<300 {
      let drawn = try Drawn(seed: UInt64(seed))
      let review = drawn.review(drawn.schedule)
      paid.formUnion(review.costs.filter { $0.cost > 0 }.map(\.rule))
      broken.formUnion(review.violations.map(\.rule))
    }
    #expect(paid == Set(SoftRule.allCases))
    #expect(broken == Set(HardRule.allCases))
  }
}
