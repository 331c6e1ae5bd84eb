// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// The sessions of a problem by what must stand together: those that `same-room`, `same-day` and
/// `back-to-back` links tie, directly or through others, are one track; all others stand alone.
///
/// A search that moves single sessions cannot carry a track elsewhere: on the way each of its
/// sessions breaks a tie with each of the others.
package struct Tracks {
  /// Positions of the sessions of each track, those that must come before others first.
  let members: [[SessionPosition]]
  /// By session: the track that it is in.
  let trackOf: TypedArray<SessionPosition, Int>
  /// By session: those of its track that must end before it begins.
  let predecessors: TypedArray<SessionPosition, [SessionPosition]>
  /// By session: those that must stand right beside it.
  let neighbours: TypedArray<SessionPosition, [SessionPosition]>

  /// Whether anything is tied at all.
  var hasTies: Bool { members.contains { $0.count > 1 } }

  /// Whether at least half of the sessions stand in tracks of three or more: a schedule is then
  /// hardly ever found by moving one at a time.
  package var areMost: Bool {
    let tied = members.reduce(0) { $0 + ($1.count > 2 ? $1.count : 0) }
    return 2 * tied >= trackOf.count && tied > 0
  }

  /// The tracks of a problem.
  ///
  /// - Complexity: nearly linear in sessions and links.
  package init(_ problem: PlanningProblem) {
    var sets = DisjointSets(count: problem.sessions.count)
    for pair in problem.terms.sameRooms.all where pair.price == nil {
      sets.join(pair.a.index, pair.b.index)
    }
    for relation in problem.terms.timeRelations.all
    where relation.price == nil && relation.tiesTogether {
      sets.join(relation.a.index, relation.b.index)
    }
    let (setOf, count) = sets.numbered()
    let trackOf = TypedArray<SessionPosition, Int>(setOf)
    var predecessors = TypedArray<SessionPosition, [SessionPosition]>(
      repeating: [], count: trackOf.count)
    var neighbours = predecessors
    for relation in problem.terms.timeRelations.all where relation.price == nil {
      if relation.tiesClosely {
        neighbours[relation.a].append(relation.b)
        neighbours[relation.b].append(relation.a)
      }
      if case .before = relation.kind, trackOf[relation.a] == trackOf[relation.b] {
        predecessors[relation.b].append(relation.a)
      }
    }
    var members: [[SessionPosition]] = Array(repeating: [], count: count)
    for (p, track) in trackOf.enumerated() { members[track].append(p) }
    self.members = members
    self.trackOf = trackOf
    self.predecessors = predecessors
    self.neighbours = neighbours
  }
}

extension TimeRelation.Kind {
  /// Whether it brings its two sessions to one day.
  var tiesTogether: Bool {
    switch self {
    case .sameDay, .backToBack: true
    case .before, .otherDay: false
    }
  }
}

extension TimeRelation {
  /// Whether it brings its two sessions to one day.
  var tiesTogether: Bool { kind.tiesTogether }

  /// Whether it leaves the one only a few starts when the other has its own.
  fileprivate var tiesClosely: Bool {
    switch kind {
    case .backToBack: true
    case .before(_, let most): most != .max
    case .sameDay, .otherDay: false
    }
  }
}
