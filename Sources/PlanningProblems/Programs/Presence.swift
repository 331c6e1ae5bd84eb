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
  private let samples: TimeSamples
  private let minutes: TypedArray<SessionPosition, Int>
  /// By rhythm, the most moments that a session meets that runs in it; 0 where it cannot.
  private let most: [TypedArray<SessionPosition, Int>]
  /// By rhythm and session, all there are, in order.
  private let all: [TypedArray<SessionPosition, [Presence]>]

  /// - Complexity: starts of all sessions times the moments that one meets.
  package init(_ problem: PlanningProblem, _ samples: TimeSamples) {
    self.samples = samples
    minutes = problem.minutes
    let most = (0..<samples.rhythmCount).map { rhythm in
      TypedArray(over: problem.sessions.indices) { p in
        problem.places[p].starts.map { samples.met(from: $0, minutes: problem.minutes[p]) }
          .filter { met in met.contains { samples.rhythmOf[$0] == rhythm } }
          .map(\.count).max() ?? 0
      }
    }
    self.most = most
    all = (0..<samples.rhythmCount).map { rhythm in
      TypedArray(over: problem.sessions.indices) { p in
        Set(
          problem.places[p].starts.flatMap { start in
            Self.met(samples, from: start, minutes: problem.minutes[p], most: most.map { $0[p] })
              .filter { samples.rhythmOf[$0.moment] == rhythm }.map(\.presence)
          }
        ).sorted()
      }
    }
  }

  /// All ways in which a session can be seen at moments of a rhythm, in order.
  package func of(_ p: SessionPosition, rhythm: Int) -> [Presence] { all[rhythm][p] }

  /// The moments that a session meets from a start on, and how it is seen at each.
  package func met(_ p: SessionPosition, from start: Int) -> [(moment: Int, presence: Presence)] {
    Self.met(samples, from: start, minutes: minutes[p], most: most.map { $0[p] })
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
