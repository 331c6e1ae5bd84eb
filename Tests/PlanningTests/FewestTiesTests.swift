// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import Judging
import Meetings
import Testing

@testable import PlanningProblems
@testable import Proving
@testable import Searching

@Suite("As few ties as it takes say the same")
struct FewestTiesTests {
  @Test(
    "A schedule that keeps the hard rules keeps them with fewest ties, at the same cost",
    .judges(atLeast: 20), arguments: 0..<100)
  func keepsSchedules(seed: UInt64) throws {
    let problem = PlanningProblem(try TiedScenario(seed: seed, sessions: 6).scenario)
    let tied = problem.withFewestTies
    var random = SeededGenerator(seed: seed)
    for _ in 0..<3 {
      guard let legal = problem.legalAssignment(&random) else { continue }
      judged()
      let same = try #require(problem.translate(legal, to: tied), "no place of it is ruled out")
      #expect(WorkingSchedule(tied, same).score == WorkingSchedule(problem, legal).score)
    }
  }

  @Test(
    "A schedule that keeps the hard rules with fewest ties keeps all of them",
    .judges(atLeast: 20), arguments: 0..<100)
  func addsNoSchedule(seed: UInt64) throws {
    let problem = PlanningProblem(try TiedScenario(seed: seed, sessions: 6).scenario)
    let tied = problem.withFewestTies
    var random = SeededGenerator(seed: seed)
    for _ in 0..<3 {
      guard let legal = tied.legalAssignment(&random) else { continue }
      judged()
      let same = try #require(tied.translate(legal, to: problem))
      #expect(WorkingSchedule(problem, same).score == WorkingSchedule(tied, legal).score)
    }
  }

  @Test("A track of n sessions has n - 1 ties to its room, and as many to its day")
  func countsTies() throws {
    let problem = PlanningProblem(try PlantedTracks(seed: 3, rooms: 3).scenario)
    let tied = problem.withFewestTies
    let sizes = Dictionary(grouping: problem.sessions.indices) {
      problem.scenario.sessions[problem.sessions[$0]].activities[0]
    }.values.map(\.count)
    #expect(tied.terms.sameRooms.all.count <= sizes.reduce(0) { $0 + $1 - 1 })
    #expect(tied.terms.sameRooms.all.count < problem.terms.sameRooms.all.count)
    #expect(tied.terms.timeRelations.all.count < problem.terms.timeRelations.all.count)
  }

  @Test(
    "The bound with fewest ties is never above the best schedule, by trying all",
    .judges(atLeast: 30), arguments: 0..<120)
  func neverAboveTheBest(seed: UInt64) throws {
    let tied = try TiedScenario(seed: seed)
    guard let least = tied.leastCost() else { return }
    var best = 0
    AggregateBound(PlanningProblem(tied.scenario).withFewestTies, GLPK()).run(
      incumbent: { .max }, isStopped: { false }, seconds: { nil }, prove: { best = $0 })
    if best > 0 { judged() }
    #expect(best <= least)
  }
}

@Suite("Themes that others include")
struct LeadingThemesTests {
  @Test(
    "Whoever shares a theme shares a leading one, and nobody else does", .judges(atLeast: 150),
    arguments: 0..<60)
  func sharesTheSame(seed: UInt64) throws {
    let problem = PlanningProblem(try TiedScenario(seed: seed, sessions: 6).scenario)
    let leading = problem.leadingThemes
    for p in problem.sessions.indices {
      #expect(leading[p].isSubset(of: problem.session(p).themes))
      for q in problem.sessions.indices where q > p {
        let themes = Set(problem.session(p).themes)
        if !themes.isDisjoint(with: problem.session(q).themes) { judged() }
        #expect(
          leading[p].isDisjoint(with: leading[q])
            == themes.isDisjoint(with: problem.session(q).themes))
      }
    }
  }

  @Test("Two tracks that share a theme pay in full for what cannot run one after the other")
  func paysInFull() throws {
    let zone = try #require(ZoneClock("Europe/Oslo"))
    let day = Day(
      date: CalendarDate(dayNumber: 20_262), label: "Day", open: [540..<720],
      starts: [540, 600, 660])
    var scenario = Scenario(
      meeting: Meeting(
        id: "two", name: "Two", zone: zone, days: [day], gridMinutes: 30, turnoverMinutes: 0,
        transferMinutes: 0, localHours: 240..<1320))
    for room in 0..<3 {
      scenario.rooms.append(
        Room(id: "r\(room)", name: "Room \(room)", capacity: 40, turnoverMinutes: 0))
    }
    for track in 0..<2 {
      scenario.activities.append(
        Activity(
          id: "t\(track)", name: "Track \(track)", kind: Kind("WS"),
          themes: ["track \(track)", "both"]))
    }
    for number in 0..<6 {
      scenario.sessions.append(
        Session(
          id: "s\(number)", activities: [number / 3], title: "Talk \(number)", minutes: 60,
          audience: 30, themes: ["track \(number / 3)", "both"], needs: [], placement: .must,
          priority: 3, pin: Session.Pin(), allowed: nil, isExclusive: false))
    }
    var best = 0
    AggregateBound(PlanningProblem(scenario), GLPK()).run(
      incumbent: { .max }, isStopped: { false }, seconds: { nil }, prove: { best = $0 })
    // Three moments for six sessions: three pairs, at 4 each, whichever they are.
    #expect(best == 12)
  }
}
