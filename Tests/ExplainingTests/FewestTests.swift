// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import IntegerPrograms
import Judging
import Meetings
import Planning
import PlanningProblems
import Rules
import Testing

@testable import Explaining

@Suite("The fewest moves and the fewest left out")
struct FewestTests {
  private let planner = Planner(solver: GLPK())
  private let effort = Planner.Effort(movesPerSession: 300, isSideBySide: false)

  @Test(
    "The stated fewest moves is the fewest, by trying all", .judges(atLeast: 13),
    arguments: 0..<60)
  func fewestMoves(seed: Int) throws {
    var tiny = try TinyMeeting(seed: UInt64(seed))
    if seed % 3 == 0 { tiny.scenario.sessions[2].placement = .optional }
    let scenario = tiny.scenario
    let baseline = tiny.anySchedule()
    let least = (0...scenario.sessions.count).first {
      AllSchedules(scenario, baseline: baseline, maxMoves: $0).hasOne
    }
    switch fewest(scenario, from: baseline) {
    case .found(let schedule, let fewest):
      judged()
      #expect(fewest.isProven && fewest.moves == least)
      let review = Review(
        scenario: scenario, schedule: schedule, baseline: baseline, maxMoves: fewest.moves)
      #expect(review.violations.isEmpty)
      #expect(Review.moves(to: schedule, from: baseline, of: scenario) == fewest.moves)
      #expect(fewest.reading(schedule, from: baseline, of: scenario).moves == fewest.moves)
    case .impossible: #expect(least == nil)
    case .undecided: Issue.record("a tiny meeting was left undecided")
    }
  }

  @Test(
    "So many moves are enough for a draft, and one less is not", .judges(atLeast: 4),
    arguments: 0..<40)
  func limitOfMoves(seed: Int) throws {
    var tiny = try TinyMeeting(seed: UInt64(100 + seed))
    let scenario = tiny.scenario
    let baseline = tiny.anySchedule()
    let kept: Set<Int> = seed % 2 == 0 ? [] : [seed % scenario.sessions.count]
    guard case .found(_, let fewest) = self.fewest(scenario, from: baseline, keeping: kept)
    else { return }
    func draft(_ maxMoves: Int) -> DraftResult {
      let problem = PlanningProblem(scenario, baseline: baseline, maxMoves: maxMoves)
        .keeping(kept, in: baseline).problem
      return planner.draft(problem, effort: effort)
    }
    #expect(fewest.isProven)
    #expect(draft(fewest.moves).assignment != nil)
    guard fewest.moves > 0 else { return }
    judged()
    guard case .infeasible = draft(fewest.moves - 1) else {
      Issue.record("one move less does as well")
      return
    }
  }

  @Test("Where the search knows nothing, a baseline that breaks a rule still needs one move")
  func oneAtLeast() throws {
    var seen = 0
    for seed in 0..<20 {
      var tiny = try TinyMeeting(seed: UInt64(seed))
      let baseline = tiny.anySchedule()
      let scenario = tiny.scenario
      let barely = Planner.Effort(work: 1, movesPerSession: 300, isSideBySide: false)
      let answer = FewestMoves.answer(
        scenario, from: baseline, keeping: [], planner: planner, effort: barely,
        cancellation: Cancellation())
      guard case .found(_, let fewest) = answer else { continue }
      #expect(fewest.atLeast <= fewest.moves)
      if fewest.moves > 0 && fewest.atLeast == 1 { seen += 1 }
    }
    #expect(seen > 0)
  }

  private func fewest(
    _ scenario: Scenario, from baseline: Schedule, keeping kept: Set<Int> = []
  ) -> FewestMoves.Answer {
    FewestMoves.answer(
      scenario, from: baseline, keeping: kept, planner: planner, effort: effort,
      cancellation: Cancellation())
  }

  @Test(
    "The stated fewest sessions left out is the fewest, by trying all", .judges(atLeast: 34),
    arguments: 0..<60)
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
    if count > 0 { judged() }
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
