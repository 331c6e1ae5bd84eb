// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules
import Synchronization

/// The best schedule by trying all, with the referee as the only judge.
///
/// Tries every grid time of every day in every room, so that it shares nothing with the place
/// tables of the planner either.
struct BruteForce {
  private let scenario: Scenario
  private let baseline: Schedule?
  private let maxMoves: Int?
  private let held: Set<String>
  /// Where each session keeps the rules that look at it alone, by the referee's word.
  private var places: [[Schedule.Row]] = []
  private(set) var best: Int?
  /// By two places, as far as they were looked at: whether the two alone break a rule.
  private var clashes: [Pair: Bool] = [:]

  /// A session and one of its places, by their numbers.
  private struct Place: Hashable {
    let session: Int
    let place: Int
  }

  private struct Pair: Hashable {
    let a: Place
    let b: Place
  }

  private init(_ random: RandomScenario) {
    self.init(random.scenario, baseline: random.baseline, maxMoves: random.maxMoves)
  }

  init(_ scenario: Scenario, baseline: Schedule? = nil, maxMoves: Int? = nil) {
    self.scenario = scenario
    self.baseline = baseline
    self.maxMoves = maxMoves
    held = Set(Review(scenario: scenario, schedule: Schedule(rows: [])).held)
    places = scenario.sessions.map { session in
      // The cheapest first: what is found early then cuts off more.
      everyPlace(session.id).compactMap { row in
        let alone = Review(scenario: scenario, schedule: Schedule(rows: [row]))
        let keeps = alone.violations.allSatisfy { $0.sessions != [session.id] }
        return keeps ? (row: row, cost: alone.objective) : nil
      }.sorted { $0.cost < $1.cost }.map(\.row)
    }
    search([])
  }

  private static let known = Mutex<[RandomScenario.Draw: Int?]>([:])

  /// What the best schedule costs, `nil` where there is none; tried out once for all tests that draw the
  /// same scenario.
  static func best(_ random: RandomScenario) -> Int? {
    if let best = known.withLock({ $0[random.draw] }) { return best }
    let best = BruteForce(random).best
    known.withLock { $0[random.draw] = .some(best) }
    return best
  }

  private func everyPlace(_ session: String) -> [Schedule.Row] {
    scenario.meeting.days.flatMap { day in
      stride(from: 0, to: 1440, by: scenario.meeting.gridMinutes).flatMap { minute in
        scenario.rooms.map { .placed(session, WallTime(day.date, minuteOfDay: minute), $0.id) }
      }
    }
  }

  /// Rules that placing another session may mend; every other rule, once broken, stays broken.
  private static let mendable: Set<HardRule> = [.placedOnce, .maxMoves]

  private func review(_ taken: [Place]) -> Review {
    Review(
      scenario: scenario,
      schedule: Schedule(rows: taken.map { places[$0.session][$0.place] }), baseline: baseline,
      maxMoves: maxMoves)
  }

  private static func isLost(_ review: Review) -> Bool {
    review.violations.contains { !mendable.contains($0.rule) }
  }

  /// Two places that break a rule by themselves break it with any others too.
  private mutating func clash(_ a: Place, _ b: Place) -> Bool {
    if let known = clashes[Pair(a: a, b: b)] { return known }
    let clash = Self.isLost(review([a, b]))
    clashes[Pair(a: a, b: b)] = clash
    return clash
  }

  private mutating func search(_ taken: [Place], next: Int = 0) {
    let review = review(taken)
    if Self.isLost(review) { return }
    if next == scenario.sessions.count {
      guard review.violations.isEmpty else { return }
      best = min(best ?? .max, review.objective)
      return
    }
    // Costs that are not about absence only grow with more sessions.
    let settled = review.costs.filter { $0.rule != .unplaced && $0.rule != .moved }
      .reduce(0) { $0 + $1.cost }
    if let best, settled >= best { return }
    if held.contains(scenario.sessions[next].id) { return search(taken, next: next + 1) }
    for place in places[next].indices.map({ Place(session: next, place: $0) })
    where !taken.contains(where: { clash($0, place) }) {
      search(taken + [place], next: next + 1)
    }
    search(taken, next: next + 1)
  }
}
