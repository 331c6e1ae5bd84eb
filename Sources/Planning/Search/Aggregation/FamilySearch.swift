// SPDX-License-Identifier: GPL-3.0-or-later

/// The set of a family's sessions that gains most at one moment: their worth less what they pay
/// each other. By types, so that it is a matter of numbers of each.
struct FamilySearch: Sendable {
  let family: ClashFamily
  /// No more sessions run at once.
  let rooms: Int
  private let leastPrice: Double

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
    self.family = family
    self.rooms = rooms
    leastPrice = family.price.values.min() ?? 0
  }

  func cost(_ pattern: Pattern) -> Double {
    var sum = 0.0
    for (i, a) in pattern.enumerated() where a > 0 {
      sum += Double(a * (a - 1) / 2) * family.price[i, i]
      for j in (i + 1)..<max(pattern.count, i + 1) where pattern[j] > 0 {
        sum += Double(a * pattern[j]) * family.price[i, j]
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
    run.extend(from: 0, gain: 0, room: rooms, order.map { worth[$0] })
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

    init(search: FamilySearch, order: [Int], stepsLeft: Int, count: Int) {
      self.search = search
      self.order = order
      self.stepsLeft = stepsLeft
      pattern = Array(repeating: 0, count: count)
    }

    /// - Parameter gains: what one more of each type would gain, in order.
    mutating func extend(from first: Int, gain: Double, room: Int, _ gains: [Double]) {
      if gain > best.gain + 1e-12 {
        best.gain = gain
        best.patterns.append(pattern)
      }
      guard room > 0 else { return }
      // The most that types from here on can gain, where each pays at least the least price to
      // those that come before it.
      var most = 0.0
      for i in first..<max(first, gains.count) { most = max(most, gains[i]) }
      var bound = gain
      for k in 0..<room {
        let more = most - Double(k) * search.leastPrice
        if more <= 0 { break }
        bound += more
      }
      guard bound > best.gain + 1e-12 else { return }
      guard stepsLeft > 0 else {
        openBound = max(openBound, bound)
        return
      }
      for i in first..<max(first, gains.count) where gains[i] > 1e-12 {
        let type = order[i]
        guard pattern[type] < search.family.most[type] else { continue }
        stepsLeft -= 1
        var next = gains
        for j in i..<next.count { next[j] -= search.family.price[type, order[j]] }
        pattern[type] += 1
        extend(from: i, gain: gain + gains[i], room: room - 1, next)
        pattern[type] -= 1
      }
    }
  }
}
