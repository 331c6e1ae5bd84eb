// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import Meetings
import Planning
import Rules
import Testing

@testable import Explaining

@Suite("What one answer about prices tells of another")
struct PricesTests {
  private typealias Answer = DraftAnalysis.Answer

  private func found(_ objective: Int, atLeast bound: Int) -> Answer {
    .found(
      DraftAnalysis.Outcome(
        schedule: Schedule(rows: []), objective: objective, moves: 0, bound: bound, changes: []))
  }

  private func numbers(_ answer: Answer) -> [Int]? {
    guard case .found(let outcome) = answer else { return nil }
    return [outcome.objective, outcome.bound]
  }

  @Test("What is found with one more hour on a day, and proven for every day, holds for the other")
  func hours() {
    let shared = Prices.sharingHours(
      [.hour(day: 0), .room(like: 0), .hour(day: 1), .hourEveryDay],
      [found(10, atLeast: 3), found(4, atLeast: 1), found(14, atLeast: 9), found(12, atLeast: 5)])
    #expect(shared.map(numbers) == [[10, 5], [4, 1], [14, 9], [10, 5]])
  }

  @Test("An hour that was not reached tells nothing, and learns nothing")
  func unknown() {
    let none = Prices.sharingHours(
      [.hour(day: 0), .hourEveryDay], [found(10, atLeast: 3), .notReached])
    #expect(none.map(numbers) == [[10, 3], nil])
    let one = Prices.sharingHours(
      [.hour(day: 0), .hourEveryDay], [.undecided, found(10, atLeast: 3)])
    #expect(one.map(numbers) == [nil, [10, 3]])
  }

  @Test("Only a draft that keeps every rule and costs what is proven is an answer by itself")
  func proven() throws {
    var scenario = try TinyMeeting(seed: 1).scenario
    let day = scenario.meeting.days[0]
    scenario.sessions = [Session(id: "s", activities: [0], title: "", minutes: 60)]
    (scenario.roles, scenario.links, scenario.limits, scenario.wishes) = ([], [], [], [])
    scenario.rooms = [Room(id: "r", name: "R", capacity: 120)]
    let draft = Schedule(rows: [.placed("s", WallTime(day.date, minuteOfDay: 540), "r")])
    let cost = Review(scenario: scenario, schedule: draft).objective
    #expect(cost > 0)
    func answer(_ known: KnownBound, _ schedule: Schedule) -> [Int]? {
      DraftAnalysis(scenario, schedule, Planner(solver: GLPK()), known: known).provenDraft
        .flatMap(numbers)
    }
    #expect(answer(.proven(cost), draft) == [cost, cost])
    #expect(answer(.proven(cost - 1), draft) == nil)
    #expect(answer(.none, draft) == nil)
    #expect(answer(.proven(0), Schedule(rows: [])) == nil)
  }
}
