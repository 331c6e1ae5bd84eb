// SPDX-License-Identifier: GPL-3.0-or-later

/// Moments at which a schedule is looked at, spaced so that a session meets about as many of them
/// wherever it starts.
///
/// What holds at every one of them (so many rooms, a person in one place) holds for their sum, and
/// that is where bounds on whole stretches of time come from: a session adds as many moments as it
/// meets. A moment too many or too few makes such a bound weaker, never wrong.
package struct TimeSamples: Sendable {
  /// Venue minutes in order.
  package let minutes: [Int]
  /// Moments that no session's stay, rest included, joins: a morning, an afternoon.
  let stretchOf: [Int]
  let stretchCount: Int
  /// By moment, whether fewer than half as many sessions can run as at another of the day, as behind
  /// its last slot. Such time is of no use to the others, and counting it with the rest would make
  /// each of the others cheaper.
  let isSparse: [Bool]

  /// The moments of a problem.
  ///
  /// - Complexity: n log n in the starts of all sessions.
  package init(_ problem: PlanningProblem) {
    let rest = problem.longestRest
    var ends: [Int: Int] = [:]
    var users: [Int: Int] = [:]
    for p in problem.sessions.indices {
      for start in problem.places[p].starts {
        ends[start] = max(ends[start] ?? 0, start + problem.minutes[p] + rest)
        users[start, default: 0] += 1
      }
    }
    let minutes = Self.filled(Self.common(users), ends)
    self.minutes = minutes
    var joined = Array(repeating: false, count: minutes.count)
    for (start, end) in ends {
      let met = minutes.firstIndex(above: start - 1)..<minutes.firstIndex(above: end - 1)
      for m in met.dropFirst() { joined[m] = true }
    }
    var stretch = -1
    stretchOf = minutes.indices.map { m in
      if !joined[m] { stretch += 1 }
      return stretch
    }
    stretchCount = stretch + 1
    isSparse = Self.sparse(problem, minutes)
  }

  /// Starts that many sessions can take: a pinned one between two slots would only make the steps
  /// uneven.
  private static func common(_ users: [Int: Int]) -> [Int] {
    let most = users.values.max() ?? 0
    return users.filter { $0.value * 5 >= most }.keys.sorted()
  }

  /// The starts, and between and behind them further moments at the closest step of theirs for as
  /// long as anything can run or rest.
  private static func filled(_ starts: [Int], _ ends: [Int: Int]) -> [Int] {
    guard let step = zip(starts, starts.dropFirst()).map({ $1 - $0 }).min() else { return starts }
    let byStart = ends.sorted { $0.key < $1.key }
    var next = 0
    var latest = 0
    var filled: [Int] = []
    for (i, start) in starts.enumerated() {
      let end = i + 1 < starts.count ? starts[i + 1] : Int.max
      var moment = start
      while moment < end {
        while next < byStart.count, byStart[next].key <= moment {
          latest = max(latest, byStart[next].value)
          next += 1
        }
        guard moment < latest else { break }
        filled.append(moment)
        moment += step
      }
    }
    return filled
  }

  private static func sparse(_ problem: PlanningProblem, _ minutes: [Int]) -> [Bool] {
    var possible = Array(repeating: 0, count: minutes.count)
    for p in problem.sessions.indices {
      var runs: Set<Int> = []
      for start in problem.places[p].starts {
        let first = minutes.firstIndex(above: start - 1)
        let end = minutes.firstIndex(above: start + problem.minutes[p] - 1)
        runs.formUnion(first..<max(first, end))
      }
      for m in runs { possible[m] += 1 }
    }
    var most: [Int: Int] = [:]
    for (m, count) in possible.enumerated() {
      most[minutes[m] / day] = max(most[minutes[m] / day] ?? 0, count)
    }
    return possible.enumerated().map { m, count in
      count > 0 && 2 * count < most[minutes[m] / day] ?? 0
    }
  }

  private static let day = 24 * 60

  /// The moments that a stay of so many minutes meets.
  package func met(from start: Int, minutes length: Int) -> Range<Int> {
    let first = minutes.firstIndex(above: start - 1)
    return first..<max(first, minutes.firstIndex(above: start + length - 1))
  }
}

extension PlanningProblem {
  /// How many rooms can be in use at once: a joined room never gives more than its parts do.
  package var mostRoomsAtOnce: Int {
    let rooms = scenario.rooms
    let isNested = rooms.contains { $0.parts.contains { !rooms[$0].parts.isEmpty } }
    return isNested ? rooms.count : rooms.count { $0.parts.isEmpty }
  }
}
