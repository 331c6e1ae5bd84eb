// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import Meetings
import Planning
import PlanningProblems
import Tables

/// Why there is no schedule, and what would make one possible.
public struct Explanation: Sendable {
  /// Whether there is a schedule.
  public enum Verdict: Sendable {
    /// A schedule that the referee accepted, of the sessions that must be placed.
    case possible(Schedule)
    case impossible
    case undecided
  }

  /// Proven, unless it is `undecided`.
  public internal(set) var verdict = Verdict.undecided
  /// No schedule keeps all requests of any one of them, whatever becomes of the others.
  public internal(set) var contradictions: [Contradiction] = []
  /// Whether there is a schedule of the meeting without the requests of all contradictions, so
  /// every other contradiction shares a request with one of these.
  public internal(set) var hasAll = false
  /// Cheapest first; each with a schedule that the referee accepted.
  public internal(set) var ways: [WayOut] = []
  /// Whether it is proven that no combination of the corrections is cheaper than the first way.
  public internal(set) var isCheapestProven = false
  /// How many questions whether there is a schedule were answered by a search.
  public internal(set) var questions = 0
  /// What an interruption left out; empty where all was done.
  public internal(set) var notReached: [ExplainStep] = []

  /// - Parameters:
  ///   - allowance: how many questions may be asked; `nil` for what the size suggests.
  ///   - tell: called at each step, on this thread.
  public init(
    _ scenario: Scenario, _ places: RowPlaces, _ planner: Planner, allowance: Int? = nil,
    cancellation: Cancellation = Cancellation(), tell: (ExplainStep) -> Void = { _ in }
  ) {
    let sessions = scenario.sessions.count
    let feasibility = Feasibility(
      scenario, RequestList(scenario, places).requests, planner,
      // A question about many sessions is expensive: fewer are allowed.
      allowance: allowance ?? min(2_000, 8_000_000 / (sessions * sessions + 1)),
      cancellation: cancellation)
    tell(.anySchedule)
    switch feasibility.answer(keeping: Set(feasibility.requests.indices)) {
    case .possible(let schedule): verdict = .possible(schedule)
    case .undecided: if cancellation.isCancelled { notReached = [.anySchedule] }
    case .impossible:
      verdict = .impossible
      findContradictions(feasibility, tell)
      findWays(feasibility, planner, cancellation, tell)
    }
    questions = feasibility.asked
  }

  /// Contradictions that have no request in common, until what is left has a schedule.
  private mutating func findContradictions(
    _ feasibility: Feasibility, _ tell: (ExplainStep) -> Void
  ) {
    let search = ContradictionSearch(feasibility)
    var rest = Set(feasibility.requests.indices)
    while contradictions.count < Self.mostContradictions {
      let number = contradictions.count + 1
      tell(.contradiction(number))
      let found = search.smallest(among: rest)
      contradictions.append(found)
      rest.subtract(found.indices)
      if feasibility.isInterrupted {
        if !found.isSmallest { notReached.append(.contradiction(number)) }
        notReached.append(.further)
        return
      }
      tell(.further)
      switch feasibility.answer(keeping: rest) {
      case .impossible: continue
      case .possible: hasAll = true
      case .undecided: if feasibility.isInterrupted { notReached.append(.further) }
      }
      return
    }
  }

  private mutating func findWays(
    _ feasibility: Feasibility, _ planner: Planner, _ cancellation: Cancellation,
    _ tell: (ExplainStep) -> Void
  ) {
    let check = GivenUpCheck(feasibility: feasibility)
    // What a reader asks first comes first; those found while looking for ways out come after.
    (contradictions, _) = check.checked(contradictions, tell: tell)
    tell(.ways)
    let found = WaySearch(feasibility, planner, cancellation).ways(contradictions)
    let wasInterrupted = feasibility.isInterrupted
    var missing: [ExplainStep]
    (contradictions, missing) = check.checked(found.contradictions, tell: tell)
    notReached += missing
    if wasInterrupted && !found.isCheapestProven { notReached.append(.ways) }
    tellChains(feasibility)
    ways = found.ways
    isCheapestProven = found.isCheapestProven
  }

  /// The sum and the steps of each contradiction, from its own requests.
  private mutating func tellChains(_ feasibility: Feasibility) {
    for index in contradictions.indices {
      let demands = feasibility.demands(keeping: contradictions[index].indices)
      let problem = PlanningProblem(demands)
      contradictions[index].counting = CountingFact.sharpest(demands, problem)
      contradictions[index].chain = contradictions[index].steps(
        feasibility.scenario, demands: demands, problem)
    }
  }

  /// More than these are not looked for: a meeting with so many needs more than one evening.
  static let mostContradictions = 8
}
