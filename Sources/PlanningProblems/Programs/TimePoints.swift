// SPDX-License-Identifier: GPL-3.0-or-later

/// Moments that meet every place a session can take, as few as there can be.
///
/// A session counts at the first moment that it meets. So it counts once, and two that count at
/// one moment run at that moment: what overlaps cost there may be added up over all moments. At a
/// meeting of slots the moments are the slots, and nothing is lost.
package struct TimePoints: Sendable {
  /// Venue minutes in order.
  package let minutes: [Int]
  /// The moment of each session at each of its starts.
  let momentOf: TypedArray<SessionPosition, TypedArray<StartOption, Int>>

  /// The moments of a problem.
  ///
  /// - Complexity: n log n in the starts of all sessions.
  package init(_ problem: PlanningProblem) {
    var stays: [(last: Int, start: Int)] = []
    for p in problem.sessions.indices {
      for start in problem.places[p].starts {
        stays.append((start + problem.minutes[p] - 1, start))
      }
    }
    // The earliest end first: a moment just before it meets all that can be met with it.
    var minutes: [Int] = []
    for stay in stays.sorted(by: { $0 < $1 }) where stay.start > minutes.last ?? .min {
      minutes.append(stay.last)
    }
    self.minutes = minutes
    momentOf = problem.places.mapped { table in
      table.starts.mapped { minutes.firstIndex(above: $0 - 1) }
    }
  }

  /// Whether two sessions overlap only where they count at one moment: nothing is lost then.
  package func areSlots(of problem: PlanningProblem) -> Bool {
    var stays: Set<[Int]> = []
    for p in problem.sessions.indices {
      for (s, start) in problem.places[p].starts.enumerated() {
        stays.insert([start, start + problem.minutes[p], momentOf[p][s]])
      }
    }
    var end = (minute: Int.min, moment: -1)
    for stay in stays.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      if stay[0] < end.minute, stay[2] != end.moment { return false }
      if stay[1] > end.minute { end = (stay[1], stay[2]) }
    }
    return true
  }
}
