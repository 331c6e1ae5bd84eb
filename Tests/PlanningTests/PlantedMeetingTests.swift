// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import Judging
import Meetings
import Rules
import Testing

@testable import Planning
@testable import PlanningProblems

@Suite("Where a schedule exists, the planner finds one")
struct PlantedMeetingTests {
  private static let seeds: Range<UInt64> = 0..<36

  @Test(
    "Meetings made of tracks, with `must` links of every kind: a schedule that keeps all hard rules",
    .judges(atLeast: 36), arguments: seeds)
  func finds(seed: UInt64) throws {
    let meeting = try PlantedMeeting(seed: seed)
    let planted = Review(scenario: meeting.scenario, schedule: meeting.planted)
    try #require(planted.violations.isEmpty, "what was planted keeps the rules")
    let problem = PlanningProblem(meeting.scenario)
    // Any schedule is near enough: a gap of 1 ends the search at the first.
    let draft = Planner(solver: GLPK()).draft(problem, effort: .init(gap: 1, work: 60_000))
    let found = try #require(draft.assignment, "\(draft)")
    judged()
    let review = Review(scenario: meeting.scenario, schedule: problem.schedule(found))
    #expect(review.violations.isEmpty)
  }

  @Test(
    "The meetings ask what they are there to ask: every kind of link, in tracks and between them")
  func coverage() throws {
    var meetings: [Link.Kind: Int] = [:]
    var across: [Link.Kind: Int] = [:]
    var others: [Int] = [0, 0, 0, 0, 0]
    for seed in Self.seeds {
      let scenario = try PlantedMeeting(seed: seed).scenario
      for kind in Set(scenario.links.map(\.kind)) { meetings[kind, default: 0] += 1 }
      for kind in Set(scenario.links.filter { $0.from != $0.to }.map(\.kind)) {
        across[kind, default: 0] += 1
      }
      others[0] += scenario.limits.isEmpty ? 0 : 1
      others[1] += scenario.people.contains { $0.maxPerDay != nil } ? 1 : 0
      others[2] += scenario.sessions.contains { $0.pin != Session.Pin() } ? 1 : 0
      others[3] += scenario.rooms.contains { !$0.parts.isEmpty } ? 1 : 0
      others[4] += scenario.meeting.days.contains { $0.starts != nil } ? 1 : 0
    }
    for kind in Link.Kind.allCases {
      #expect(meetings[kind, default: 0] >= 18, "\(kind)")
      #expect(across[kind, default: 0] >= 6, "\(kind)")
    }
    #expect(others.allSatisfy { $0 >= 6 }, "\(others)")
  }
}
