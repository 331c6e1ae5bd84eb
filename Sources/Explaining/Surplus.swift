// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import PlanningProblems

/// How much too much is asked of a meeting's rooms, in each set of rooms and on each day, counted
/// once: it proves without a search what giving up one session does not mend.
struct Surplus {
  private let counts: [(sessions: Set<String>, surplus: Int, rest: Int)]
  private let minutes: [String: Int]

  /// - Parameter demands: what must be placed.
  init(_ demands: Scenario) {
    counts = CapacityCount.all(demands, PlanningProblem(demands)).map { count in
      (
        Set(count.sessions.map { demands.sessions[$0].id }), count.needed - count.available,
        count.rest
      )
    }
    minutes = Dictionary(
      uniqueKeysWithValues: demands.sessions.map { ($0.id, $0.minutes) })
  }

  /// Whether too much is still asked of them without a session.
  func remains(without session: String) -> Bool {
    counts.contains { count in
      !count.sessions.contains(session)
        || (minutes[session] ?? 0) + count.rest < count.surplus
    }
  }

  /// The same if a session is shorter by some minutes.
  func remains(shortening session: String, by minutes: Int) -> Bool {
    counts.contains { !$0.sessions.contains(session) || minutes < $0.surplus }
  }
}
