// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import Judging
import Testing

@testable import Planning
@testable import PlanningProblems
@testable import Searching

@Suite("A search from a known schedule")
struct KnownScheduleTests {
  @Test(
    "Never ends dearer than it began, however little it may do", .judges(atLeast: 7),
    arguments: 0..<40)
  func neverDearer(seed: UInt64) throws {
    let problem = try RandomScenario(seed: seed, sessions: 6).problem
    var random = SeededGenerator(seed: seed)
    guard let known = problem.legalAssignment(&random) else { return }
    let cost = WorkingSchedule(problem, known).score.cost
    judged()
    let effort = Planner.Effort(seed: seed, work: 1, movesPerSession: 1, nodes: 1)
    switch Planner(solver: GLPK()).draft(problem, effort: effort, from: known) {
    case .optimal(_, let objective): #expect(objective <= cost)
    case .feasible(_, let objective, let bound):
      #expect(objective <= cost)
      #expect(bound <= objective)
    case .infeasible, .unknown: Issue.record("the schedule that was known is lost")
    }
  }

  @Test(
    "Mends what it breaks: from any start the optimum is found", .judges(atLeast: 11),
    arguments: 0..<40)
  func mends(seed: UInt64) throws {
    var random = try RandomScenario(small: seed)
    let problem = random.problem
    let best = BruteForce.best(random)
    // Most of these break something or leave sessions out.
    let known = random.anyAssignment(problem)
    let draft = Planner(solver: GLPK()).draft(
      problem, effort: .init(seed: seed, movesPerSession: 60), from: known)
    switch draft {
    case .optimal(_, let objective):
      judged()
      #expect(objective == best)
    case .infeasible: #expect(best == nil)
    case .feasible, .unknown: Issue.record("six sessions are proven")
    }
  }
}
