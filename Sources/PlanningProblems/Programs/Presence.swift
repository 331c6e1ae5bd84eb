// SPDX-License-Identifier: GPL-3.0-or-later

/// How a session is seen at a moment at which it runs: for how many moments it has run, and will run.
///
/// Two sessions that overlap pay once, however long they do so. What they pay at one moment may be
/// their price, parted by the moments that they share; and the fewer these are known to be, the more
/// can be seen of the price at each. Of a session in a day's last slot it is known that it shares no
/// other; of one that takes two slots, which of the two another session meets.
package struct Presence: Hashable, Comparable, Sendable {
  /// Moments of the slot that it is seen in; 1 where starts are free.
  let here: Int
  /// Moments at most that it ran before those.
  let before: Int
  /// Moments at most that it goes on for after them.
  let after: Int
  /// Moments at most that it meets in all.
  package let most: Int

  /// How many moments two sessions share at most that are seen so at the same one.
  package func shared(with other: Presence) -> Int {
    min(here + min(before, other.before) + min(after, other.after), min(most, other.most))
  }

  /// Shorter stays first.
  package static func < (a: Presence, b: Presence) -> Bool {
    (a.most, a.before, a.after, a.here) < (b.most, b.before, b.after, b.here)
  }
}

/// How the sessions of a problem can be seen at the moments of some samples.
///
/// On days of slots each slot of a stay is told apart. Where starts are free that would make as many
/// types of a session as it has moments, and sessions that begin together, which cost least, pay no
/// more for it: there each moment of a stay is as good as another.
package struct Presences: Sendable {
  /// The moments.
  package let samples: TimeSamples
  private let minutes: TypedArray<SessionPosition, Int>
  /// By session and rhythm, the most moments that it meets where it runs in the rhythm.
  private let most: TypedArray<SessionPosition, [Int]>
  /// By session and rhythm, all there are, in order.
  private let all: TypedArray<SessionPosition, [[Presence]]>

  /// - Complexity: starts of all sessions times the moments that one meets.
  package init(_ problem: PlanningProblem, _ samples: TimeSamples) {
    self.samples = samples
    minutes = problem.minutes
    let most = TypedArray(over: problem.sessions.indices) { p in
      var most = Array(repeating: 0, count: samples.rhythmCount)
      for start in problem.places[p].starts {
        let met = samples.met(from: start, minutes: problem.minutes[p])
        for m in met { most[samples.rhythmOf[m]] = max(most[samples.rhythmOf[m]], met.count) }
      }
      return most
    }
    self.most = most
    all = TypedArray(over: problem.sessions.indices) { p in
      var seen = Array(repeating: Set<Presence>(), count: samples.rhythmCount)
      for start in problem.places[p].starts {
        let stay = Self.met(samples, from: start, minutes: problem.minutes[p], most: most[p])
        for (moment, presence) in stay { seen[samples.rhythmOf[moment]].insert(presence) }
      }
      return seen.map { $0.sorted() }
    }
  }

  /// All ways in which a session can be seen at moments of a rhythm, in order.
  package func of(_ p: SessionPosition, rhythm: Int) -> [Presence] { all[p][rhythm] }

  /// The moments that a session meets from a start on, and how it is seen at each.
  package func met(_ p: SessionPosition, from start: Int) -> [(moment: Int, presence: Presence)] {
    Self.met(samples, from: start, minutes: minutes[p], most: most[p])
  }

  /// - Parameter most: by rhythm.
  private static func met(
    _ samples: TimeSamples, from start: Int, minutes: Int, most: [Int]
  ) -> [(moment: Int, presence: Presence)] {
    let met = samples.met(from: start, minutes: minutes)
    return met.map { moment in
      let rhythm = samples.rhythmOf[moment]
      guard rhythm > 0 else {
        let most = most[rhythm]
        return (moment, Presence(here: 1, before: most - 1, after: most - 1, most: most))
      }
      let slot = samples.slot(of: moment)
      return (
        moment,
        Presence(
          here: slot.count, before: slot.lowerBound - met.lowerBound,
          after: met.upperBound - slot.upperBound, most: met.count)
      )
    }
  }
}
