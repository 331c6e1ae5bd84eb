// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import IntegerPrograms
import Judging
import Meetings
import Rules
import Testing

@testable import Planning
@testable import PlanningProblems
@testable import Searching

@Suite("A session at a place that somebody asks about, and who gives way there")
struct PlaceSearchTests {
  private let solver = GLPK()

  /// A problem in which one session may only stand at one start, other than in a schedule that keeps the
  /// rules; and that schedule.
  private func asked(
    _ random: inout RandomScenario, session: Int
  ) -> (problem: PlanningProblem, known: Assignment)? {
    let problem = random.problem
    guard let p = problem.position[session] else { return nil }
    let legal = random.someAssignments(problem).last {
      WorkingSchedule(problem, $0).score.violations == 0
    }
    guard let legal, let here = legal.places[p] else { return nil }
    let (own, room) = (problem.places[p].starts[here.start], problem.places[p].rooms[here.room])
    let place = problem.namedPlaces(of: session).keys.sorted {
      ($0.start, $0.room) < ($1.start, $1.room)
    }
    .first { $0.start != own || $0.room != room.index }
    guard let place else { return nil }
    let there = problem.choosing([session: { $0 == place }])
    return (there, there.assignment(problem.schedule(legal)))
  }

  private func optimum(_ problem: PlanningProblem) -> Int? {
    var effort = Planner.Effort(movesPerSession: 300, isSideBySide: false)
    effort.usesBlocks = false
    if case .optimal(_, let cost) = Planner(solver: solver).draft(problem, effort: effort) {
      return cost
    }
    return nil
  }

  @Test(
    "What is found around it keeps every rule, and costs no less than the best schedule there",
    .judges(atLeast: 15), arguments: 0..<150)
  func best(seed: UInt64) throws {
    var random = try RandomScenario(seed: seed, sessions: 5)
    guard let (asked, known) = asked(&random, session: 1) else { return }
    let problem = asked.placing(1)
    guard let search = PlaceSearch(problem, solver, of: 1), let best = optimum(problem) else {
      return
    }
    guard let found = search.schedule(from: known) else { return }
    judged()
    let review = Review(
      scenario: random.scenario, schedule: problem.schedule(found), baseline: random.baseline,
      maxMoves: random.maxMoves)
    #expect(review.violations.isEmpty)
    #expect(review.objective >= best)
  }

  @Test(
    "The answer stands where it was asked for, keeps the rules, and is never dearer than a short repair",
    .judges(atLeast: 15), arguments: 0..<120)
  func moved(seed: UInt64) throws {
    var random = try RandomScenario(seed: seed, sessions: 6)
    guard let (asked, known) = asked(&random, session: 2) else { return }
    // It may be an optional session: what its place costs is asked all the same.
    let problem = asked.placing(2)
    guard let best = optimum(problem) else { return }
    let planner = Planner(solver: solver)
    let result = planner.moved(2, in: asked, from: known)
    let found = try #require(result.assignment)
    judged()
    let p = try #require(problem.position[2])
    #expect(found.places[p] != nil)
    let score = WorkingSchedule(problem, found).score
    #expect(score.violations == 0 && score.cost >= best)
    switch result {
    case .optimal(_, let objective): #expect(objective == score.cost && objective == best)
    case .feasible(_, let objective, let bound):
      #expect(objective == score.cost && bound <= best && bound < objective)
    case .infeasible, .unknown: Issue.record("there is a schedule of \(best)")
    }
    if let alone = planner.repair(problem, from: known).assignment {
      #expect(score.cost <= WorkingSchedule(problem, alone).score.cost)
    }
  }

  @Test("Only those that are free move, and what they find keeps every rule", .judges(atLeast: 10))
  func held() throws {
    for seed in 0..<120 as Range<UInt64> {
      var random = try RandomScenario(seed: seed, sessions: 8)
      guard let (problem, known) = asked(&random, session: 0), let p = problem.position[0] else {
        continue
      }
      var standing = known
      standing.places[p] = Assignment.Place(start: StartOption(0), room: RoomOption(0))
      let free = Surroundings(problem, of: p, in: standing).sessions(4)
      #expect(free.first == p && free.count <= 4 && Set(free).count == free.count)
      guard
        let mended = Neighbourhood(problem, solver).mend(
          standing, freeing: free.sorted(), mostPlaces: 10, nodes: 40)
      else { continue }
      judged()
      #expect(WorkingSchedule(problem, mended).score.violations == 0)
      for q in problem.sessions.indices where !free.contains(q) {
        #expect(mended.places[q] == standing.places[q])
      }
    }
  }

  @Test("The same question has the same answer")
  func same() throws {
    for seed in 0..<30 as Range<UInt64> {
      var random = try RandomScenario(seed: seed, sessions: 7)
      guard let (problem, known) = asked(&random, session: 1) else { continue }
      let planner = Planner(solver: solver)
      let answers = (0..<2).map { _ in
        planner.moved(1, in: problem, from: known).assignment
      }
      #expect(answers[0] == answers[1])
    }
  }
}
