// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import Testing

@testable import Planning

@Suite("A search from a known schedule")
struct KnownScheduleTests {
  @Test("Never ends dearer than it began, however little it may do", arguments: 0..<20)
  func neverDearer(seed: UInt64) throws {
    var random = try RandomScenario(seed: seed, sessions: 6)
    let problem = random.problem
    let known = (0..<40).map { _ in random.anyAssignment(problem) }
      .map { (assignment: $0, standing: WorkingSchedule(problem, $0).standing) }
      .filter { $0.standing.violations == 0 }
      .min { $0.standing.cost < $1.standing.cost }
    guard let known else { return }
    let effort = Planner.Effort(seed: seed, work: 1, movesPerSession: 1, nodes: 1)
    switch Planner(solver: GLPK()).draft(problem, effort: effort, from: known.assignment) {
    case .optimal(_, let objective): #expect(objective <= known.standing.cost)
    case .feasible(_, let objective, let bound):
      #expect(objective <= known.standing.cost)
      #expect(bound <= objective)
    case .infeasible, .unknown: Issue.record("the schedule that was known is lost")
    }
  }

  @Test("Mends what it breaks: from any start the optimum is found", arguments: 0..<16)
  func mends(seed: UInt64) throws {
    var random = try RandomScenario(seed: seed, sessions: 5)
    let problem = random.problem
    let brute = BruteForce(random)
    // Most of these break something or leave sessions out.
    let known = random.anyAssignment(problem)
    let draft = Planner(solver: GLPK()).draft(
      problem, effort: .init(seed: seed, movesPerSession: 60), from: known)
    switch draft {
    case .optimal(_, let objective): #expect(objective == brute.best)
    case .infeasible: #expect(brute.best == nil)
    case .feasible, .unknown: Issue.record("five sessions are proven")
    }
  }
}
