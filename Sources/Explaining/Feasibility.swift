// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import Meetings
import Planning
import Rules

/// Whether there is a schedule that keeps some of the requests: a proof by the integer program, or
/// a schedule that the referee has accepted.
final class Feasibility {
  enum Answer {
    /// Of the sessions that are still demanded.
    case possible(Schedule)
    case impossible
    case undecided
  }

  let scenario: Scenario
  let requests: [Request]
  private let planner: Planner
  private let cancellation: Cancellation
  /// Questions that may still be asked: counted, so that the answer is the same on any machine.
  private(set) var allowance: Int
  private var known: [Set<Int>: Answer] = [:]
  private(set) var asked = 0

  init(
    _ scenario: Scenario, _ requests: [Request], _ planner: Planner, allowance: Int,
    cancellation: Cancellation
  ) {
    self.scenario = scenario
    self.requests = requests
    self.planner = planner
    self.allowance = allowance
    self.cancellation = cancellation
  }

  /// With some requests kept and all others given up.
  func answer(keeping kept: Set<Int>) -> Answer {
    if let answer = known[kept] { return answer }
    var loosening = Loosening(scenario)
    for index in requests.indices where !kept.contains(index) {
      loosening.giveUp(requests[index].demand)
    }
    let answer = decide(loosening.demands)
    known[kept] = answer
    return answer
  }

  /// What is asked for too much where only some requests are kept, its sessions as requests.
  func count(keeping kept: Set<Int>) -> (count: CapacityCount, sessions: [Int])? {
    var loosening = Loosening(scenario)
    for index in requests.indices where !kept.contains(index) {
      loosening.giveUp(requests[index].demand)
    }
    let demands = loosening.demands
    guard let count = CapacityCount(demands, PlanningProblem(demands)) else { return nil }
    let ids = Set(count.sessions.map { demands.sessions[$0].id })
    let sessions = kept.sorted().filter {
      guard case .session(let s) = requests[$0].demand else { return false }
      return ids.contains(scenario.sessions[s].id)
    }
    return (count, sessions)
  }

  /// With all requests kept but for what an offer changes.
  func answer(taking offers: [Offer.Change]) -> Answer {
    var loosening = Loosening(scenario)
    for offer in offers { loosening.take(offer) }
    return decide(loosening.demands)
  }

  func decide(_ demands: Scenario) -> Answer {
    guard allowance > 0, !cancellation.isCancelled else { return .undecided }
    allowance -= 1
    asked += 1
    let problem = PlanningProblem(demands)
    if CapacityCount(demands, problem) != nil { return .impossible }
    switch planner.decide(problem, cancellation: cancellation) {
    case .impossible: return .impossible
    case .undecided: return .undecided
    case .possible(let assignment):
      let schedule = problem.schedule(assignment)
      // What the referee does not accept is no schedule.
      let review = Review(scenario: demands, schedule: schedule)
      return review.violations.isEmpty ? .possible(schedule) : .undecided
    }
  }
}
