// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import IntegerPrograms
import Judging
import Meetings
import Testing

@testable import PlanningProblems
@testable import Proving
@testable import Searching

@Suite("The bound from aggregated time and rooms")
struct AggregateBoundTests {
  private func bound(_ problem: PlanningProblem, incumbent: Int = .max) -> Int {
    var best = 0
    AggregateBound(problem, GLPK()).run(
      incumbent: { incumbent }, isStopped: { false }, seconds: { nil }, prove: { best = $0 })
    return best
  }

  @Test(
    "Never above the best schedule, by brute force", .judges(atLeast: 47), arguments: 0..<110)
  func neverAboveTheBest(seed: UInt64) throws {
    let random = try RandomScenario(seed: seed, sessions: seed % 4 == 0 ? 5 : 4)
    let problem = random.problem
    guard let best = BruteForce.best(random) else { return }
    expect(bound(problem), atMost: best)
  }

  @Test(
    "Never above the best schedule where one day has slots and another free starts, by brute force",
    .judges(atLeast: 20), arguments: 0..<60)
  func neverAboveTheBestOfMixedDays(seed: UInt64) throws {
    let random = try RandomScenario(seed: seed, sessions: 4, mixesDays: true)
    guard let best = BruteForce.best(random) else { return }
    expect(bound(random.problem), atMost: best)
  }

  @Test(
    "Never above any schedule that keeps the hard rules, whatever the days are like",
    .judges(atLeast: 32), arguments: 0..<100, [false, true])
  func neverAboveASchedule(seed: UInt64, mixesDays: Bool) throws {
    let problem = try RandomScenario(seed: 1_000 + seed, sessions: 8, mixesDays: mixesDays).problem
    var random = SeededGenerator(seed: seed)
    let costs = (0..<20).compactMap { _ in
      problem.legalAssignment(&random).map { WorkingSchedule(problem, $0).score.cost }
    }
    guard let least = costs.min() else { return }
    expect(bound(problem), atMost: least)
  }

  /// A bound of zero proves nothing: it would hold everywhere.
  private func expect(_ bound: Int, atMost cost: Int) {
    if bound > 0 { judged() }
    #expect(bound <= cost)
  }

  @Test(
    "A line holds for every set of a family's sessions", .judges(atLeast: 120), arguments: 0..<40
  )
  func linesHoldForEverySet(seed: UInt64) throws {
    let problem = try RandomScenario(seed: seed, sessions: 8).problem
    let samples = TimeSamples(problem)
    let presences = Presences(problem, samples)
    let rooms = problem.mostRoomsAtOnce
    var random = SeededGenerator(seed: seed)
    for family in ClashFamily.all(problem, presences, rhythm: 0, rooms: rooms) {
      for steps in [3, 2_000] {
        let running = family.members.map { Double($0.count) * random.fraction() }
        let found = FamilyCuts(family, rooms: rooms, GLPK(), steps: steps)
          .cut(at: running, mostRounds: 100, SolveLimits(), Cancellation())
        guard let cut = found else { continue }
        judged()
        for set in 0..<(1 << problem.sessions.count) where set.nonzeroBitCount <= rooms {
          let types = problem.sessions.indices.filter { set >> $0.index & 1 == 1 }
            .compactMap { p in presences.of(p, rhythm: 0).first.flatMap { family.typeOf[p][$0] } }
          var cost = 0.0
          var counts = Array(repeating: 0.0, count: family.members.count)
          for (i, a) in types.enumerated() {
            counts[a] += 1
            for b in types[(i + 1)...] { cost += family.price[a, b] }
          }
          #expect(cut.value(counts) <= cost + 1e-9)
        }
      }
    }
  }

