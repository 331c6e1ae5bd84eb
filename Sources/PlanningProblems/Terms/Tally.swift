// SPDX-License-Identifier: GPL-3.0-or-later

/// How the terms of one sort are priced in a schedule.
package enum Tally {
  /// Pair by pair: what a session has to do with each other one, whatever the rest does.
  case pairs(any PairTally)
  /// By counts that are kept: what a session changes depends on all others.
  case counts(any CountTally)
}

/// Terms that are about two sessions each.
package protocol PairTally: Sendable {
  /// What a placed session breaks and costs beside all others that are placed.
  func dealings(of p: SessionPosition, among stands: Stands) -> Score

  /// Lays the terms out on the flat tables of the local search, which knows nothing else of them.
  func lay(on layout: inout BoardLayout)
}

/// Running counts of terms that are about many sessions, in memory of their own: the local search
/// changes them in its inner loop.
package protocol CountTally: AnyObject {
  /// What the terms break and cost with every session out.
  var empty: Score { get }

  /// Counts a session in at a place (`by` 1) or out of it (-1); returns what that changes.
  func change(_ p: SessionPosition, at stay: Stay, by sign: Int) -> Score

  /// The most that can be gained when one session moves: zero where it counts in none of the terms.
  func most(fromMoving p: SessionPosition) -> Score
}

/// Where a session stands.
package struct Stay: Sendable, Equatable {
  /// Venue minutes since 1970.
  package let start: Int
  /// Index into `Meeting.days`.
  package let day: Int
  /// Its room.
  package let room: RoomPosition

  /// A start, its day and a room.
  @inlinable
  package init(start: Int, day: Int, room: RoomPosition) {
    self.start = start
    self.day = day
    self.room = room
  }
}

/// What the pair terms of a problem are laid out on for the local search.
package struct BoardLayout {
  /// `OverlapPrices`, by pair.
  package var overlapCost: SquareTable<SessionPosition, Int>
  /// `SessionGaps`, by pair; -1 for none.
  package var requiredGap: SquareTable<SessionPosition, Int>
  /// `RoomGaps`, by pair of rooms; -1 for none.
  package var roomGap: SquareTable<RoomPosition, Int>
  /// What depends on both starts in another way than by overlapping.
  package var relations: [TimeRelation] = []
  /// What depends on both rooms.
  package var sameRooms: [SameRoom] = []

  /// Every sort of pair term laid out.
  package init(_ problem: PlanningProblem) {
    overlapCost = SquareTable(repeating: 0, side: problem.sessions.count)
    requiredGap = SquareTable(repeating: -1, side: problem.sessions.count)
    roomGap = SquareTable(repeating: -1, side: problem.scenario.rooms.count)
    for terms in problem.terms.all {
      if case .pairs(let pairs) = terms.tally(in: problem) { pairs.lay(on: &self) }
    }
  }
}

/// The running counts of all terms that are about many sessions. No copy is made of them: it would
/// count in the same memory.
package struct Counts: ~Copyable {
  /// What the terms break and cost with every session out.
  package let empty: Score
  /// By session, what all of them may give at most when it moves.
  package let most: TypedArray<SessionPosition, Score>
  private let tallies: [any CountTally]
  /// By session, the tallies in which it counts.
  private let talliesOf: FlatLists
  private let arena = Arena()

  package init(_ problem: PlanningProblem) {
    let tallies = problem.terms.all.compactMap { terms -> (any CountTally)? in
      if case .counts(let counts) = terms.tally(in: problem) { counts } else { nil }
    }
    self.tallies = tallies
    empty = tallies.reduce(.zero) { $0 + $1.empty }
    most = TypedArray(over: problem.sessions.indices) { p in
      tallies.reduce(.zero) { $0 + $1.most(fromMoving: p) }
    }
    talliesOf = FlatLists(
      TypedArray(over: problem.sessions.indices) { p in
        tallies.indices.filter { tallies[$0].most(fromMoving: p) != .zero }
      }, in: arena)
  }

  /// Counts a session in (`by` 1) or out (-1); returns what that changes.
  package func change(_ p: SessionPosition, at stay: Stay, by sign: Int) -> Score {
    var sum = Score.zero
    for i in talliesOf.range(of: p) {
      sum += tallies[talliesOf[i]].change(p, at: stay, by: sign)
    }
    return sum
  }
}
