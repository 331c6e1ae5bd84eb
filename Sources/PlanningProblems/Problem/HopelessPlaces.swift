// SPDX-License-Identifier: GPL-3.0-or-later

extension PlanningProblem {
  /// The same problem without places that some other session, wherever it may stand, forbids.
  ///
  /// A session that can stand at few places only, as one that is pinned, keeps others from its time
  /// where they may not overlap, and from its room. Every schedule that keeps the hard rules is one of
  /// both problems, and costs the same. Only sessions that must be placed forbid anything.
  package var withoutHopelessPlaces: PlanningProblem {
    var pruned = self
    while pruned.dropHopelessPlaces() {}
    return pruned
  }

  /// - Returns: whether any place was dropped.
  private mutating func dropHopelessPlaces() -> Bool {
    var hasChanged = false
    for q in sessions.indices where unplacedCost[q] == nil && !places[q].isEmpty {
      let starts = places[q].starts
      // Whoever can choose among many times can make way.
      guard let first = starts.first, let last = starts.last, last - first <= 2 * minutes[q] else {
        continue
      }
      let days = Set(places[q].days)
      let onlyRoom = places[q].rooms.count == 1 ? places[q].rooms.first : nil
      for p in sessions.indices where p != q && !places[p].isEmpty {
        let gap = requiredGap[p, q]
        let table = places[p]
        func isHopeless(_ s: StartOption, _ r: RoomOption) -> Bool {
          guard days.contains(table.days[s]) else { return false }
          let start = table.starts[s]
          if gap >= 0, starts.allSatisfy({ isTooClose(p, at: start, q, at: $0, gap: gap) }) {
            return true
          }
          guard let onlyRoom else { return false }
          let turnover = roomGap[table.rooms[r], onlyRoom]
          return turnover >= 0
            && starts.allSatisfy { isTooClose(p, at: start, q, at: $0, gap: turnover) }
        }
        var kept = table
        kept.keep { table.price($0, $1) != nil && !isHopeless($0, $1) }
        guard kept.prices.count(where: { $0 >= 0 }) != table.prices.count(where: { $0 >= 0 }) else {
          continue
        }
        places[p] = kept
        hasChanged = true
      }
    }
    return hasChanged
  }
}
