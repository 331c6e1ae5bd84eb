// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import Judging
import Meetings
import Planning
import Rules
import Tables
import Testing

@testable import Explaining

@Suite("Contradictions")
struct ContradictionTests {
  @Test(
    "The set contradicts, and without any one of it there is a schedule, by trying all",
    .judges(atLeast: 85), arguments: 0..<80)
  func irreducible(seed: Int) throws {
    let scenario = try TinyMeeting(seed: UInt64(seed)).scenario
    let explanation = Explanation(scenario, RowPlaces(), Planner(solver: GLPK()))
    let everything = AllSchedules(Loosening(scenario).demands).hasOne
    switch explanation.verdict {
    case .possible: #expect(everything)
    case .undecided: Issue.record("a tiny meeting was left undecided")
    case .impossible:
      #expect(!everything)
      let requests = RequestList(scenario, RowPlaces()).requests
      for contradiction in explanation.contradictions {
        judged()
        #expect(contradiction.isSmallest)
        #expect(!AllSchedules(keeping: contradiction.indices, of: requests, scenario).hasOne)
        for index in contradiction.indices {
          let rest = contradiction.indices.subtracting([index])
          #expect(AllSchedules(keeping: rest, of: requests, scenario).hasOne)
        }
      }
    }
  }

  @Test("Every way out has a schedule", .judges(atLeast: 87), arguments: 0..<60)
  func waysOut(seed: Int) throws {
    let scenario = try TinyMeeting(seed: UInt64(seed)).scenario
    let explanation = Explanation(scenario, RowPlaces(), Planner(solver: GLPK()))
    for way in explanation.ways {
      var loosening = Loosening(scenario)
      for correction in way.corrections { loosening.take(correction.change) }
      judged()
      #expect(AllSchedules(loosening.demands).hasOne, "\(way.words)")
    }
  }

  @Test(
    "A way out that is proven the cheapest has no cheaper rival", .judges(atLeast: 1_000),
    arguments: 0..<60)
  func cheapest(seed: Int) throws {
    let scenario = try TinyMeeting(seed: UInt64(seed)).scenario
    let explanation = Explanation(scenario, RowPlaces(), Planner(solver: GLPK()))
    guard explanation.isCheapestProven, let best = explanation.ways.first else { return }
    let corrections = Correction.touching(explanation.contradictions, scenario)
    for correction in corrections where correction.price < best.price {
      for other in corrections where correction.price + other.price < best.price {
        var loosening = Loosening(scenario)
        loosening.take(correction.change)
        if other.change != correction.change { loosening.take(other.change) }
        judged()
        #expect(!AllSchedules(loosening.demands).hasOne, "\(correction.words), \(other.words)")
      }
    }
  }

  @Test("The tiny meetings are of both sorts, so no test here passes for lack of cases")
  func bothSorts() throws {
    let possible = try (0..<36).count {
      try AllSchedules(Loosening(TinyMeeting(seed: UInt64($0)).scenario).demands).hasOne
    }
    #expect((8...28).contains(possible))
  }

  @Test("Rooms asked for more time than there is are counted, with file and line")
  func counted() throws {
    var scenario = try TinyMeeting(seed: 1).scenario
    let day = scenario.meeting.days[0].date
    scenario.meeting.days = [Day(date: day, label: "Day 1", open: [540..<720])]
    scenario.meeting.turnoverMinutes = 0
    scenario.rooms = [Room(id: "r0", name: "R0", capacity: 100)]
    scenario.roles = []
    scenario.links = []
    scenario.limits = []
    for index in scenario.sessions.indices {
      scenario.sessions[index] = Session(
        id: "s\(index)", activities: [index], title: "S", minutes: 120, line: index + 2)
    }
    let explanation = Explanation(scenario, RowPlaces(), Planner(solver: GLPK()))
    let first = try #require(explanation.contradictions.first)
    let count = try #require(first.count)
    #expect(count.needed == 240 && count.available == 180 && count.rooms == ["r0"])
    #expect(first.isSmallest)
    #expect(
      first.requests.map(\.source) == [
        "sessions.csv:2 (placement)", "sessions.csv:3 (placement)", "meeting.json:1 (open)",
      ])
  }

  /// One room open for 32 hours in all, and sessions of an hour.
  private func full(_ count: Int) throws -> Scenario {
    var scenario = try TinyMeeting(seed: 1).scenario
    let first = scenario.meeting.days[0].date
    scenario.meeting.days = (0..<4).map {
      Day(date: first.adding(days: $0), label: "Day \($0 + 1)", open: [540..<1020])
    }
    scenario.meeting.turnoverMinutes = 0
    scenario.meeting.transferMinutes = 0
    scenario.rooms = [Room(id: "r0", name: "R0", capacity: 100)]
    scenario.roles = []
    scenario.links = []
    scenario.limits = []
    scenario.sessions = (0..<count).map {
      Session(id: "s\($0)", activities: [0], title: "S", minutes: 60, line: $0 + 2)
    }
    return scenario
  }

  @Test("In a meeting that is too full, what leaving out each session does is counted or tried")
  func manySessions() throws {
    func givenUp(_ count: Int) throws -> (sessions: [GivenUp], ways: [WayOut]) {
      let explanation = Explanation(try full(count), RowPlaces(), Planner(solver: GLPK()))
      let first = try #require(explanation.contradictions.first)
      #expect(first.isFull)
      let answers = zip(first.requests, first.givenUp).filter {
        if case .session = $0.0.demand { true } else { false }
      }
      return (answers.map(\.1), explanation.ways)
    }
    // An hour too much: giving up any of them would do; some are tried, and the answer says that
    // the others were not.
    let one = try givenUp(33)
    #expect(one.sessions.count { $0 == .possible } == GivenUpCheck.mostPuzzles)
    #expect(one.sessions.count { $0 == .undecided } == 33 - GivenUpCheck.mostPuzzles)
    #expect(one.ways.contains { $0.words == "leave s0 out" }, "\(one.ways.map(\.words))")
    // Two hours too much: none of them alone, as counted.
    let two = try givenUp(34)
    #expect(two.sessions.count > 30 && two.sessions.allSatisfy { $0 == .impossible })
    #expect(!two.ways.contains { $0.corrections.count == 1 && $0.words.hasPrefix("leave") })
  }

  @Test("Giving up a person does not make an activity ineligible")
  func settledEligibility() throws {
    var scenario = try TinyMeeting(seed: 1).scenario
    scenario.activities[0].kind = .dc
    scenario.activities[0].cells = ["open_membership": "yes"]
    scenario.activities[0].people = ["contact": [0]]
    var loosening = Loosening(scenario)
    let before = loosening.demands.sessions.count
    loosening.giveUp(.brought(activity: 0, column: "contact", person: 0))
    #expect(loosening.demands.sessions.count == before)
  }
}