  @Test(
    "A line of all sessions holds for every set that may run together", .judges(atLeast: 33),
    arguments: 0..<30)
  func wholeLinesHoldForEverySet(seed: UInt64) throws {
    let problem = try RandomScenario(seed: seed, sessions: 9).problem
    let samples = TimeSamples(problem)
    let presences = Presences(problem, samples)
    let rooms = 4
    guard let whole = ClashFamily(wholeOf: problem, presences, rhythm: 0, rooms: rooms) else {
      return
    }
    let others = ClashFamily.all(problem, presences, rhythm: 0, rooms: rooms)
    var random = SeededGenerator(seed: seed)
    for steps in [2, 20_000] {
      let running = whole.members.map { _ in random.fraction() }
      let found = FamilyCuts(whole: whole, others, rooms: rooms, GLPK(), steps: steps)
        .cut(at: running, mostRounds: 60, SolveLimits(), Cancellation())
      guard let cut = found else { continue }
      judged()
      for set in 0..<(1 << running.count) where set.nonzeroBitCount <= rooms {
        let types = running.indices.filter { set >> $0 & 1 == 1 }
        let members = types.map { whole.members[$0][0] }
        var cost = 0.0
        var mayRun = true
        for (i, p) in members.enumerated() {
          for q in members[(i + 1)...] {
            if problem.requiredGap[p, q] >= 0 { mayRun = false }
            let shared = min(presences.of(p, rhythm: 0)[0].most, presences.of(q, rhythm: 0)[0].most)
            cost += Double(problem.overlapCost[p, q]) / Double(shared)
          }
        }
        guard mayRun else { continue }
        var counts = Array(repeating: 0.0, count: running.count)
        for type in types { counts[type] = 1 }
        #expect(cut.value(counts) <= cost + 1e-6)
      }
    }
  }

