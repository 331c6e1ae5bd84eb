// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// The set of a family's sessions that gains most at one moment: their worth less what they pay
/// each other. By types, so that it is a matter of numbers of each.
struct FamilySearch: Sendable {
  /// What a pair pays at a moment that both run, by type.
  let price: SquareTable<Int, Double>
  /// No more of each type run at once.
  let most: [Int]
  /// No more sessions run at once.
  let rooms: Int
  /// By type and number of others, half of what it pays at least to that many others: each pair of
  /// a set is paid half by each of the two.
  private let halves: [[Double]]

  /// How many of each type.
  typealias Pattern = [Int]

  struct Best: Sendable {
    var gain = 0.0
    /// Patterns met on the way that gained more than all before them, the best last.
    var patterns: [Pattern] = []
    /// No pattern gains more; the gain itself where the search was not cut short.
    var atMost = 0.0
  }

  init(_ family: ClashFamily, rooms: Int) {
    self.init(price: family.price, most: family.most, rooms: rooms)
  }

  init(price: SquareTable<Int, Double>, most: [Int], rooms: Int) {
    self.price = price
    self.most = most
    self.rooms = rooms
    halves = most.indices.map { a in
      var sums = [0.0]
      for b in most.indices.sorted(by: { (price[a, $0], $0) < (price[a, $1], $1) }) {
        for _ in 0..<max(0, most[b] - (a == b ? 1 : 0)) where sums.count <= rooms {
          sums.append((sums.last ?? 0) + price[a, b] / 2)
        }
        if sums.count > rooms { break }
      }
      // There are no more of them; any further one would pay more than can ever be gained.
      while sums.count <= rooms { sums.append(.infinity) }
      return sums
    }
  }

  func cost(_ pattern: Pattern) -> Double {
    var sum = 0.0
    for (i, a) in pattern.enumerated() where a > 0 {
      sum += Double(a * (a - 1) / 2) * price[i, i]
      for j in (i + 1)..<max(pattern.count, i + 1) where pattern[j] > 0 {
        sum += Double(a * pattern[j]) * price[i, j]
      }
    }
    return sum
  }

  /// - Parameter steps: patterns looked at before the search is cut short.
  func best(worth: [Double], steps: Int) -> Best {
    let order = worth.indices.filter { worth[$0] > 1e-12 }.sorted {
      (worth[$1], $0) < (worth[$0], $1)
    }
    var run = Run(search: self, order: order, stepsLeft: steps, count: worth.count)
    for (i, type) in order.enumerated() { run.gains[i] = worth[type] }
    run.extend(from: 0, gain: 0, depth: 0)
    run.best.atMost = max(run.best.gain, run.openBound)
    return run.best
  }

  private struct Run {
    let search: FamilySearch
    let order: [Int]
    var stepsLeft: Int
    var best = Best()
    var openBound = 0.0
    var pattern: Pattern
    /// By depth and place in the order, what one more of a type would gain.
    var gains: [Double]
    private var top: [Double] = []
    private var free: [Double] = []

    init(search: FamilySearch, order: [Int], stepsLeft: Int, count: Int) {
      self.search = search
      self.order = order
      self.stepsLeft = stepsLeft
      pattern = Array(repeating: 0, count: count)
      gains = Array(repeating: 0, count: (search.rooms + 2) * max(1, order.count))
    }

    mutating func extend(from first: Int, gain: Double, depth: Int) {
      if gain > best.gain + 1e-12 {
        best.gain = gain
        best.patterns.append(pattern)
      }
      guard depth < search.rooms else { return }
      let more = mostGain(from: first, depth, wanted: best.gain + 1e-9 - gain)
      guard gain + more > best.gain + 1e-9 else { return }
      guard stepsLeft > 0 else {
        openBound = max(openBound, gain + more)
        return
      }
      let (here, next) = (depth * order.count, (depth + 1) * order.count)
      for i in first..<max(first, order.count) where gains[here + i] > 1e-12 {
        let type = order[i]
        guard pattern[type] < search.most[type] else { continue }
        stepsLeft -= 1
        for j in i..<order.count {
          gains[next + j] = gains[here + j] - search.price[type, order[j]]
        }
        pattern[type] += 1
        extend(from: i, gain: gain + gains[here + i], depth: depth + 1)
        pattern[type] -= 1
      }
    }

    /// The most that types from `first` on can add: for each number of them the best ones, each
    /// paying at least its halves. Numbers that gain less than is wanted even for nothing are passed
    /// over.
    private mutating func mostGain(from first: Int, _ depth: Int, wanted: Double) -> Double {
      let here = depth * order.count
      free.removeAll(keepingCapacity: true)
      for i in first..<max(first, order.count) where gains[here + i] > 0 {
        let left = search.most[order[i]] - pattern[order[i]]
        for _ in 0..<min(left, search.rooms - depth) { free.append(gains[here + i]) }
      }
      free.sort(by: >)
      var most = 0.0
      var atMost = 0.0
      for number in 1...max(1, search.rooms - depth) {
        if number <= free.count { atMost += free[number - 1] }
        if atMost <= wanted { continue }
        top.removeAll(keepingCapacity: true)
        for i in first..<max(first, order.count) {
          let gain = gains[here + i] - search.halves[order[i]][number - 1]
          guard gain > 0 else { continue }
          let left = search.most[order[i]] - pattern[order[i]]
          for _ in 0..<min(left, number) { top.append(gain) }
        }
        if top.count < number { break }
        if top.count > number { top.sort(by: >) }
        var sum = 0.0
        for gain in top.prefix(number) { sum += gain }
        most = max(most, sum)
      }
      return most
    }
  }
}
