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
  /// - Complexity: sessions that can choose among few times, times the starts of all.
  private mutating func dropHopelessPlaces() -> Bool {
    var hasChanged = false
    for q in sessions.indices where unplacedCost[q] == nil && !places[q].isEmpty {
      let starts = places[q].starts
      // Whoever can choose among many times can make way.
      guard let first = starts.first, let last = starts.last, last - first <= 2 * minutes[q] else {
        continue
      }
      let onlyRoom = places[q].rooms.count == 1 ? places[q].rooms.first : nil
      for p in sessions.indices where p != q && !places[p].isEmpty {
        let table = places[p]
        func forbidden(gap: Int) -> Set<StartOption> {
          guard gap >= 0 else { return [] }
          return Set(
            table.starts.indices.filter { s in
              starts.allSatisfy { isTooClose(p, at: table.starts[s], q, at: $0, gap: gap) }
            })
        }
        let everywhere = forbidden(gap: requiredGap[p, q])
        let inRoom = table.rooms.map { room in
          onlyRoom.map { forbidden(gap: roomGap[room, $0]) } ?? []
        }
        guard !everywhere.isEmpty || inRoom.contains(where: { !$0.isEmpty }) else { continue }
        var kept = table
        kept.keep {
          table.price($0, $1) != nil && !everywhere.contains($0) && !inRoom[$1.index].contains($0)
        }
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