  @Test(
    "A line of all families holds for every set, and is as high as theirs together",
    .judges(atLeast: 55), arguments: 0..<40)
  func jointLinesHoldForEverySet(seed: UInt64) throws {
    let problem = try RandomScenario(seed: seed, sessions: 9).problem
    let samples = TimeSamples(problem)
    let presences = Presences(problem, samples)
    let rooms = 4
    let parts = ClashFamily.all(problem, presences, rhythm: 0, rooms: rooms)
    guard let whole = ClashFamily(wholeOf: problem, presences, rhythm: 0, rooms: rooms) else {
      return
    }
    var random = SeededGenerator(seed: seed)
    let drawn = whole.members.map { _ in random.fraction() }
    // More than there are rooms would be no mix of sets, and lines as high as one likes.
    let most = max(1, drawn.reduce(0, +) / Double(rooms))
    let running = drawn.map { $0 / most }
    func average(_ part: ClashFamily) -> [Double] {
      part.members.map { members in
        members.reduce(0) { sum, p in
          sum + (whole.members.firstIndex { $0 == [p] }.map { running[$0] } ?? 0)
        }
      }
    }
    let apart = parts.reduce(0) { sum, part in
      let cut = FamilyCuts(part, rooms: rooms, GLPK())
        .cut(at: average(part), mostRounds: 100, SolveLimits(), Cancellation())
      return sum + (cut?.value(average(part)) ?? 0)
    }
    for steps in [2, 20_000] {
      guard var joint = JointCuts(JointFamilies(whole, parts, rooms: rooms), GLPK(), steps: steps)
      else { continue }
      let found = joint.cut(at: running, mostRounds: 200, SolveLimits(), Cancellation())
      if steps > 2 { #expect((found?.value(running) ?? 0) >= 0.99 * apart - 1e-6) }
      guard let cut = found else { continue }
      judged()
      for set in 0..<(1 << running.count) where set.nonzeroBitCount <= rooms {
        let types = running.indices.filter { set >> $0 & 1 == 1 }
        let members = types.map { whole.members[$0][0] }
        var cost = 0.0
        for (i, p) in members.enumerated() {
          for q in members[(i + 1)...] {
            for part in parts {
              guard let a = part.typeOf[p].values.first, let b = part.typeOf[q].values.first else {
                continue
              }
              cost += part.price[a, b]
            }
          }
        }
        var counts = Array(repeating: 0.0, count: running.count)
        for type in types { counts[type] = 1 }
        #expect(cut.value(counts) <= cost + 1e-6)
      }
    }
  }

  @Test(
    "What families charge at single moments adds up to no more than the overlaps cost",
    .judges(atLeast: 9_000), arguments: 0..<60, [false, true])
  func familiesChargeNoMoreThanTheTruth(seed: UInt64, mixesDays: Bool) throws {
    var random = try RandomScenario(seed: seed, sessions: 8, mixesDays: mixesDays)
    let problem = random.problem
    let samples = TimeSamples(problem)
    let presences = Presences(problem, samples)
    let families = (0..<samples.rhythmCount).flatMap {
      ClashFamily.all(problem, presences, rhythm: $0, rooms: 9)
    }
    for _ in 0..<20 {
      let assignment = random.anyAssignment(problem)
      let seen = Self.seen(problem, presences, assignment)
      for p in problem.sessions.indices {
        for q in problem.sessions.indices where q > p {
          let charged = families.reduce(0) {
            $0 + Self.charged($1, (p, seen[p]), (q, seen[q]), samples)
          }
          let paid = problem.overlaps(p, q, in: assignment) ? problem.overlapCost[p, q] : 0
          if charged > 0 { judged() }
          #expect(charged <= Double(paid) + 1e-9)
        }
      }
    }
  }

  @Test(
    "On days of slots the family of all sessions charges what overlaps cost, to the last part",
    .judges(atLeast: 400), arguments: 0..<60)
  func slotsChargeTheTruth(seed: UInt64) throws {
    var random = try RandomScenario(seed: seed, sessions: 8, mixesDays: true)
    let problem = random.problem
    let samples = TimeSamples(problem)
    let presences = Presences(problem, samples)
    let wholes = (1..<max(1, samples.rhythmCount)).compactMap {
      ClashFamily(wholeOf: problem, presences, rhythm: $0, rooms: 9)
    }
    for _ in 0..<20 {
      let assignment = random.anyAssignment(problem)
      let seen = Self.seen(problem, presences, assignment)
      for p in problem.sessions.indices {
        for q in problem.sessions.indices where q > p && problem.requiredGap[p, q] < 0 {
          // Pinned ones may begin between slots, and are then not seen from their start on.
          let stays = [seen[p], seen[q]]
          let areSeen = zip([p, q], stays).allSatisfy { p, stay in
            stay.keys.min().map { samples.minutes[$0] == problem.start(p, in: assignment) } ?? false
          }
          guard areSeen, problem.overlaps(p, q, in: assignment),
            let rhythm = stays[0].keys.min().map({ samples.rhythmOf[$0] }), rhythm > 0
          else { continue }
          let charged = wholes.reduce(0) {
            $0 + Self.charged($1, (p, seen[p]), (q, seen[q]), samples)
          }
          judged()
          #expect(abs(charged - Double(problem.overlapCost[p, q])) < 1e-9)
        }
      }
    }
  }

  /// By session, how it is seen at each moment that it meets.
  private static func seen(
    _ problem: PlanningProblem, _ presences: Presences, _ assignment: Assignment
  ) -> TypedArray<SessionPosition, [Int: Presence]> {
    TypedArray(over: problem.sessions.indices) { p in
      guard let start = problem.start(p, in: assignment) else { return [:] }
      return Dictionary(uniqueKeysWithValues: presences.met(p, from: start).map { ($0, $1) })
    }
  }

  /// What a family charges two sessions at all moments that both meet.
  private static func charged(
    _ family: ClashFamily, _ a: (session: SessionPosition, seen: [Int: Presence]),
    _ b: (session: SessionPosition, seen: [Int: Presence]), _ samples: TimeSamples
  ) -> Double {
    a.seen.reduce(0) { sum, entry in
      guard samples.rhythmOf[entry.key] == family.rhythm, let other = b.seen[entry.key],
        let one = family.typeOf[a.session][entry.value],
        let two = family.typeOf[b.session][other]
      else { return sum }
      return sum + family.price[one, two]
    }
  }

  @Test(
    "Counting by length finds what trying all sets finds", .judges(atLeast: 130),
    arguments: 0..<80)
  func countsAgreeWithSets(seed: UInt64) throws {
    let problem = try RandomScenario(seed: seed, sessions: 14).problem
    var random = SeededGenerator(seed: seed)
    for family in ClashFamily.all(
      problem, Presences(problem, TimeSamples(problem)), rhythm: 0, rooms: 6)
    {
      guard let counts = CountSearch(family, rooms: 6) else { continue }
      let sets = FamilySearch(family, rooms: 6)
      for scale in [2.0, 8, 30] {
        let worth = family.members.map { _ in scale * random.fraction() }
        let all = sets.best(worth: worth, steps: 1_000_000)
        let best = counts.best(worth: worth, upTo: 6)
        if all.gain > 0 { judged() }
        #expect(abs(best.gain - all.gain) < 1e-9)
        #expect(abs(best.atMost - all.gain) < 1e-9)
        let pattern = try #require(best.patterns.last)
        let worthOfPattern = zip(pattern, worth).reduce(0) { $0 + Double($1.0) * $1.1 }
        #expect(abs(worthOfPattern - sets.cost(pattern) - best.gain) < 1e-9)
        // Cut short, it still bounds what larger sets gain.
        for cap in 2..<6 {
          #expect(counts.best(worth: worth, upTo: cap).atMost >= all.gain - 1e-9)
        }
      }
    }
  }

  @Test("Families of random scenarios are mostly of the form that counting needs")
  func countsAreUsed() throws {
    var used = 0
    for seed in 0..<60 {
      let problem = try RandomScenario(seed: UInt64(seed), sessions: 14).problem
      for family in ClashFamily.all(
        problem, Presences(problem, TimeSamples(problem)), rhythm: 0, rooms: 6)
      where CountSearch(family, rooms: 6) != nil { used += 1 }
    }
    #expect(used > 20)
  }

  /// Sessions of an hour, all of one theme, at one day's slots.
  private func handMade(
    sessions: Int, rooms: Int, starts: [Int], minutes: Int = 60
  ) throws -> PlanningProblem {
    let zone = try #require(ZoneClock("Europe/Oslo"))
    let day = Day(
      date: CalendarDate(dayNumber: 20_262), label: "Day", open: [540..<1080], starts: starts)
    let meeting = Meeting(
      id: "hand", name: "Hand", zone: zone, days: [day], gridMinutes: 15, turnoverMinutes: 0,
      transferMinutes: 0, localHours: 0..<1440)
    var scenario = Scenario(meeting: meeting)
    for r in 0..<rooms { scenario.rooms.append(Room(id: "r\(r)", name: "R\(r)", capacity: 20)) }
    scenario.activities.append(Activity(id: "a", name: "A", kind: Kind("WS"), themes: ["x"]))
    for s in 0..<sessions {
      scenario.sessions.append(
        Session(
          id: "s\(s)", activities: [0], title: "S", minutes: minutes, audience: 0,
          themes: ["x"], needs: [], placement: .must, priority: 1, pin: Session.Pin(),
          allowed: nil, isExclusive: false))
    }
    scenario.meeting.weights[.roomChange] = 0
    return PlanningProblem(scenario)
  }

  @Test("Where sessions are alike the bound is the optimum: pairs shared out evenly over the slots")
  func exactWhereAlike() throws {
    // Two and two; three and two; three each; one more than the slots.
    #expect(bound(try handMade(sessions: 4, rooms: 2, starts: [540, 660])) == 2 * 4)
    #expect(bound(try handMade(sessions: 5, rooms: 3, starts: [540, 660])) == 4 * 4)
    #expect(bound(try handMade(sessions: 9, rooms: 3, starts: [540, 660, 780])) == 9 * 4)
    #expect(bound(try handMade(sessions: 5, rooms: 3, starts: [540, 660, 780, 900])) == 1 * 4)
    #expect(bound(try handMade(sessions: 3, rooms: 3, starts: [540, 660, 780])) == 0)
  }

  @Test("Sessions of two steps pay half of each pair at each step")
  func longSessions() throws {
    // Six steps of 45 minutes from nine; sessions of two: three in a row, the fourth clashes.
    let starts = [540, 585, 630, 675, 720]
    #expect(bound(try handMade(sessions: 4, rooms: 2, starts: starts, minutes: 90)) == 4)
    #expect(bound(try handMade(sessions: 3, rooms: 2, starts: starts, minutes: 90)) == 0)
    #expect(bound(try handMade(sessions: 6, rooms: 2, starts: starts, minutes: 90)) == 12)
  }

  @Test(
    "The same work gives the same bounds", .judges(atLeast: 10), arguments: 0..<20, [false, true])
  func reproducible(seed: UInt64, mixesDays: Bool) throws {
    let problem = try RandomScenario(seed: seed, sessions: 5, mixesDays: mixesDays).problem
    let runs = (0..<2).map { _ in
      var bounds: [Int] = []
      AggregateBound(problem, GLPK()).run(
        work: 12, incumbent: { .max }, isStopped: { false }, seconds: { nil },
        prove: { bounds.append($0) })
      return bounds
    }
    #expect(runs[0] == runs[1])
    if !runs[0].isEmpty { judged() }
  }
}
