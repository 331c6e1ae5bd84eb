// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

@testable import PlanningProblems
@testable import Searching

/// A small random scenario whose activities are tracks: each must, or should, keep a room and a day.
struct TiedScenario {
  let scenario: Scenario

  init(seed: UInt64, sessions: Int = 4) throws {
    var scenario = try RandomScenario(seed: seed, sessions: sessions).scenario
    var random = SeededGenerator(seed: 500 + seed)
    for s in scenario.sessions.indices {
      scenario.sessions[s].activities = [random.below(2)]
      scenario.sessions[s].themes = [["own\(s % 2)"], ["own\(s % 2)", "all"]][random.below(2)]
    }
    for activity in 0..<2 {
      for kind in [Link.Kind.sameRoom, .sameDay] where random.below(3) != 0 {
        scenario.links.append(
          Link(
            from: .activity(activity), to: .activity(activity), kind: kind, strength: .must,
            minGap: 0))
      }
    }
    self.scenario = scenario
  }

  /// What the best schedule that keeps the hard rules costs; `nil` where there is none, or too many to try.
  func leastCost(atMost most: Int = 60_000) -> Int? {
    let problem = PlanningProblem(scenario)
    let choices = problem.sessions.indices.map { p in
      problem.places[p].all.map(Optional.some) + (problem.unplacedCost[p] == nil ? [] : [nil])
    }
    guard choices.reduce(1, { min($0 * $1.count, most + 1) }) <= most else { return nil }
    var best: Int?
    var working = WorkingSchedule(problem)
    func search(_ next: Int) {
      guard next < choices.count else {
        let score = working.score
        if score.violations == 0 { best = min(best ?? score.cost, score.cost) }
        return
      }
      for place in choices[next] {
        if let place { working.put(SessionPosition(next), at: place) }
        search(next + 1)
        if place != nil { working.take(SessionPosition(next)) }
      }
    }
    search(0)
    return best
  }
}
