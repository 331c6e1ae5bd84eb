// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import Meetings
import Planning

/// Looks for the cheapest changes that make a schedule possible.
struct WaySearch {
  private let feasibility: Feasibility
  private let planner: Planner
  private let cancellation: Cancellation

  /// Contradictions that are looked for beyond the disjoint ones: each makes the proof longer.
  private static let mostFurther = 4

  /// Ways that are named.
  private static let most = 12

  init(_ feasibility: Feasibility, _ planner: Planner, _ cancellation: Cancellation) {
    self.feasibility = feasibility
    self.planner = planner
    self.cancellation = cancellation
  }

  struct Found {
    var ways: [WayOut] = []
    var isCheapestProven = false
    /// All that had to be looked at; those found here may share requests with others.
    var contradictions: [Contradiction]
  }

  /// - Parameter contradictions: disjoint ones; without their requests there is a schedule.
  func ways(_ contradictions: [Contradiction]) -> Found {
    var found = Found(contradictions: contradictions)
    var offers = Offer.touching(contradictions, feasibility.scenario)
    if contradictions.contains(where: \.isFull) { return full(found, offers) }
    // Every single change, tried on the whole meeting.
    let offStarts = Loosening.pinnedOffStarts(feasibility.scenario)
    let isEachWhole = contradictions.allSatisfy { $0.holds(offStarts) }
    for offer in offers {
      // Contradictions that have nothing in common are not all met by one of their requests.
      if contradictions.count > 1, isEachWhole, case .giveUp = offer.change { continue }
      if case .possible(let schedule) = feasibility.answer(taking: [offer.change]) {
        found.ways.append(WayOut(offers: [offer], schedule: schedule))
      }
    }
    combine(offers, &found.ways)
    // What is cheaper may hit contradictions that are not known yet, as they share requests with
    // those that are.
    for _ in 0..<Self.mostFurther {
      guard let best = found.ways.map(\.price).min() else { break }
      let cheap = offers.filter { $0.price < best }
      guard isImpossible(cheap) else { break }
      let given = Set(cheap.map(\.change))
      let rest = feasibility.requests.indices.filter {
        !given.contains(.giveUp(feasibility.requests[$0].demand))
      }
      guard case .impossible = feasibility.answer(keeping: Set(rest)) else { break }
      let next = ContradictionSearch(feasibility).smallest(among: Set(rest))
      if found.contradictions.contains(where: { $0.indices == next.indices }) { break }
      let known = Set(offers.map(\.change))
      let more = Offer.touching([next], feasibility.scenario).filter {
        !known.contains($0.change)
      }
      found.contradictions.append(next)
      offers += more
      if !more.contains(where: { $0.price < best }) { break }
      // What is cheaper is made of what is cheaper.
      if case .found(let way, _) = elastic(offers.filter({ $0.price < best })) {
        add(way, to: &found.ways)
      }
    }
    found.isCheapestProven = proveCheapest(&found.ways, offers)
    found.ways.sort { ($0.price, $0.words) < ($1.price, $1.words) }
    found.ways = Array(found.ways.prefix(Self.most))
    return found
  }

  /// A meeting that is too full: more time and rooms, or the sessions that are best left out.
  private func full(_ found: Found, _ offers: [Offer]) -> Found {
    var found = found
    let drops = offers.filter { if case .giveUp(.session) = $0.change { true } else { false } }
    var puzzles = GivenUpCheck.mostPuzzles
    for offer in offers {
      switch offer.change {
      case .giveUp(.session):
        // Those that are worth a search have had one.
        if let schedule = feasibility.found(taking: offer.change) {
          found.ways.append(WayOut(offers: [offer], schedule: schedule))
        }
        continue
      case .shorten(let session, let minutes):
        if puzzles == 0 || feasibility.isOverfull(shortening: session, by: minutes) { continue }
        puzzles -= 1
      default: break
      }
      if case .possible(let schedule) = feasibility.answer(taking: [offer.change]) {
        found.ways.append(WayOut(offers: [offer], schedule: schedule))
      }
    }
    // Which to leave out is chosen among all sessions, and nothing is proven about it.
    if case .found(let way, _) = elastic(drops) { add(way, to: &found.ways) }
    found.ways.sort { ($0.price, $0.words) < ($1.price, $1.words) }
    found.ways = Array(found.ways.prefix(Self.most))
    return found
  }

  /// The cheapest combination, and those without one change of it.
  private func combine(_ offers: [Offer], _ ways: inout [WayOut]) {
    guard case .found(let best, _) = elastic(offers) else { return }
    add(best, to: &ways)
    guard (2...3).contains(best.offers.count) else { return }
    for offer in best.offers {
      let others = offers.filter { $0.change != offer.change }
      if case .found(let other, _) = elastic(others) { add(other, to: &ways) }
    }
  }

  private func elastic(_ offers: [Offer]) -> ElasticProblem.Answer {
    ElasticProblem(feasibility.scenario, offers, planner, cancellation).solve()
  }

  /// Adds a way that does not hold another one and more.
  private func add(_ way: WayOut, to ways: inout [WayOut]) {
    let changes = Set(way.offers.map(\.change))
    if !ways.contains(where: { changes.isSuperset(of: $0.offers.map(\.change)) }) {
      ways.append(way)
    }
  }

  /// Tries every combination of offers that is cheaper than the cheapest way, largest first: when
  /// none of those makes a schedule possible, nothing cheaper does.
  private func proveCheapest(_ ways: inout [WayOut], _ offers: [Offer]) -> Bool {
    let offStarts = Loosening.pinnedOffStarts(feasibility.scenario)
    // More changes allow more, but for such pins: then no set speaks for its parts.
    let isRisky = offers.contains { offer in
      guard case .giveUp(.pinnedStart(let session)) = offer.change else { return false }
      return offStarts.contains(session)
    }
    guard !isRisky, !feasibility.isInterrupted else { return false }
    for _ in 0..<6 {
      guard let best = ways.map(\.price).min() else { return false }
      let cheap = offers.filter { $0.price < best }
      if cheap.isEmpty || isImpossible(cheap) { return true }
      guard let sets = largestSets(of: cheap, below: best) else { return false }
      guard let better = sets.first(where: { !isImpossible($0) }) else { return true }
      guard let way = smallest(better) else { return false }
      add(way, to: &ways)
    }
    return false
  }

  private func isImpossible(_ offers: [Offer]) -> Bool {
    if case .impossible = feasibility.answer(taking: offers.map(\.change)) { return true }
    return false
  }

  /// The offers of a set that it cannot do without, the dearest given back first; `nil` where the
  /// set has no schedule that is known.
  private func smallest(_ set: [Offer]) -> WayOut? {
    guard case .possible(var schedule) = feasibility.answer(taking: set.map(\.change)) else {
      return nil
    }
    var kept = set
    for offer in set.sorted(by: { $0.price > $1.price }) {
      let fewer = kept.filter { $0.change != offer.change }
      if case .possible(let other) = feasibility.answer(taking: fewer.map(\.change)) {
        kept = fewer
        schedule = other
      }
    }
    return WayOut(offers: kept, schedule: schedule)
  }

  /// Every set below a price to which no further offer can be added; `nil` where they are too many.
  private func largestSets(of offers: [Offer], below price: Int) -> [[Offer]]? {
    let sorted = offers.sorted { $0.price > $1.price }
    var sets: [[Offer]] = []
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
    // Cheap offers are many where a day's sessions contradict each other: then it is left open.
    guard sorted.count <= 16 else { return nil }
    return extend([], 0, 0) ? sets : nil
  }

  private static let mostSets = 60
}
