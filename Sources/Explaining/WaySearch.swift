// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import Meetings
import Planning

/// Looks for the cheapest changes that make a schedule possible.
struct WaySearch {
  private let feasibility: Feasibility
  private let planner: Planner
  private let cancellation: Cancellation

  /// How many contradictions are looked for beyond the disjoint ones: each makes the proof longer.
  private static let mostFurther = 4

  /// The most ways that are named.
  private static let most = 12

  init(_ feasibility: Feasibility, _ planner: Planner, _ cancellation: Cancellation) {
    self.feasibility = feasibility
    self.planner = planner
    self.cancellation = cancellation
  }

  struct Found {
    var ways: [WayOut] = []
    var isCheapestProven = false
    /// All that had to be considered; those found here may share requests with others.
    var contradictions: [Contradiction]
  }

  /// - Parameter contradictions: disjoint ones; without their requests there is a schedule.
  func ways(_ contradictions: [Contradiction]) -> Found {
    var found = Found(contradictions: contradictions)
    var corrections = Correction.touching(contradictions, feasibility.scenario)
    if contradictions.contains(where: \.isFull) { return full(found, corrections) }
    // Every single change, tried on the whole meeting.
    let offStarts = Loosening.pinnedOffStarts(feasibility.scenario)
    let isEachWhole = contradictions.allSatisfy { $0.holds(offStarts) }
    for correction in corrections {
      // Contradictions that have nothing in common cannot all be met by giving up one request.
      if contradictions.count > 1, isEachWhole, case .giveUp = correction.change { continue }
      if case .possible(let schedule) = feasibility.answer(taking: [correction.change]) {
        found.ways.append(WayOut(corrections: [correction], schedule: schedule))
      }
    }
    combine(corrections, &found.ways)
    // Cheaper ways may run into contradictions that are not known yet, since they share requests
    // with known ones.
    for _ in 0..<Self.mostFurther {
      guard let best = found.ways.map(\.price).min() else { break }
      let cheap = corrections.filter { $0.price < best }
      guard isImpossible(cheap) else { break }
      let given = Set(cheap.map(\.change))
      let rest = feasibility.requests.indices.filter {
        !given.contains(.giveUp(feasibility.requests[$0].demand))
      }
      guard case .impossible = feasibility.answer(keeping: Set(rest)) else { break }
      let next = ContradictionSearch(feasibility).smallest(among: Set(rest))
      if found.contradictions.contains(where: { $0.indices == next.indices }) { break }
      let known = Set(corrections.map(\.change))
      let more = Correction.touching([next], feasibility.scenario).filter {
        !known.contains($0.change)
      }
      found.contradictions.append(next)
      corrections += more
      if !more.contains(where: { $0.price < best }) { break }
      // A cheaper way consists of cheaper corrections.
      if case .found(let way, _) = elastic(corrections.filter({ $0.price < best })) {
        add(way, to: &found.ways)
      }
    }
    found.isCheapestProven = proveCheapest(&found.ways, corrections)
    found.ways = Self.best(found.ways, corrections)
    return found
  }

  /// The cheapest first; of one price, as their changes were come upon: contradiction by contradiction,
  /// each in the order of the tables.
  private static func best(_ ways: [WayOut], _ corrections: [Correction]) -> [WayOut] {
    let places = Dictionary(
      corrections.enumerated().map { ($1.change, $0) }, uniquingKeysWith: { first, _ in first })
    func order(_ way: WayOut) -> [Int] {
      [way.price] + way.corrections.map { places[$0.change] ?? corrections.count }
    }
    return Array(ways.sorted { order($0).lexicographicallyPrecedes(order($1)) }.prefix(most))
  }

  /// A meeting that is too full: more time and rooms, or the sessions that are best left out.
  private func full(_ found: Found, _ corrections: [Correction]) -> Found {
    var found = found
    let drops = corrections.filter { if case .giveUp(.session) = $0.change { true } else { false } }
    var puzzles = GivenUpCheck.mostPuzzles
    for correction in corrections {
      switch correction.change {
      case .giveUp(.session):
        // Those worth a search have had one.
        if let schedule = feasibility.found(taking: correction.change) {
          found.ways.append(WayOut(corrections: [correction], schedule: schedule))
        }
        continue
      case .shorten(let session, let minutes):
        if puzzles == 0 || feasibility.isOverfull(shortening: session, by: minutes) { continue }
        puzzles -= 1
      default: break
      }
      if case .possible(let schedule) = feasibility.answer(taking: [correction.change]) {
        found.ways.append(WayOut(corrections: [correction], schedule: schedule))
      }
    }
    // The sessions to leave out are chosen among all, and nothing is proven about the choice.
    if case .found(let way, _) = elastic(drops) { add(way, to: &found.ways) }
    found.ways = Self.best(found.ways, corrections)
    return found
  }

