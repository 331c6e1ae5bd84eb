// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// The days of the other sessions, for the rules that count sessions on a day: even days for each of its
/// kinds, full days for each of its people.
struct DayCounts: Sendable {
  private struct Count: Sendable {
    /// By day.
    var sessions: [Int: Int] = [:]
    /// The most that cost nothing on a day.
    let most: Int
    let weight: Int
  }

  private var counts: [Count] = []
  /// What they cost without the session.
  let without: Int

  init(_ session: Int, _ tables: PricingTables, _ others: [Stand?]) {
    let scenario = tables.scenario
    let days = scenario.meeting.days.count
    for kind in tables.intersessional[session] where days > 0 {
      let count = scenario.sessions.indices.count {
        tables.intersessional[$0].contains(kind) && !tables.held.contains($0)
      }
      var own = Count(most: (count + days - 1) / days, weight: tables.weight(.dayBalance))
      for (other, stand) in others.enumerated() where tables.intersessional[other].contains(kind) {
        if let day = stand?.time?.day { own.sessions[day, default: 0] += 1 }
      }
      counts.append(own)
    }
    for person in tables.required[session] {
      guard let most = scenario.people[person].maxPerDay else { continue }
      var own = Count(most: most, weight: tables.weight(.overload))
      for (other, stand) in others.enumerated() {
        guard let day = stand?.time?.day,
          tables.attendances.bySession[other][person] == .required
        else { continue }
        own.sessions[day, default: 0] += 1
      }
      counts.append(own)
    }
    without = counts.reduce(0) { sum, count in
      sum + count.weight * count.sessions.values.reduce(0) { $0 + max(0, $1 - count.most) }
    }
  }

  /// What they cost with the session on a day.
  func cost(on day: Int) -> Int {
    counts.reduce(without) { sum, count in
      sum + (count.sessions[day, default: 0] >= count.most ? count.weight : 0)
    }
  }
}
