// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IntegerPrograms

/// Simulated annealing over complete schedules: arrives fast, proves nothing.
///
/// One round cools once from hot to cold; further rounds begin at the best schedule so far with
/// less heat. Broken hard rules are priced, so that the search may pass through them. Work is
/// counted in moves, so that the same seed gives the same schedule on any machine.
struct LocalSearch {
  private let problem: PlanningProblem
  private var random: SeededGenerator
  private(set) var best: Assignment?
  private(set) var bestCost = Int.max
  private(set) var moves = 0
  private var current: WorkingSchedule
  private var violationPrice: Double
  private let movable: [Int]

  init(_ problem: PlanningProblem, seed: UInt64, from start: Assignment? = nil) {
    self.problem = problem
    random = SeededGenerator(seed: seed)
    current = start.map { WorkingSchedule(problem, $0) } ?? WorkingSchedule(problem)
    violationPrice = 400
    movable = problem.sessions.indices.filter { !problem.places[$0].isEmpty }
    remember()
  }

  private mutating func remember() {
    guard current.standing.violations == 0, current.standing.cost < bestCost else { return }
    best = current.assignment
    bestCost = current.standing.cost
  }

  /// Puts in every session that is out, those with the fewest places first, each where it hurts least.
  mutating func buildGreedily(isStopped: () -> Bool) {
    let order = movable.filter { current.assignment.places[$0] == nil }.sorted {
      (problem.places[$0].starts.count * problem.places[$0].rooms.count, $0)
        < (problem.places[$1].starts.count * problem.places[$1].rooms.count, $1)
    }
    for p in order where !isStopped() {
      let table = problem.places[p]
      var choice: (place: Assignment.Place, score: Double)?
      for s in table.starts.indices {
        for r in table.rooms.indices where table.price(s, r) != nil {
          let place = Assignment.Place(start: s, room: r)
          current.put(p, at: place)
          let score = score(current.standing)
          if score < choice?.score ?? .infinity { choice = (place, score) }
          current.take(p)
        }
      }
      if let choice, problem.unplacedCost[p] == nil || choice.score < score(current.standing) {
        current.put(p, at: choice.place)
      }
    }
    remember()
  }

  private func score(_ standing: Standing) -> Double {
    Double(standing.violations) * violationPrice + Double(standing.cost)
  }

  /// One cooling from `hot` to `cold` over `count` moves; stops early at a cost of `goal`.
  mutating func cool(
    moves count: Int, hot: Double, cold: Double, goal: Int, isStopped: () -> Bool,
    onBetter: (Int) -> Void
  ) {
    guard !movable.isEmpty, count > 0 else { return }
    let factor = pow(cold / hot, 1 / Double(count))
    var heat = hot
    for step in 0..<count {
      if step & 0x3FF == 0, isStopped() || bestCost <= goal { return }
      moves += 1
      heat *= factor
      let before = score(current.standing)
      let undo = tryMove()
      let change = score(current.standing) - before
      if change <= 0 || random.fraction() < exp(-change / heat) {
        if current.standing.violations == 0, current.standing.cost < bestCost {
          remember()
          onBetter(bestCost)
        }
      } else {
        for (p, place) in undo.reversed() { restore(p, place) }
      }
    }
    if best == nil { violationPrice *= 2 }
  }

  /// Goes back to the best schedule found, here or elsewhere.
  mutating func returnToBest(or other: Assignment?) {
    if let other {
      current = WorkingSchedule(problem, other)
      remember()
    }
    if let best { current = WorkingSchedule(problem, best) }
  }

  private mutating func restore(_ p: Int, _ place: Assignment.Place?) {
    if current.assignment.places[p] != nil { current.take(p) }
    if let place { current.put(p, at: place) }
  }

  /// Makes one random change; what was there before, in order.
  private mutating func tryMove() -> [(Int, Assignment.Place?)] {
    let p = movable[random.below(movable.count)]
    let before = current.assignment.places[p]
    switch random.below(16) {
    case 0 where problem.unplacedCost[p] != nil && before != nil:
      current.take(p)
      return [(p, before)]
    case 1...4:
      if let before, let other = randomRoom(p, at: before.start) {
        restore(p, other)
        return [(p, before)]
      }
    case 5...7:
      let q = movable[random.below(movable.count)]
      if let swapped = swap(p, q) { return swapped }
    default: break
    }
    guard let place = randomPlace(p) else { return [] }
    restore(p, place)
    return [(p, before)]
  }

  private mutating func randomRoom(_ p: Int, at start: Int) -> Assignment.Place? {
    let table = problem.places[p]
    let room = random.below(table.rooms.count)
    guard table.price(start, room) != nil else { return nil }
    return .init(start: start, room: room)
  }

  private mutating func randomPlace(_ p: Int) -> Assignment.Place? {
    let table = problem.places[p]
    for _ in 0..<8 {
      let place = Assignment.Place(
        start: random.below(table.starts.count), room: random.below(table.rooms.count))
      if table.price(place.start, place.room) != nil { return place }
    }
    return nil
  }

  private mutating func swap(_ p: Int, _ q: Int) -> [(Int, Assignment.Place?)]? {
    guard p != q, let mine = current.assignment.places[p],
      let theirs = current.assignment.places[q],
      let forP = place(p, like: q, theirs), let forQ = place(q, like: p, mine)
    else { return nil }
    current.take(p)
    current.take(q)
    current.put(p, at: forP)
    current.put(q, at: forQ)
    // Undone in reverse order; both are taken out before either goes back.
    return [(p, mine), (q, theirs)]
  }

  /// Where `p` would stand in the place of `q`.
  private func place(_ p: Int, like q: Int, _ other: Assignment.Place) -> Assignment.Place? {
    let start = problem.places[q].starts[other.start]
    let room = problem.places[q].rooms[other.room]
    guard let s = problem.places[p].starts.firstIndexSorted(start),
      let r = problem.places[p].rooms.firstIndexSorted(room), problem.places[p].price(s, r) != nil
    else { return nil }
    return .init(start: s, room: r)
  }
}

extension [Int] {
  /// Position of a value in a sorted list.
  func firstIndexSorted(_ value: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == value ? low : nil
  }
}
