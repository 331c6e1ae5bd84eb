// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// For each start of a session, the starts of its partner at which a relation in time between the two
/// holds, or those at which it does not: whichever are fewer.
///
/// They are a few runs of the partner's list: a day, what lies between two times. Where sessions are
/// tied to one day each with each, as in tracks, asking the relation about every start took a third
/// of the search's time.
struct RelationStarts {
  private struct Key: Hashable {
    let kind: TimeRelation.Kind
    let isFirst: Bool
    let list: Int
    let minutes: Int
    let partnerList: Int
    let partnerMinutes: Int
  }

  /// Where a relation's starts are.
  struct Place {
    /// In `rows`, that of the first start.
    let first: Int
    /// Whether the runs are the starts at which it holds.
    let areHeld: Bool
  }

  private var known: [Key: Place] = [:]
  private var knownRows: [[SIMD2<Int32>]: SIMD2<Int32>] = [:]
  /// By relation and start, the first of its `runs` and the one after the last; the same for starts
  /// whose runs are the same.
  private(set) var rows: [SIMD2<Int32>] = []
  /// First start, and the one after the last.
  private(set) var runs: [SIMD2<Int32>] = []

  /// The starts of the partner of a session in a relation.
  mutating func place(
    of relation: TimeRelation, for p: SessionPosition, in problem: PlanningProblem,
    _ starts: StartLists
  ) -> Place {
    let q = relation.partner(of: p)
    let key = Key(
      kind: relation.kind, isFirst: relation.a == p, list: starts.listOf[p],
      minutes: problem.minutes[p], partnerList: starts.listOf[q],
      partnerMinutes: problem.minutes[q])
    if let place = known[key] { return place }
    let (own, other) = (problem.places[p], problem.places[q])
    let held = own.starts.indices.map { s in
      other.starts.indices.map { t in
        relation.a == p
          ? key.kind.holds(
            own.starts[s], own.days[s], key.minutes, other.starts[t], other.days[t],
            key.partnerMinutes)
          : key.kind.holds(
            other.starts[t], other.days[t], key.partnerMinutes, own.starts[s], own.days[s],
            key.minutes)
      }
    }
    let count = held.reduce(0) { $0 + $1.count { $0 } }
    let place = Place(
      first: rows.count, areHeld: 2 * count <= own.starts.count * other.starts.count)
    for row in held { addRow(Self.runs(of: place.areHeld, in: row)) }
    known[key] = place
    return place
  }

  private mutating func addRow(_ row: [SIMD2<Int32>]) {
    if let place = knownRows[row] {
      rows.append(place)
    } else {
      let place = SIMD2(Int32(runs.count), Int32(runs.count + row.count))
      knownRows[row] = place
      rows.append(place)
      runs += row
    }
  }

  private static func runs(of value: Bool, in row: [Bool]) -> [SIMD2<Int32>] {
    var runs: [SIMD2<Int32>] = []
    var begin: Int?
    for t in 0...row.count {
      let isIn = t < row.count && row[t] == value
      if isIn, begin == nil { begin = t }
      if !isIn, let first = begin {
        runs.append(SIMD2(Int32(first), Int32(t)))
        begin = nil
      }
    }
    return runs
  }
}
