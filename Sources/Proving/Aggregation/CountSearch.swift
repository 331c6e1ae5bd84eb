// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// The set of a family's sessions that gains most at one moment, where what a pair pays depends on
/// how the two are seen, and on whether both are of one group (share a further theme, a kind).
///
/// Then it is enough to know how many are seen in each way: a group adds what its numbers gain
/// by themselves, and all numbers together pay the price across. Dynamic programming over groups is
/// exact where `FamilySearch` would have to look at too many sets.
struct CountSearch: Sendable {
  private let types: Int
  /// By two ways of being seen, the part of its price that a pair pays at a moment.
  private let shares: SquareTable<Int, Double>
  /// By group and way of being seen, the type; -1 for none.
  private let typeOf: [[Int]]
  private let most: [Int]
  private let rooms: Int
  private let across: Double
  /// By group, what a pair inside pays less than a pair across.
  private let rebate: [Double]

  /// More ways of being seen make too many numbers.
  private static let mostPresences = 4

  /// - Returns: `nil` where the family's prices are not of that form.
  init?(_ family: ClashFamily, rooms: Int) {
    let count = family.members.count
    let presences = Set(family.presenceOf).sorted()
    let groups = (family.groupOf.max() ?? -1) + 1
    guard groups > 1, presences.count <= Self.mostPresences else { return nil }
    var across: Double?
    var within: [Double?] = Array(repeating: nil, count: groups)
    for a in 0..<count {
      for b in a..<count {
        let shared = family.presenceOf[a].shared(with: family.presenceOf[b])
        let whole = family.price[a, b] * Double(shared)
        let known = family.groupOf[a] == family.groupOf[b] ? within[family.groupOf[a]] : across
        if let known, abs(known - whole) > 1e-9 { return nil }
        if family.groupOf[a] == family.groupOf[b] {
          within[family.groupOf[a]] = whole
        } else {
          across = whole
        }
      }
    }
    guard let across else { return nil }
    var typeOf = Array(
      repeating: Array(repeating: -1, count: presences.count), count: groups)
    for type in 0..<count {
      guard let s = presences.firstIndexSorted(family.presenceOf[type]) else { return nil }
      typeOf[family.groupOf[type]][s] = type
    }
    types = count
    var shares = SquareTable<Int, Double>(repeating: 0, side: presences.count)
    for (s, a) in presences.enumerated() {
      for (t, b) in presences.enumerated() { shares[s, t] = 1 / Double(a.shared(with: b)) }
    }
    self.shares = shares
    self.typeOf = typeOf
    most = family.most
    self.rooms = rooms
    self.across = across
    rebate = within.map { across - ($0 ?? across) }
  }

  /// Numbers of each way of being seen, as digits of `index` to the base of one more than the largest sum.
  private struct Numbers {
    let digits: [Int]
    let sum: Int
    let index: Int
  }

  /// - Parameter upTo: sets of more sessions are only bounded; where one of just so many gains
  ///   nothing, a larger one does not either.
  func best(worth: [Double], upTo limit: Int) -> FamilySearch.Best {
    let cap = min(rooms, max(2, limit))
    let all = numbers(upTo: cap)
    let size = all.reduce(0) { max($0, $1.index) } + 1
    var gains = Array(repeating: -Double.infinity, count: size)
    gains[0] = 0
    var choices: [[Int32]] = []
    for (group, own) in typeOf.enumerated() {
      let options = all.filter { numbers in
        zip(numbers.digits, own).allSatisfy { $0 == 0 || ($1 >= 0 && $0 <= most[$1]) }
      }
      let values = options.map { numbers in
        zip(numbers.digits, own).reduce(rebate[group] * pairs(numbers.digits)) {
          $1.0 == 0 ? $0 : $0 + Double($1.0) * worth[$1.1]
        }
      }
      var next = Array(repeating: -Double.infinity, count: size)
      var choice = Array(repeating: Int32(-1), count: size)
      for state in all {
        let gain = gains[state.index]
        if gain == -.infinity { continue }
        for (o, option) in options.enumerated() {
          if state.sum + option.sum > cap { break }
          let index = state.index + option.index
          if gain + values[o] > next[index] {
            next[index] = gain + values[o]
            choice[index] = Int32(option.index)
          }
        }
      }
      gains = next
      choices.append(choice)
    }
    return outcome(all, gains, choices, cap)
  }

  private func outcome(
    _ all: [Numbers], _ gains: [Double], _ choices: [[Int32]], _ cap: Int
  ) -> FamilySearch.Best {
    var bySum: [(gain: Double, index: Int)] = Array(repeating: (-.infinity, 0), count: cap + 1)
    for numbers in all {
      let gain = gains[numbers.index] - across * pairs(numbers.digits)
      if gain > bySum[numbers.sum].gain { bySum[numbers.sum] = (gain, numbers.index) }
    }
    var best = FamilySearch.Best()
    let digits = Dictionary(uniqueKeysWithValues: all.map { ($0.index, $0.digits) })
    for entry in bySum.filter({ $0.gain > 0 }).sorted(by: {
      ($0.gain, $0.index) < ($1.gain, $1.index)
    }) {
      best.gain = entry.gain
      best.patterns.append(pattern(entry.index, choices, digits))
    }
    // Sets of m drawn from one of n gain on average a concave function of m that is 0 at none: so
    // one of n > cap gains no more than n/cap times what a set of cap can.
    let beyond = cap < rooms ? Double(rooms) / Double(cap) * max(0, bySum[cap].gain) : 0
    best.atMost = max(best.gain, beyond)
    return best
  }

  private func pattern(
    _ index: Int, _ choices: [[Int32]], _ digits: [Int: [Int]]
  ) -> FamilySearch.Pattern {
    var pattern = Array(repeating: 0, count: types)
    var left = index
    for (group, choice) in choices.enumerated().reversed() {
      let chosen = Int(choice[left])
      for (s, number) in (digits[chosen] ?? []).enumerated() where number > 0 {
        pattern[typeOf[group][s]] = number
      }
      left -= chosen
    }
    return pattern
  }

  /// Σ over pairs of the part of a price that they pay.
  private func pairs(_ digits: [Int]) -> Double {
    var sum = 0.0
    for (s, number) in digits.enumerated() where number > 0 {
      sum += Double(number * (number - 1) / 2) * shares[s, s]
      for t in (s + 1)..<max(digits.count, s + 1) where digits[t] > 0 {
        sum += Double(number * digits[t]) * shares[s, t]
      }
    }
    return sum
  }

  /// All numbers that add up to no more than the cap, small sums first.
  private func numbers(upTo cap: Int) -> [Numbers] {
    var all = [Numbers(digits: [], sum: 0, index: 0)]
    var base = 1
    for _ in shares.positions {
      all = all.flatMap { numbers in
        (0...(cap - numbers.sum)).map {
          Numbers(
            digits: numbers.digits + [$0], sum: numbers.sum + $0, index: numbers.index + $0 * base)
        }
      }
      base *= cap + 1
    }
    return all.sorted { ($0.sum, $0.index) < ($1.sum, $1.index) }
  }
}
