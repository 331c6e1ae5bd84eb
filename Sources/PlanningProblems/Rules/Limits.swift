// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension PlanningProblem {
  /// `limit`, hard and soft: the sessions that match every column that is not empty.
  mutating func addLimits() {
    for limit in scenario.limits {
      var price: Int?
      if case .cost(let strength) = limit.strength { price = strength * weight(.limit) }
      if price == 0 { continue }
      let members = sessions.indices.filter { matches($0, limit) }
      guard members.count > limit.atMost else { continue }
      let scope: CountLimit.Scope =
        switch limit.per {
        case .moment: .moment
        case .day: .day
        case .meeting: .meeting
        }
      terms.countLimits.all.append(
        CountLimit(
          id: limit.id, members: members,
          rooms: limit.rooms.isEmpty ? nil : Set(limit.rooms.map(RoomPosition.init)),
          atMost: limit.atMost, scope: scope, price: price))
    }
  }

  private func matches(_ position: SessionPosition, _ limit: Limit) -> Bool {
    let session = session(position)
    let kinds = scenario.kinds(ofSession: sessions[position])
    return (limit.kinds.isEmpty || limit.kinds.contains { kinds.contains($0) })
      && (limit.themes.isEmpty || limit.themes.contains { session.themes.contains($0) })
      && (limit.needs.isEmpty || limit.needs.contains { session.needs.contains($0) })
      && (limit.activities.isEmpty
        || limit.activities.contains { session.activities.contains($0) })
  }
}
