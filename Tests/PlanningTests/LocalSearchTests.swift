// SPDX-License-Identifier: GPL-3.0-or-later

import Judging
import Testing

@testable import PlanningProblems
@testable import Searching

@Suite("The local search prices moves as the plain schedule does")
struct LocalSearchTests {
  @Test(
    "Each move drawn changes the score by what was worked out for it", .judges(atLeast: 13_000),
    arguments: 0..<80)
  func moves(seed: UInt64) throws {
    var random = try RandomScenario(seed: seed, sessions: 8)
    let problem = random.problem
    let board = PriceBoard(problem)
    let schedule = PricedSchedule(board, random.anyAssignment(problem))
    var moves = Moves(board, seed: seed)
    guard !moves.isEmpty else { return }
    for _ in 0..<400 where moves.draw(for: schedule) {
      let before = schedule.score
      #expect(before == WorkingSchedule(problem, schedule.assignment).score)
      let time = schedule.change(moves.steps)
      let groups = schedule.groupChange(moves.steps)
      #expect(schedule.score == before, "working a move out changes nothing")
      let most = schedule.mostFromGroups(moves.steps)
      #expect(groups.cost >= -most.cost && groups.violations >= -most.violations)
      schedule.make(moves.steps)
      judged()
      #expect(schedule.score == before + time + groups)
    }
    #expect(schedule.score == WorkingSchedule(problem, schedule.assignment).score)
  }

  @Test(
    "A move costs at least what its time alone adds", .judges(atLeast: 440), arguments: 0..<40)
  func early(seed: UInt64) throws {
    let problem = try RandomScenario(seed: seed, sessions: 8).problem
    var random = SeededGenerator(seed: seed)
    guard let start = problem.legalAssignment(&random) else { return }
    let board = PriceBoard(problem)
    let schedule = PricedSchedule(board, start)
    var moves = Moves(board, seed: seed)
    for _ in 0..<400 where moves.draw(for: schedule) {
      if !schedule.touchesSameRooms(moves.steps) {
        let least = schedule.changeInTime(moves.steps)
        let all = schedule.change(moves.steps)
        judged()
        #expect(all.cost >= least.cost && all.violations >= least.violations)
      }
      // Only where nothing is broken are moves priced in time first.
      let change = schedule.change(moves.steps) + schedule.groupChange(moves.steps)
      if change.violations == 0 { schedule.make(moves.steps) }
    }
  }

  @Test("The same seed cools to the same schedule")
  func repeats() throws {
    let random = try RandomScenario(seed: 24, sessions: 8)
    let schedules = try (0..<2).map { _ in
      var local = LocalSearch(random.problem, seed: 7)
      local.buildGreedily { false }
      local.cool(
        moves: 5_000, hot: 40, cold: 0.2, goal: 0, isStopped: { _ in false },
        onBetter: { _, _, _ in })
      return try #require(local.best)
    }
    #expect(schedules[0] == schedules[1])
  }
}
