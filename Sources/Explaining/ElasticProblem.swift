// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import Meetings
import Planning
import PlanningProblems
import Rules

/// The elastic form of the integer program: everything hard stays hard, but what some corrections
/// would loosen is available at their price, as a slack in the rows and places that ask it.
///
/// If several sessions use the same correction, each pays its price; the way out that is read from
/// the schedule pays it once. So the program's optimum may be above the best way's price, and is
/// called proven only if the two are the same.
struct ElasticProblem {
  let scenario: Scenario
  let corrections: [Correction]
  private let raises: [Correction]
  let planner: Planner
  let cancellation: Cancellation

  enum Answer {
    case found(WayOut, isCheapest: Bool)
    /// No schedule even if every correction is taken.
    case impossible
    case undecided
  }

  init(
    _ scenario: Scenario, _ corrections: [Correction], _ planner: Planner,
    _ cancellation: Cancellation
  ) {
    self.scenario = scenario
    // A shorter session is another session, a raised limit is a limit at its price, and an hour
    // every day is an hour each day.
    self.corrections = corrections.filter {
      switch $0.change {
      case .shorten, .raise, .hourEveryDay: false
      default: true
      }
    }
    raises = corrections.filter { if case .raise = $0.change { true } else { false } }
    self.planner = planner
    self.cancellation = cancellation
  }

  func solve() -> Answer {
    // Building and reading go over it many times: an interruption should not wait for that.
    guard let problem = problem() else { return .undecided }
    let effort = Planner.Effort(seed: 1, movesPerSession: 6_000, nodes: 2_000, isSideBySide: false)
    let result = planner.draft(problem, effort: effort, cancellation: cancellation)
    guard let assignment = result.assignment else {
      if case .infeasible = result { return .impossible }
      return .undecided
    }
    guard let way = wayOut(problem.schedule(assignment)) else { return .undecided }
    if case .optimal(_, let objective) = result {
      return .found(way, isCheapest: way.price == objective)
    }
    return .found(way, isCheapest: false)
  }

  /// - Returns: `nil` if it was interrupted.
  private func problem() -> PlanningProblem? {
    guard !cancellation.isCancelled else { return nil }
    let all = Set(corrections.indices)
    let wide = loosened(taking: all, elastic: true)
    var problem = PlanningProblem(wide)
    let unpriced = corrections.indices.filter { !isPriced(corrections[$0].change) }
    for index in unpriced {
      if cancellation.isCancelled { return nil }
      let strict = PlanningProblem(loosened(taking: all.subtracting([index]), elastic: true))
      let price = corrections[index].price
      for session in wide.sessions.indices {
        let allowed = strict.namedPlaces(of: session)
        problem.charge(price, session: session) { allowed[$0] == nil }
      }
      problem.chargeOverlaps(price, forbiddenIn: strict)
    }
    // Pairs that either of two people keeps apart: at least one of the two has to be given up.
    let people = unpriced.filter {
      switch corrections[$0].change {
      case .giveUp(.role), .giveUp(.brought): true
      default: false
      }
    }
    if people.count > 1, let least = people.map({ corrections[$0].price }).min() {
      let strict = PlanningProblem(loosened(taking: all.subtracting(people), elastic: true))
      problem.chargeOverlaps(least, forbiddenIn: strict, onlyFree: true)
    }
    return problem
  }

  /// The corrections that a schedule cannot do without, the dearest given back first, as the
  /// referee decides.
  private func wayOut(_ schedule: Schedule) -> WayOut? {
    var taken = Set(corrections.indices)
    func keeps(_ taken: Set<Int>) -> Bool {
      let demands = loosened(taking: taken, elastic: false)
      return Review(scenario: demands, schedule: Self.part(schedule, of: demands)).violations
        .isEmpty
    }
    guard keeps(taken) else { return nil }
    for index in corrections.indices.sorted(by: {
      (-corrections[$0].price, $0) < (-corrections[$1].price, $1)
    }) {
      if cancellation.isCancelled { return nil }
      if keeps(taken.subtracting([index])) { taken.remove(index) }
    }
    var way = taken.sorted().map { corrections[$0] }
    for (position, correction) in way.enumerated() {
      guard case .giveUp(.limit(let limit)) = correction.change,
        let raise = raises.first(where: { $0.change == .raise(limit: limit) })
      else { continue }
      var other = way
      other[position] = raise
      if Review(scenario: demands(other), schedule: Self.part(schedule, of: demands(other)))
        .violations.isEmpty
      {
        way = other
      }
    }
    return WayOut(corrections: way, schedule: Self.part(schedule, of: demands(way)))
  }

  private func demands(_ way: [Correction]) -> Scenario {
    var loosening = Loosening(scenario)
    for index in corrections.indices {
      guard case .room = corrections[index].change else { continue }
      loosening.take(corrections[index].change)
      if !way.contains(where: { $0.change == corrections[index].change }) {
        loosening.refuseRoom(roomNumber(index))
      }
    }
    for correction in way {
      if case .room = correction.change { continue }
      loosening.take(correction.change)
    }
    return loosening.demands
  }

  private func roomNumber(_ index: Int) -> Int {
    let before = corrections[..<index].count { if case .room = $0.change { true } else { false } }
    return scenario.rooms.count + before
  }

  private static func part(_ schedule: Schedule, of scenario: Scenario) -> Schedule {
    let ids = Set(scenario.sessions.map(\.id))
    return Schedule(rows: schedule.rows.filter { ids.contains($0.session) })
  }

  /// Whether the contract itself has a price for it: a session left out, a link, a limit.
  private func isPriced(_ change: Correction.Change) -> Bool {
    switch change {
    case .giveUp(.session), .giveUp(.link), .giveUp(.limit): true
    default: false
    }
  }

  /// The scenario with the corrections taken; the others closed. Rooms are always in the same
  /// order.
  ///
  /// - Parameter elastic: sessions, links and limits that are given up stay, at their price.
  private func loosened(taking taken: Set<Int>, elastic: Bool) -> Scenario {
    var loosening = Loosening(scenario)
    for (index, correction) in corrections.enumerated() {
      if case .room = correction.change {
        loosening.take(correction.change)
        if !taken.contains(index) { loosening.refuseRoom(roomNumber(index)) }
      } else if taken.contains(index) {
        if elastic, case .giveUp(let demand) = correction.change, isPriced(correction.change) {
          loosening.price(demand, price(demand, correction.price))
        } else {
          loosening.take(correction.change)
        }
      }
    }
    return loosening.demands
  }

  /// A limit is paid for each session above it, as raising it is.
  private func price(_ demand: Request.Demand, _ whole: Int) -> Int {
    if case .limit = demand { return PriceList.raisedLimit }
    return whole
  }
}
