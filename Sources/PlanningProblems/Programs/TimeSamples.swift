// SPDX-License-Identifier: GPL-3.0-or-later

/// Moments at which a schedule is looked at, spaced so that a session meets about as many of them
/// wherever it starts.
///
/// A day of slots is looked at when its slots begin, and nowhere else: whatever overlaps there does so
/// then, and the time between the end of a session and the next slot is of no use to anybody. A day of
/// free starts is looked at in steps. So sessions meet other numbers of moments on one sort of day than
/// on the other (a day's *rhythm*), and what is counted by moments is counted for each rhythm by itself.
///
/// What holds at every one of them (so many rooms, a person in one place) holds for their sum, and
/// that is where bounds on whole stretches of time come from: a session adds as many moments as it
/// meets. A moment too many or too few makes such a bound weaker, never wrong.
package struct TimeSamples: Sendable {
  /// Venue minutes in order. The beginning of a slot is listed as often as there are steps of a day
  /// with free starts in the time of a slot, where the meeting has both: it stands for that time.
  package let minutes: [Int]
  /// By moment the rhythm of its day: 0 for free starts and where all days are alike, others for slots.
  package let rhythmOf: [Int]
  /// How many rhythms there are.
  package let rhythmCount: Int
  /// By moment a slot of a day of slots, in another rhythm than 0; else moments that no session's stay,
  /// rest included, joins: a morning, an afternoon.
  let stretchOf: [Int]
  let stretchCount: Int
  /// By moment, whether fewer than half as many sessions can run as at another of the day, as behind
  /// its last slot. Such time is of no use to the others, and counting it with the rest would make
  /// each of the others cheaper.
  let isSparse: [Bool]

  /// The moments of a problem.
  ///
  /// - Parameter seesSlots: whether days of slots have a rhythm of their own; else all days are looked
  ///   at in steps, which is coarser and makes smaller programs.
  /// - Complexity: n log n in the starts of all sessions.
  package init(_ problem: PlanningProblem, seesSlots: Bool = true) {
    let rest = problem.longestRest
    var ends: [Int: Int] = [:]
    var users: [Int: Int] = [:]
    for p in problem.sessions.indices {
      for start in problem.places[p].starts {
        ends[start] = max(ends[start] ?? 0, start + problem.minutes[p] + rest)
        users[start, default: 0] += 1
      }
    }
    let (minutes, rhythmOf) = Self.moments(
      of: problem, Self.common(users), ends, seesSlots: seesSlots)
    self.minutes = minutes
    self.rhythmOf = rhythmOf
    rhythmCount = (rhythmOf.max() ?? 0) + 1
    var joined = Array(repeating: false, count: minutes.count)
    for (start, end) in ends {
      let met = minutes.firstIndex(above: start - 1)..<minutes.firstIndex(above: end - 1)
      for m in met.dropFirst() where rhythmOf[m] == 0 || minutes[m] == minutes[m - 1] {
        joined[m] = true
      }
    }
    var stretch = -1
    stretchOf = minutes.indices.map { m in
      if !joined[m] { stretch += 1 }
      return stretch
    }
    stretchCount = stretch + 1
    isSparse = zip(Self.sparse(problem, minutes), rhythmOf).map { $0 && $1 == 0 }
  }

  /// Starts that many sessions can take: a pinned one between two slots would only make the steps
  /// uneven.
  private static func common(_ users: [Int: Int]) -> [Int] {
    let most = users.values.max() ?? 0
    return users.filter { $0.value * 5 >= most }.keys.sorted()
  }

  /// The moments of all days, and the rhythm of each.
  ///
  /// A day is one of slots where most sessions meet only one of its starts, and another day's starts
  /// lie closer.
  private static func moments(
    of problem: PlanningProblem, _ starts: [Int], _ ends: [Int: Int], seesSlots: Bool
  ) -> (minutes: [Int], rhythmOf: [Int]) {
    let days = Dictionary(grouping: starts) { $0 / day }
    let steps = days.compactMapValues(\.closestStep)
    let lengths = problem.minutes.sorted()
    guard seesSlots, let finest = steps.values.min(),
      let usual = lengths.dropFirst(lengths.count / 2).first,
      case let slotted = steps.filter({ $0.value > finest && $0.value >= usual }), !slotted.isEmpty
    else {
      let minutes = filled(starts, ends, step: starts.closestStep)
      return (minutes, minutes.map { _ in 0 })
    }
    let slots = Set(slotted.values).sorted()
    var minutes: [Int] = []
    var rhythmOf: [Int] = []
    for date in Set(ends.keys.map { $0 / day }).sorted() {
      let starts = days[date] ?? []
      if let slot = slotted[date], let rhythm = slots.firstIndex(of: slot) {
        for start in starts {
          let times = (slot + finest / 2) / finest
          minutes += Array(repeating: start, count: times)
          rhythmOf += Array(repeating: rhythm + 1, count: times)
        }
      } else {
        let here = filled(starts, ends.filter { $0.key / day == date }, step: finest)
        minutes += here
        rhythmOf += here.map { _ in 0 }
      }
    }
    return (minutes, rhythmOf)
  }

  /// The starts, and between and behind them further moments at a step for as long as anything can
  /// run or rest.
  private static func filled(_ starts: [Int], _ ends: [Int: Int], step: Int?) -> [Int] {
    guard let step else { return starts }
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

  /// The moments that stand for the time of a moment's slot.
  func slot(of moment: Int) -> Range<Int> {
    let minute = minutes[moment]
    return minutes.firstIndex(above: minute - 1)..<minutes.firstIndex(above: minute)
  }

  private static let day = 24 * 60

  /// The moments that a stay of so many minutes meets.
  package func met(from start: Int, minutes length: Int) -> Range<Int> {
    let first = minutes.firstIndex(above: start - 1)
    return first..<max(first, minutes.firstIndex(above: start + length - 1))
  }
}

extension [Int] {
  /// The least difference of two neighbours; `nil` for fewer than two.
  fileprivate var closestStep: Int? { zip(self, dropFirst()).map { $1 - $0 }.min() }
}

extension PlanningProblem {
  /// How many rooms can be in use at once: a joined room never gives more than its parts do.
  package var mostRoomsAtOnce: Int {
    let rooms = scenario.rooms
    let isNested = rooms.contains { $0.parts.contains { !rooms[$0].parts.isEmpty } }
    return isNested ? rooms.count : rooms.count { $0.parts.isEmpty }
  }
}
