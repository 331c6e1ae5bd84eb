// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PlanningProblems

/// Packs the sessions of a meeting into rooms by their time alone: what they cost there, how many rooms
/// each track takes, and more time than a room has at a rising price. Simulated annealing, in which
/// whole tracks move and change places, so a move costs as little as its track is long.
struct RoomPacking {
  let units: RoomUnits
  private var random: SeededGenerator
  /// By unit.
  private(set) var binOf: [Int]
  /// By room and day (the last for any day).
  private var loads: [Int]
  /// By group and room, how many of its units are there.
  private var counts: [Int]
  private let whole: [Int]
  /// Of a moment that a room does not have.
  private(set) var excessPrice: Double
  private let heat: Double
  private let excessPrices: (least: Double, most: Double)

  init(_ units: RoomUnits, seed: UInt64) {
    self.units = units
    random = SeededGenerator(seed: seed)
    whole = units.capacity.map { $0.reduce(0, +) }
    loads = Array(repeating: 0, count: units.rooms * (units.days + 1))
    counts = Array(repeating: 0, count: units.groupPrice.count * units.rooms)
    // What a move usually changes, and what a session usually takes.
    let spreads = units.members.indices.map { u in
      let prices = units.bins[u].map { units.price[u][$0] }
      let mean = Double(prices.reduce(0, +)) / Double(max(1, prices.count))
      return mean - Double(prices.min() ?? 0)
    }
    let spread = spreads.reduce(0, +) / Double(max(1, spreads.count))
    heat = max(1, spread, Double(units.groupPrice.max() ?? 0))
    let taken = units.load.map { Double($0.max() ?? 0) }
    let usual = max(1, taken.reduce(0, +) / Double(max(1, taken.count)))
    excessPrices = (heat / (4 * usual), 4 * heat)
    excessPrice = excessPrices.least
    binOf = units.bins.map { $0.first ?? -1 }
    for u in binOf.indices where binOf[u] >= 0 {
      binOf[u] = units.bins[u][random.below(units.bins[u].count)]
      add(u, 1)
    }
  }

  /// Moves from hot to cold.
  ///
  /// - Parameter isStopped: asked now and then.
  mutating func run(moves: Int, isStopped: () -> Bool) {
    let movable = units.bins.indices.filter { units.bins[$0].count > 1 }
    guard !movable.isEmpty, moves > 0 else { return }
    let cooling = pow(0.02 / 2, 1 / Double(moves))
    let rising = pow(excessPrices.most / excessPrices.least, 1 / Double(moves))
    var heat = 2 * heat
    var steps: [(unit: Int, bin: Int)] = []
    for move in 0..<moves {
      if move & 0xFFF == 0, isStopped() { return }
      heat *= cooling
      excessPrice *= rising
      draw(movable, &steps)
      guard let change = make(&steps) else { continue }
      if change > 0, random.fraction() >= exp(-change / heat) { _ = make(&steps) }
    }
  }

  /// The units of one track in one room, or a unit by itself.
  private func fragment(_ u: Int) -> [Int] {
    let group = units.groupOf[u]
    guard group >= 0 else { return [u] }
    return units.unitsOf[group].filter { binOf[$0] >= 0 && room($0) == room(u) }
  }

  private func room(_ u: Int) -> Int { binOf[u] / (units.days + 1) }

  /// The bin of a room that is like the one a unit is in.
  private func bin(_ u: Int, in room: Int) -> Int {
    room * (units.days + 1) + binOf[u] % (units.days + 1)
  }

  /// A move that may be tried next.
  mutating func draw(_ movable: [Int], _ steps: inout [(unit: Int, bin: Int)]) {
    steps.removeAll(keepingCapacity: true)
    let u = movable[random.below(movable.count)]
    let v = movable[random.below(movable.count)]
    switch random.below(8) {
    case 0, 1: steps.append((u, units.bins[u][random.below(units.bins[u].count)]))
    case 2, 3:
      guard u != v else { return }
      steps.append((u, binOf[v]))
      steps.append((v, binOf[u]))
    case 4, 5:
      let goal = units.bins[u][random.below(units.bins[u].count)] / (units.days + 1)
      for w in fragment(u) { steps.append((w, bin(w, in: goal))) }
    default:
      let (here, there) = (room(u), room(v))
      guard here != there, units.groupOf[u] < 0 || units.groupOf[u] != units.groupOf[v] else {
        return
      }
      for w in fragment(u) { steps.append((w, bin(w, in: there))) }
      for w in fragment(v) { steps.append((w, bin(w, in: here))) }
    }
  }

  /// Makes all steps, which then lead back.
  ///
  /// - Returns: what they change; `nil` where one of them cannot be made, and none is.
  mutating func make(_ steps: inout [(unit: Int, bin: Int)]) -> Double? {
    for step in steps where units.price[step.unit][step.bin] < 0 { return nil }
    var change = 0.0
    for i in steps.indices {
      let (u, bin) = steps[i]
      let old = binOf[u]
      guard bin != old else { continue }
      change -= cost(u)
      add(u, -1)
      binOf[u] = bin
      change += cost(afterAdding: u)
      steps[i].bin = old
    }
    steps.reverse()
    return change
  }

  /// What would be saved if a unit were not there.
  private mutating func cost(_ u: Int) -> Double {
    let with = excess(room(u))
    add(u, -1)
    let without = excess(room(u))
    let rest = shares(u)
    add(u, 1)
    return rest + excessPrice * Double(with - without)
  }

  private mutating func cost(afterAdding u: Int) -> Double {
    add(u, 1)
    return cost(u)
  }

  /// What a unit pays besides excess, while it is not counted.
  private func shares(_ u: Int) -> Double {
    var sum = units.price[u][binOf[u]]
    let group = units.groupOf[u]
    if group >= 0, counts[group * units.rooms + room(u)] == 0 { sum += units.groupPrice[group] }
    let day = binOf[u] % (units.days + 1)
    for other in units.clashes[u] where binOf[other.unit] >= 0 {
      if binOf[other.unit] % (units.days + 1) == day, room(other.unit) != room(u) {
        sum += other.price
      }
    }
    return Double(sum)
  }

  private func excess(_ room: Int) -> Int {
    var (all, sum) = (0, 0)
    for day in 0...units.days {
      let load = loads[room * (units.days + 1) + day]
      all += load
      if day < units.days { sum += max(0, load - units.capacity[room][day]) }
    }
    return max(sum, all - whole[room])
  }

  private mutating func add(_ u: Int, _ sign: Int) {
    loads[binOf[u]] += sign * units.load[u][room(u)]
    let group = units.groupOf[u]
    if group >= 0 { counts[group * units.rooms + room(u)] += sign }
  }
}
