// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Planning

@Suite("The local search prices moves as the plain schedule does")
struct LocalSearchTests {
  @Test("Each move drawn changes the standing by what was worked out for it", arguments: 0..<80)
  func moves(seed: UInt64) throws {
    var random = try RandomScenario(seed: seed, sessions: 8)
    let problem = random.problem
    let board = PriceBoard(problem)
    let schedule = PricedSchedule(board, random.anyAssignment(problem))
    var moves = Moves(board, seed: seed)
    guard !moves.isEmpty else { return }
    var made = 0
    for _ in 0..<400 where moves.draw(for: schedule) {
      let before = schedule.standing
      #expect(before == WorkingSchedule(problem, schedule.assignment).standing)
      let time = schedule.change(moves.steps)
      let groups = schedule.groupChange(moves.steps)
      #expect(schedule.standing == before, "working a move out changes nothing")
      let most = schedule.mostFromGroups(moves.steps)
      #expect(groups.cost >= -most.cost && groups.violations >= -most.violations)
      schedule.make(moves.steps)
      made += 1
      #expect(schedule.standing == before + time + groups)
    }
    #expect(made > 0)
    #expect(schedule.standing == WorkingSchedule(problem, schedule.assignment).standing)
  }

  @Test("A move costs at least what its time alone adds", arguments: 0..<40)
  func early(seed: UInt64) throws {
    var random = try RandomScenario(seed: seed, sessions: 8)
    let problem = random.problem
    let board = PriceBoard(problem)
    let schedule = PricedSchedule(board, random.anyAssignment(problem))
    var moves = Moves(board, seed: seed)
    guard !moves.isEmpty else { return }
    for _ in 0..<400 where moves.draw(for: schedule) {
      if schedule.standing.violations == 0, !schedule.touchesSameRooms(moves.steps) {
        let least = schedule.changeInTime(moves.steps)
        let all = schedule.change(moves.steps)
        #expect(all.cost >= least.cost && all.violations >= least.violations)
      }
      schedule.make(moves.steps)
    }
  }

  @Test("The same seed cools to the same schedule")
  func repeats() throws {
    let random = try RandomScenario(seed: 5, sessions: 8)
    let schedules = (0..<2).map { _ -> Assignment? in
      var local = LocalSearch(random.problem, seed: 7)
      local.buildGreedily { false }
      local.cool(
        moves: 5_000, hot: 40, cold: 0.2, goal: 0, isStopped: { _ in false },
        onBetter: { _, _, _ in })
      return local.best
    }
    #expect(schedules[0] == schedules[1])
  }
}
