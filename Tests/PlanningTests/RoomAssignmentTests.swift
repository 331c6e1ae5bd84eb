// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import IntegerPrograms
import Judging
import Testing

@testable import PlanningProblems
@testable import Proving
@testable import Searching

@Suite("Concrete rooms inside classes")
struct RoomAssignmentTests {
  @Test(
    "The best by trying every room of the class for each session", .judges(atLeast: 60),
    arguments: 0..<120)
  func best(seed: UInt64) throws {
    let problem = try RandomScenario(seed: seed, sessions: 6).problem
    var random = SeededGenerator(seed: seed)
    let classes = RoomClasses(problem, .coarse)
    let rooms = RoomAssignment(problem: problem, solver: GLPK())
    for _ in 0..<3 {
      guard let legal = problem.legalAssignment(&random) else { return }
      let choices = PlanningProblem.Choices(over: legal.places.indices) { p in
        legal.places[p].map {
          (start: $0.start, roomClass: classes.classOf[problem.places[p].rooms[$0.room]])
        }
      }
      let found = try #require(
        rooms.rooms(for: choices, of: classes, limits: SolveLimits(), cancellation: Cancellation()))
      let score = WorkingSchedule(problem, found).score
      #expect(score == Score(violations: 0, cost: try least(problem, choices, classes)))
      judged()
    }
  }

  /// The least that any rooms of the classes cost.
  private func least(
    _ problem: PlanningProblem, _ choices: PlanningProblem.Choices, _ classes: RoomClasses
  ) throws -> Int {
    var working = WorkingSchedule(problem)
    var least: Int?
    func visit(_ p: SessionPosition) {
      guard p < choices.endIndex else {
        if working.score.violations == 0 { least = min(least ?? .max, working.score.cost) }
        return
      }
      guard let choice = choices[p] else { return visit(p.next) }
      let table = problem.places[p]
      for r in table.rooms.indices
      where classes.classOf[table.rooms[r]] == choice.roomClass
        && table.price(choice.start, r) != nil
      {
        working.put(p, at: .init(start: choice.start, room: r))
        visit(p.next)
        working.take(p)
      }
    }
    visit(0)
    return try #require(least)
  }
}
