// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import Meetings
import Planning
import Tables

/// Why there is no schedule, and what would make one possible.
public struct Explanation: Sendable {
  public enum Verdict: Sendable {
    /// A schedule that the referee accepted, of the sessions that must be placed.
    case possible(Schedule)
    case impossible
    case undecided
  }

  public let verdict: Verdict
  /// Each by itself is why there is no schedule.
  public let contradictions: [Contradiction]
  /// Cheapest first; each with a schedule that the referee accepted.
  public let ways: [WayOut]
  /// Whether it is proven that no combination of the offers is cheaper than the first way.
  public let isCheapestProven: Bool
  /// Questions whether there is a schedule that were answered by a search.
  public let questions: Int

  /// - Parameter allowance: how many questions may be asked; `nil` for what the size suggests.
  public init(
    _ scenario: Scenario, _ places: RowPlaces, _ planner: Planner, allowance: Int? = nil,
    cancellation: Cancellation = Cancellation(), tell: (String) -> Void = { _ in }
  ) {
    let requests = RequestList(scenario, places).requests
    let sessions = scenario.sessions.count
    let feasibility = Feasibility(
      scenario, requests, planner,
      // A question about many sessions is dear: fewer are granted.
      allowance: allowance ?? min(2_000, 8_000_000 / (sessions * sessions + 1)),
      cancellation: cancellation)
    let all = Set(requests.indices)
    tell("is there any schedule?")
    switch feasibility.answer(keeping: all) {
    case .possible(let schedule):
      self.init(.possible(schedule), [], [], false, feasibility)
    case .undecided: self.init(.undecided, [], [], false, feasibility)
    case .impossible:
      let search = ContradictionSearch(feasibility)
      var contradictions: [Contradiction] = []
      var rest = all
      var isOpen = true
      while isOpen && contradictions.count < Self.mostContradictions {
        tell("smallest contradiction \(contradictions.count + 1)")
        let found = search.smallest(among: rest)
        contradictions.append(found)
        rest.subtract(found.indices)
        if case .impossible = feasibility.answer(keeping: rest) { continue }
        isOpen = false
      }
      tell("ways out")
      let found = WaySearch(feasibility, planner, cancellation).ways(contradictions)
      self.init(
        .impossible, found.contradictions, found.ways, found.isCheapestProven, feasibility)
    }
  }

  private init(
    _ verdict: Verdict, _ contradictions: [Contradiction], _ ways: [WayOut],
    _ isCheapestProven: Bool, _ feasibility: Feasibility
  ) {
    self.verdict = verdict
    self.contradictions = contradictions
    self.ways = ways
    self.isCheapestProven = isCheapestProven
    questions = feasibility.asked
  }

  /// More than these are not looked for: a meeting with so many needs more than one evening.
  static let mostContradictions = 8
}
