// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities
import Rules

/// Whom a draft's costs fall on: kinds of activities, and the regions and groups of the people whom
/// sessions require. As in comparisons, a group's cost is that of every cause in which one of its
/// sessions takes part, counted once, so that a pair counts for both of its sides.
enum FairnessJSON {
  static func of(_ review: Review, _ tables: TablesNow, _ scenario: Scenario) -> JSONValue {
    let kinds = rows("kind", review, tables) { session in
      scenario.kinds(ofSession: session).map(\.token)
    }
    let regions = rows("region", review, tables) { session in
      required(session, tables).map { scenario.people[$0].region }
    }
    let groups = rows("group", review, tables) { session in
      required(session, tables).map { scenario.people[$0].stakeholderGroup }
    }
    return .list(kinds + regions + groups)
  }

  private static func required(_ session: Int, _ tables: TablesNow) -> [Int] {
    tables.people[session].filter { $0.attendance == .required }.map(\.person)
  }

  private static func rows(
    _ sort: String, _ review: Review, _ tables: TablesNow, _ groups: (Int) -> [String]
  ) -> [JSONValue] {
    var costs: [String: Int] = [:]
    var sessions: [String: Set<Int>] = [:]
    var known: [Int: Set<String>] = [:]
    for cost in review.costs where cost.weight > 0 {
      for cause in cost.causes {
        let indices = cause.sessions.compactMap { tables.sessions[$0] }
        var all: Set<String> = []
        for index in indices {
          let own = known[index] ?? Set(groups(index)).subtracting([""])
          known[index] = own
          for group in own { sessions[group, default: []].insert(index) }
          all.formUnion(own)
        }
        for group in all { costs[group, default: 0] += cause.units * cost.weight }
      }
    }
    return costs.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { group, cost in
      [
        "sort": .text(sort), "group": .text(group), "cost": .number(cost),
        "sessions": .texts(
          (sessions[group] ?? []).sorted().compactMap { tables.scenario?.sessions[$0].id }),
      ]
    }
  }
}
