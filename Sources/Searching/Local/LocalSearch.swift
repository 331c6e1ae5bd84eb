// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PlanningProblems

/// Simulated annealing over complete schedules: arrives fast, proves nothing.
///
/// One round cools once from hot to cold; further rounds begin at the best schedule so far with
/// less heat. Broken hard rules are priced, so that the search may pass through them. Work is
/// counted in moves, so that the same seed gives the same schedule on any machine.
package struct LocalSearch {
  private let problem: PlanningProblem
  let board: PriceBoard
  private var moves: Moves
  private var current: PricedSchedule
  /// The best schedule so far that breaks nothing.
  package private(set) var best: Assignment?
  private(set) var bestCost = Int.max
  /// Moves tried so far.
  package private(set) var work = 0
  private var violationPrice: Double
  /// One move in this many looks for anything good that a session can do.
  private static let movesPerScan = 8
  /// A usual price: what heats are multiples of.
  private let unit: Int

  /// Begins at `start`, or with every session out.
  package init(_ problem: PlanningProblem, seed: UInt64, from start: Assignment? = nil) {
    self.problem = problem
    board = PriceBoard(problem)
    unit = problem.usualPrice
    moves = Moves(board, seed: seed)
    current = PricedSchedule(board, start ?? problem.nothingPlaced)
    violationPrice = 100 * Double(unit)
    remember()
  }

  /// The schedule as it stands, whatever it breaks.
  package var latest: Assignment { current.assignment }

  /// A search that carries whole tracks over the same tables.
  package func trackSearch(seed: UInt64, from start: Assignment?) -> TrackSearch {
    TrackSearch(board, seed: seed, from: start)
  }

  private mutating func remember() {
    guard current.score.violations == 0, current.score.cost < bestCost else { return }
    best = current.assignment
    bestCost = current.score.cost
  }

  /// Puts in every session that is out, those with the fewest places first, each where it hurts least.
  package mutating func buildGreedily(isStopped: () -> Bool) {
    let order = board.sessions.filter { !current.isPlaced($0) }.sorted {
      (problem.places[$0].starts.count * problem.places[$0].rooms.count, $0)
        < (problem.places[$1].starts.count * problem.places[$1].rooms.count, $1)
    }
    for p in order where !isStopped() {
      var choice: (step: PricedSchedule.Step, weighed: Double)?
      for s in board.starts(of: p) {
        for room in problem.places[p].rooms where board.price(p, s, room) != nil {
          let step = PricedSchedule.Step(session: p, start: s, room: room)
          var change = current.changeOfOne(step)
          if board.hasGroups[p] { change += current.groupChange([step]) }
          let weighed = weighed(change)
          if weighed < choice?.weighed ?? .infinity { choice = (step, weighed) }
        }
      }
      if let choice, problem.unplacedCost[p] == nil || choice.weighed < 0 {
        current.make([choice.step])
      }
    }
    remember()
  }

  private func weighed(_ score: Score) -> Double {
    Double(score.violations) * violationPrice + Double(score.cost)
  }

  /// One cooling from `hot` to `cold`, in usual prices, over `count` moves; stops early at a cost
  /// of `goal`.
  package mutating func cool(
    moves count: Int, hot: Double, cold: Double, goal: Int,
    isStopped: (_ work: Int) -> Bool,
    onBetter: (_ best: Assignment, _ cost: Int, _ work: Int) -> Void
  ) {
    guard !moves.isEmpty, count > 0 else { return }
    moves.candidates = CandidateList(board, violationPrice: Int(violationPrice))
    let factor = pow(cold / hot, 1 / Double(count))
    var heat = hot * Double(unit)
    for step in 0..<count {
      if step & 0xFFF == 0, isStopped(work) || bestCost <= goal { return }
      work += 1
      heat *= factor
      // Whatever adds no more than this is accepted: the same as drawing after pricing.
      let allowed = -heat * log(max(moves.fraction(), 1e-300))
      let isDrawn =
        step % Self.movesPerScan == 0
        ? moves.drawGood(for: current, allowed: allowed)
        : moves.draw(for: current, allowed: allowed)
      guard isDrawn else { continue }
      guard makeIfAcceptable(moves.steps, allowed) else { continue }
      if current.score.violations == 0, current.score.cost < bestCost {
        remember()
        if let best { onBetter(best, bestCost, work) }
      }
    }
    if best == nil { violationPrice *= 2 }
  }

  /// Makes a move if it adds no more than `allowed`.
  private func makeIfAcceptable(_ steps: [PricedSchedule.Step], _ allowed: Double) -> Bool {
    var change = current.changeInTime(steps)
    let touchesGroups = current.touchesGroups(steps)
    let fromGroups = touchesGroups ? weighed(current.mostFromGroups(steps)) : 0
    // Most moves are turned down by their time alone. What breaks rules where it stands, or is tied
    // to a room, has more to win than that.
    if current.score.violations == 0, !current.touchesSameRooms(steps),
      weighed(change) - fromGroups > allowed
    {
      return false
    }
    change += current.changeInRooms(steps)
    guard weighed(change) - fromGroups <= allowed else { return false }
    // Groups are counted by making the move in them.
    let inGroups = touchesGroups ? current.moveGroups(steps) : .zero
    guard weighed(change + inGroups) <= allowed else {
      current.moveGroupsBack(steps)
      return false
    }
    current.make(steps, changing: change + inGroups)
    return true
  }

  /// Goes back to the best schedule found, here or elsewhere.
  package mutating func returnToBest(or other: Assignment?) {
    if let other {
      current = PricedSchedule(board, other)
      remember()
    }
    if let best { current = PricedSchedule(board, best) }
  }
}

extension PlanningProblem {
  /// The median of what overlaps cost, and of what places cost where overlaps cost nothing.
  var usualPrice: Int {
    var prices = overlapCost.values.filter { $0 > 0 }
    if prices.isEmpty { prices = places.flatMap(\.prices).filter { $0 > 0 } }
    return prices.isEmpty ? 1 : prices.sorted()[prices.count / 2]
  }

  /// Every session left out.
  var nothingPlaced: Assignment {
    Assignment(places: TypedArray(repeating: nil, count: sessions.count))
  }
}
