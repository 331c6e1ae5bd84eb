// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import IntegerPrograms
import Judging
import Rules
import Testing

@testable import Planning
@testable import PlanningProblems

@Suite("A short draft that begins with a known schedule")
struct RedraftTests {
  @Test(
    "It costs no less than the best schedule, proves no more, and loses nothing",
    .judges(atLeast: 40), arguments: 0..<80, [20, 200])
  func bounds(seed: UInt64, work: Int) throws {
    var random = try RandomScenario(small: seed)
    let problem = random.problem
    guard let best = BruteForce.best(random) else { return }
    let start = random.anyAssignment(problem)
    let score = WorkingSchedule(problem, start).score
    let result = Planner(solver: GLPK()).shortDraft(problem, from: start, work: work)
    guard let found = result.assignment else { return }
    judged()
    let review = Review(
      scenario: random.scenario, schedule: problem.schedule(found), baseline: random.baseline,
      maxMoves: random.maxMoves)
    #expect(review.violations.isEmpty)
    #expect(review.objective >= best)
    if score.violations == 0 { #expect(review.objective <= score.cost) }
    switch result {
    case .optimal(_, let objective): #expect(objective == best)
    case .feasible(_, let objective, let bound): #expect(bound <= best && best <= objective)
    case .infeasible, .unknown: Issue.record("there is a schedule of \(best)")
    }
  }
}
