// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import Meetings
import Planning
import PlanningProblems
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
  /// Nothing given up, so which sessions are held is worked out once.
  private let untouched: Loosening
  private let planner: Planner
  private let cancellation: Cancellation
  /// Questions that may still be asked: counted, so that the answer is the same on any machine.
  private(set) var allowance: Int
  private var known: [Set<Int>: Answer] = [:]
  private var knownTaking: [Set<Correction.Change>: Answer] = [:]
  /// Schedules found for changes of the whole meeting, the newest last: one often serves for
  /// others.
  private var witnesses: [Schedule] = []
  private(set) var asked = 0
  var isInterrupted: Bool { cancellation.isCancelled }

  init(
    _ scenario: Scenario, _ requests: [Request], _ planner: Planner, allowance: Int,
    cancellation: Cancellation
  ) {
    self.scenario = scenario
    self.requests = requests
    untouched = Loosening(scenario)
    self.planner = planner
    self.allowance = allowance
    self.cancellation = cancellation
  }

  /// With some requests kept and all others given up.
  func answer(keeping kept: Set<Int>) -> Answer {
    if let answer = known[kept] { return answer }
    guard !isInterrupted else { return .undecided }
    var loosening = untouched
    for index in requests.indices where !kept.contains(index) {
      loosening.giveUp(requests[index].demand)
    }
    var answer = decide(loosening.demands)
    // For the whole tables, a schedule of the hard demands must satisfy everything else too.
    if kept.count == requests.count { answer = judged(answer, loosening) }
    if case .undecided = answer, isInterrupted { return answer }
    known[kept] = answer
    return answer
  }

  /// What some requests ask, as a scenario of its own.
  func demands(keeping kept: Set<Int>) -> Scenario {
    var loosening = untouched
    for index in requests.indices where !kept.contains(index) {
      loosening.giveUp(requests[index].demand)
    }
    return loosening.demands
  }

  /// Where too much is asked if only some requests are kept, with its sessions as requests.
  func count(keeping kept: Set<Int>) -> (count: CapacityCount, sessions: [Int])? {
    let demands = demands(keeping: kept)
    guard let count = CapacityCount(demands, PlanningProblem(demands)) else { return nil }
    let ids = Set(count.sessions.map { demands.sessions[$0].id })
    let sessions = kept.sorted().filter {
      guard case .session(let s) = requests[$0].demand else { return false }
      return ids.contains(scenario.sessions[s].id)
    }
    return (count, sessions)
  }

  /// Whether more time is still asked of the rooms than there is if one session alone is given up.
  func isOverfull(without session: Int) -> Bool {
    surplus.remains(without: scenario.sessions[session].id)
  }

  /// The same if it is shorter by some minutes.
  func isOverfull(shortening session: Int, by minutes: Int) -> Bool {
    surplus.remains(shortening: scenario.sessions[session].id, by: minutes)
  }

  /// A schedule that was already found with a correction taken.
  func found(taking correction: Correction.Change) -> Schedule? {
    if case .possible(let schedule)? = knownTaking[[correction]] { schedule } else { nil }
  }

  private lazy var surplus = Surplus(demands(keeping: Set(requests.indices)))

  /// With all requests kept except what a correction changes.
  func answer(taking corrections: [Correction.Change]) -> Answer {
    let changes = Set(corrections)
    if let answer = knownTaking[changes] { return answer }
    guard !isInterrupted else { return .undecided }
    var loosening = untouched
    for correction in corrections { loosening.take(correction) }
    let demands = loosening.demands
    if let schedule = witness(of: demands),
      case .possible = judged(.possible(schedule), loosening)
    {
      knownTaking[changes] = .possible(schedule)
      return .possible(schedule)
    }
    let answer = judged(decide(demands), loosening)
    if case .undecided = answer, isInterrupted { return answer }
    knownTaking[changes] = answer
    if case .possible(let schedule) = answer { witnesses.append(schedule) }
    return answer
  }

  /// A schedule that was found for other changes and keeps all that these still demand.
  private func witness(of demands: Scenario) -> Schedule? {
    let ids = Set(demands.sessions.map(\.id))
    for known in witnesses.suffix(Self.mostWitnesses).reversed() {
      guard !isInterrupted else { return nil }
      let schedule = Schedule(rows: known.rows.filter { ids.contains($0.session) })
      if Review(scenario: demands, schedule: schedule).violations.isEmpty { return schedule }
    }
    return nil
  }

  /// Each costs a review.
  private static let mostWitnesses = 12

  /// A schedule counts for the whole meeting only if the referee finds nothing broken.
  private func judged(_ answer: Answer, _ loosening: Loosening) -> Answer {
    guard case .possible(let schedule) = answer else { return answer }
    let review = Review(scenario: loosening.whole, schedule: schedule)
    return review.violations.isEmpty ? answer : .undecided
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
      // What the referee does not accept is not a schedule.
      let review = Review(scenario: demands, schedule: schedule)
      return review.violations.isEmpty ? .possible(schedule) : .undecided
    }
  }
}
