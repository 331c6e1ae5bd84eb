// SPDX-License-Identifier: GPL-3.0-or-later

import Judging
import Testing

@testable import PlanningProblems
@testable import Searching

@Suite("Starts looked up by minute")
struct StartListsTests {
  @Test("Each session finds its starts and no others", arguments: 0..<30)
  func positions(seed: UInt64) throws {
    let problem = try RandomScenario(seed: seed, sessions: 8).problem
    let arena = Arena()
    let lists = StartLists(problem, in: arena)
    withExtendedLifetime(arena) {
      for p in problem.sessions.indices {
        let starts = problem.places[p].starts
        #expect(lists.lists[lists.listOf[p]] == Array(starts))
        for (day, date) in problem.scenario.meeting.days.map(\.date).enumerated() {
          for minute in stride(from: -30, to: 1470, by: 15) {
            let moment = date.dayNumber * 1440 + minute
            let own = (0..<1440).contains(minute) ? starts.firstIndex(of: moment) ?? .none : .none
            #expect(lists.position(of: p, at: moment, day: day) == own)
          }
        }
      }
    }
  }

  @Test(
    "The starts that come too close to another session's are one run of them",
    .judges(atLeast: 2_000), arguments: 0..<20)
  func conflicts(seed: UInt64) throws {
    let problem = try RandomScenario(seed: seed, sessions: 6).problem
    let arena = Arena()
    let lists = StartLists(problem, in: arena)
    for p in problem.sessions.indices {
      for q in problem.sessions.indices {
        for gap in [0, 30] {
          let runs = lists.conflicts(
            of: lists.listOf[p], minutes: problem.minutes[p], with: lists.listOf[q],
            minutes: problem.minutes[q], gap: gap)
          for (start, run) in zip(problem.places[p].starts, runs) {
            let close = problem.places[q].starts.indices.map(\.index).filter {
              problem.isTooClose(
                p, at: start, q, at: problem.places[q].starts[StartOption($0)], gap: gap)
            }
            #expect(Array(Int(run.first)..<Int(run.end)) == close)
            judged()
          }
        }
      }
    }
  }
}
