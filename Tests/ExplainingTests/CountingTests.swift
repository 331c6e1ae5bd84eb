// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import Judging
import Meetings
import Planning
import PlanningProblems
import Testing

@testable import Explaining

@Suite("Sums by which a contradiction is seen")
struct CountingTests {
  @Test(
    "No sum contradicts a meeting that has a schedule", .judges(atLeast: 26),
    arguments: 0..<150)
  func sound(seed: Int) throws {
    let scenario = try TinyMeeting(seed: UInt64(seed), sessions: 2 + seed % 3).scenario
    let demands = Loosening(scenario).demands
    let problem = PlanningProblem(demands)
    guard case .possible = Planner(solver: GLPK()).decide(problem) else { return }
    judged()
    let counting = CountingFact.sharpest(demands, problem)
    #expect(counting == nil, "\(counting?.words ?? "")")
    let starts = StartCount(demands, problem)?.overfull() ?? []
    #expect(starts.isEmpty, "\(starts.map(\.words))")
  }

  @Test("Sums of each sort are met in contradictory meetings")
  func sorts() throws {
    var seen: Set<String> = []
    for seed in 0..<120 {
      let scenario = try TinyMeeting(seed: UInt64(seed), sessions: 3 + seed % 5).scenario
      let demands = Loosening(scenario).demands
      switch CountingFact.sharpest(demands, PlanningProblem(demands))?.resource {
      case .rooms: seen.insert("rooms")
      case .person: seen.insert("person")
      case .atOnce: seen.insert("at once")
      case .number: seen.insert("number")
      case .starts, nil: break
      }
    }
    #expect(seen == ["rooms", "person", "at once", "number"])
  }

  @Test("Where the rooms stay too full without a session there is no schedule without it")
  func surplus() throws {
    var counts = (remains: 0, open: 0)
    for seed in 0..<120 {
      let scenario = try TinyMeeting(seed: UInt64(seed), sessions: 3 + seed % 5).scenario
      let demands = Loosening(scenario).demands
      let surplus = Surplus(demands)
      for session in demands.sessions.indices {
        guard surplus.remains(without: demands.sessions[session].id) else {
          counts.open += 1
          continue
        }
        counts.remains += 1
        let others = demands.keeping(sessions: demands.sessions.indices.filter { $0 != session })
        guard case .impossible = Planner(solver: GLPK()).decide(PlanningProblem(others)) else {
          Issue.record("\(seed) without \(demands.sessions[session].id)")
          continue
        }
      }
    }
    #expect(counts.remains > 20 && counts.open > 20, "\(counts)")
  }

  /// Two rooms, one day with a few starts.
  private func meeting(_ sessions: [Session]) throws -> Scenario {
    var scenario = try TinyMeeting(seed: 1).scenario
    let day = scenario.meeting.days[0].date
    scenario.meeting.days = [
      Day(date: day, label: "Day 1", open: [540..<780], starts: [540, 615, 705])
    ]
    scenario.meeting.gridMinutes = 15
    scenario.rooms = (0..<2).map {
      Room(id: "r\($0)", name: "R", capacity: 100, turnoverMinutes: 15)
    }
    scenario.roles = []
    scenario.links = []
    scenario.limits = []
    scenario.sessions = sessions
    return Loosening(scenario).demands
  }

  private func sessions(_ minutes: [Int]) -> [Session] {
    minutes.enumerated().map {
      Session(id: "s\($0)", activities: [0], title: "S", minutes: $1, line: $0 + 2)
    }
  }

  @Test("A session that takes two starts is counted as two, where minutes show nothing")
  func starts() throws {
    let demands = try meeting(sessions([90, 90, 60, 60, 60]))
    let counting = try #require(CountingFact.sharpest(demands, PlanningProblem(demands)))
    #expect(counting.needed == 7 && counting.available == 6)
    #expect(
      counting.words
        == "By counting: s0, s1, s2, s3 and s4 need 7 of the starting times (one of 90 minutes takes"
        + " 2), and the rooms that fit (r0, r1) have 6 at most.")
    let fewer = try meeting(sessions([90, 90, 60, 60]))
    #expect(CountingFact.sharpest(fewer, PlanningProblem(fewer)) == nil)
  }

  @Test("At an exclusive session nothing else is counted, wherever it lies")
  func exclusive() throws {
    var all = sessions([60, 60, 60, 60, 60, 60])
    all[0].isExclusive = true
    let demands = try meeting(all)
    let counting = try #require(CountingFact.sharpest(demands, PlanningProblem(demands)))
    #expect(counting.needed == 5 && counting.available == 4)
    #expect(counting.words.hasSuffix("(r0, r1) have 4 at most, wherever s0 lies."))
  }

  @Test("Minutes are told as hours")
  func hours() {
    #expect(CountingFact.hours(2460) == "41 h")
    #expect(CountingFact.hours(225) == "3 h 45 min")
    #expect(CountingFact.hours(45) == "45 min")
  }

  @Test("Lines of one file are told as ranges where they are many")
  func ranges() {
    #expect(Request.ranges([2, 3, 4, 9, 7, 6]) == "2-4, 6-7, 9")
    #expect(Request.ranges([5]) == "5")
  }
}