  /// The cheapest combination, and those without one change of it.
  private func combine(_ corrections: [Correction], _ ways: inout [WayOut]) {
    guard case .found(let best, _) = elastic(corrections) else { return }
    add(best, to: &ways)
    guard (2...3).contains(best.corrections.count) else { return }
    for correction in best.corrections {
      let others = corrections.filter { $0.change != correction.change }
      if case .found(let other, _) = elastic(others) { add(other, to: &ways) }
    }
  }

  private func elastic(_ corrections: [Correction]) -> ElasticProblem.Answer {
    ElasticProblem(feasibility.scenario, corrections, planner, cancellation).solve()
  }

  /// Adds a way unless it contains another one and more.
  private func add(_ way: WayOut, to ways: inout [WayOut]) {
    let changes = Set(way.corrections.map(\.change))
    if !ways.contains(where: { changes.isSuperset(of: $0.corrections.map(\.change)) }) {
      ways.append(way)
    }
  }

  /// Tries every combination of corrections that is cheaper than the cheapest way, largest first: when
  /// none of those makes a schedule possible, nothing cheaper does.
  private func proveCheapest(_ ways: inout [WayOut], _ corrections: [Correction]) -> Bool {
    let offStarts = Loosening.pinnedOffStarts(feasibility.scenario)
    // More changes allow more, except with such pins: then a set says nothing about its parts.
    let isRisky = corrections.contains { correction in
      guard case .giveUp(.pinnedStart(let session)) = correction.change else { return false }
      return offStarts.contains(session)
    }
    guard !isRisky, !feasibility.isInterrupted else { return false }
    for _ in 0..<6 {
      guard let best = ways.map(\.price).min() else { return false }
      let cheap = corrections.filter { $0.price < best }
      if cheap.isEmpty || isImpossible(cheap) { return true }
      guard let sets = largestSets(of: cheap, below: best) else { return false }
      guard let better = sets.first(where: { !isImpossible($0) }) else { return true }
      guard let way = smallest(better) else { return false }
      add(way, to: &ways)
    }
    return false
  }

  private func isImpossible(_ corrections: [Correction]) -> Bool {
    if case .impossible = feasibility.answer(taking: corrections.map(\.change)) { return true }
    return false
  }

  /// The corrections of a set that it cannot do without, the dearest given back first; `nil` where the
  /// set has no schedule that is known.
  private func smallest(_ set: [Correction]) -> WayOut? {
    guard case .possible(var schedule) = feasibility.answer(taking: set.map(\.change)) else {
      return nil
    }
    var kept = set
    for correction in set.sorted(by: { $0.price > $1.price }) {
      let fewer = kept.filter { $0.change != correction.change }
      if case .possible(let other) = feasibility.answer(taking: fewer.map(\.change)) {
        kept = fewer
        schedule = other
      }
    }
    return WayOut(corrections: kept, schedule: schedule)
  }

  /// Every set below a price to which no further correction can be added; `nil` where they are too many.
  private func largestSets(of corrections: [Correction], below price: Int) -> [[Correction]]? {
    let sorted = corrections.sorted { $0.price > $1.price }
    var sets: [[Correction]] = []
    func extend(_ chosen: [Int], _ sum: Int, _ next: Int) -> Bool {
      guard sets.count <= Self.mostSets else { return false }
      if next == sorted.count {
        let rest = sorted.indices.filter { !chosen.contains($0) }
        if rest.allSatisfy({ sum + sorted[$0].price >= price }) {
          sets.append(chosen.map { sorted[$0] })
        }
        return true
      }
      if sum + sorted[next].price < price {
        guard extend(chosen + [next], sum + sorted[next].price, next + 1) else { return false }
      }
      return extend(chosen, sum, next + 1)
    }
    // There are many cheap corrections if a day's sessions contradict each other: the question is
    // then left open.
    guard sorted.count <= 16 else { return nil }
    return extend([], 0, 0) ? sets : nil
  }

  private static let mostSets = 60
}
