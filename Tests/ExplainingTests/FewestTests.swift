// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import Meetings
import Planning
import Rules
import Testing

@testable import Explaining

@Suite("The fewest moves and the fewest left out")
struct FewestTests {
  private let planner = Planner(solver: GLPK())
  private let effort = Planner.Effort(movesPerSession: 300, isSideBySide: false)

  @Test("The stated fewest moves is the fewest, by trying all", arguments: 0..<60)
  func fewestMoves(seed: Int) throws {
    var tiny = try TinyMeeting(seed: UInt64(seed))
    if seed % 3 == 0 { tiny.scenario.sessions[2].placement = .optional }
    let scenario = tiny.scenario
    let baseline = tiny.anySchedule()
    let result = planner.draft(
      PlanningProblem.fewestMoves(scenario, from: baseline), effort: effort)
    let least = (0...scenario.sessions.count).first {
      AllSchedules(scenario, baseline: baseline, maxMoves: $0).hasOne
    }
    switch result {
    case .optimal(_, let moves): #expect(moves == least)
    case .infeasible: #expect(least == nil)
    case .feasible, .unknown: Issue.record("a tiny meeting was left undecided")
    }
  }

  @Test("The stated fewest sessions left out is the fewest, by trying all", arguments: 0..<60)
  func fewestUnplaced(seed: Int) throws {
    let scenario = try TinyMeeting(seed: UInt64(seed)).scenario
    let problem = PlanningProblem.fewestUnplaced(scenario, baseline: nil, maxMoves: nil)
    let least = (0...scenario.sessions.count).first {
      AllSchedules(scenario, mostOut: $0).hasOne
    }
    guard case .optimal(let assignment, let count) = planner.draft(problem, effort: effort) else {
      Issue.record("a tiny meeting was left undecided")
      return
    }
    #expect(count == least)
    let review = Review(scenario: scenario, schedule: problem.schedule(assignment))
    #expect(review.violations.allSatisfy { $0.rule == .placedOnce })
    #expect(review.violations.count == count)
  }

  @Test("A kept session stays; where it cannot, it is named and there is no schedule")
  func keeping() throws {
    var tiny = try TinyMeeting(seed: 5)
    tiny.scenario.links = []
    tiny.scenario.limits = []
    for index in tiny.scenario.sessions.indices {
      tiny.scenario.sessions[index].pin = Session.Pin()
      tiny.scenario.sessions[index].minutes = 60
      tiny.scenario.sessions[index].needs = []
      tiny.scenario.sessions[index].audience = 0
      tiny.scenario.sessions[index].isExclusive = false
    }
    let day = tiny.scenario.meeting.days[0].date
    let row = Schedule.Row.placed("s0", WallTime(day, minuteOfDay: 600), "r0")
    let problem = PlanningProblem(tiny.scenario)
    let (kept, homeless) = problem.keeping([0], in: Schedule(rows: [row]))
    #expect(homeless.isEmpty)
    let found = try #require(planner.draft(kept, effort: effort).assignment)
    #expect(kept.schedule(found).firstRows["s0"] == row)

    let late = Schedule.Row.placed("s0", WallTime(day, minuteOfDay: 1200), "r0")
    let (_, lost) = problem.keeping([0], in: Schedule(rows: [late]))
    #expect(lost == [0])
  }
}
