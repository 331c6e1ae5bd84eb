// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import Meetings
import Planning
import Rules
import Synchronization
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

  /// A meeting of one session and its one schedule.
  private func one() throws -> (scenario: Scenario, schedule: Schedule, cost: Int) {
    var scenario = try TinyMeeting(seed: 1).scenario
    let day = scenario.meeting.days[0]
    scenario.sessions = [Session(id: "s", activities: [0], title: "", minutes: 60)]
    (scenario.roles, scenario.links, scenario.limits, scenario.wishes) = ([], [], [], [])
    scenario.rooms = [Room(id: "r", name: "R", capacity: 120)]
    let schedule = Schedule(rows: [.placed("s", WallTime(day.date, minuteOfDay: 540), "r")])
    return (scenario, schedule, Review(scenario: scenario, schedule: schedule).objective)
  }

  private func found(_ schedule: Schedule, _ objective: Int, atLeast bound: Int) -> Answer {
    .found(
      DraftAnalysis.Outcome(
        schedule: schedule, objective: objective, moves: 0, bound: bound, changes: []))
  }

  @Test(
    "What is proven with a change holds without it; a schedule that does without it bought nothing")
  func learning() throws {
    let (scenario, schedule, cost) = try one()
    var elsewhere = schedule
    elsewhere.rows[0].room = "another"
    func learnt(_ base: Answer, _ answers: [Answer]) -> [Int]? {
      numbers(Prices.learning(base, from: answers, scenario))
    }
    let dear = found(cost + 7, atLeast: 0)
    // It needs the new room: it says nothing about the tables as they are but its bound.
    #expect(
      learnt(dear, [found(elsewhere, cost, atLeast: cost), .impossible]) == [cost + 7, cost])
    #expect(learnt(dear, [.notReached, found(schedule, cost, atLeast: 0)]) == [cost, 0])
    #expect(learnt(dear, [found(schedule, cost, atLeast: cost)]) == [cost, cost])
    #expect(learnt(.undecided, [found(schedule, cost, atLeast: 0)]) == [cost, 0])
    #expect(learnt(.impossible, [found(schedule, cost, atLeast: 0)]) == nil)
    #expect(learnt(.notReached, [found(schedule, cost, atLeast: 0)]) == nil)
  }

  @Test(
    "What a change buys for certain lies between the two bounds, and the draft's own is one of them"
  )
  func certain() throws {
    let (scenario, schedule, cost) = try one()
    for known in [KnownBound.proven(cost), .proven(cost - 1), .none] {
      let study = DraftAnalysis(scenario, schedule, Planner(solver: GLPK()), known: known)
      let prices = Prices(study, [])
      #expect(prices.bound >= known.bound ?? 0)
      #expect(!prices.lines.isEmpty)
      for line in prices.lines {
        let gain = try #require(prices.gain(line))
        let certain = try #require(prices.certain(line))
        #expect(certain.contains(gain))
        guard case .found(let outcome) = line.answer else { continue }
        #expect(certain.upperBound == max(certain.lowerBound, prices.now - outcome.bound))
      }
    }
  }

  @Test(
    "Whoever waits is told what is asked, of how many, and no bound below the one that is known")
  func waiting() throws {
    let (scenario, schedule, cost) = try one()
    let steps = Mutex<[ExplainStep]>([])
    let study = DraftAnalysis(
      scenario, schedule, Planner(solver: GLPK()), known: .proven(cost - 1),
      tell: { step in steps.withLock { $0.append(step) } })
    let prices = Prices(study, [])
    let told = steps.withLock { $0 }
    let all = prices.lines.count + 1
    #expect(told.first == .solving(answered: 0, of: all))
    #expect(told.contains(.solving(answered: all, of: all)))
    let asking = told.compactMap { step -> (question: String, news: DraftNews, of: Int)? in
      guard case .asking(let question, let news, _, let all) = step else { return nil }
      #expect(step.progress.hasSuffix(" of \(all) questions, now \(question)"))
      return (question, news, all)
    }
    #expect(asking.allSatisfy { $0.of == all })
    let own = asking.filter { $0.question == "the tables as they are" }
    #expect(!own.isEmpty && own.allSatisfy { $0.news.bound ?? 0 >= cost - 1 })
    #expect(
      Set(asking.map(\.question)).isSubset(
        of: ["the tables as they are"] + prices.lines.map(\.words)))
  }
}
