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
  func dealings(of p: Int, among stands: Stands) -> Score

  /// Lays the terms out on the flat tables of the local search, which knows nothing else of them.
  func lay(on layout: inout BoardLayout)
}

/// Running counts of terms that are about many sessions.
package protocol CountTally: Sendable {
  /// What the terms break and cost with every session out.
  var empty: Score { get }

  /// Counts a session in at a place (`by` 1) or out of it (-1); returns what that changes.
  mutating func change(_ p: Int, at stay: Stay, by sign: Int) -> Score

  /// The most that can be gained when one session moves: zero where it counts in none of the terms.
  func most(fromMoving p: Int) -> Score
}

/// Where a session stands.
package struct Stay: Sendable, Equatable {
  /// Venue minutes since 1970.
  package let start: Int
  /// Index into `Meeting.days`.
  package let day: Int
  /// Scenario index.
  package let room: Int

  @inlinable
  package init(start: Int, day: Int, room: Int) {
    self.start = start
    self.day = day
    self.room = room
  }
}

/// What the pair terms of a problem are laid out on for the local search.
package struct BoardLayout {
  /// `OverlapPrices`, by pair.
  package var overlapCost: SquareTable<Int>
  /// `SessionGaps`, by pair; -1 for none.
  package var requiredGap: SquareTable<Int>
  /// `RoomGaps`, by pair of rooms; -1 for none.
  package var roomGap: SquareTable<Int>
  /// What depends on both starts in another way than by overlapping.
  package var relations: [TimeRelation] = []
  /// What depends on both rooms.
  package var sameRooms: [SameRoom] = []

  package init(_ problem: PlanningProblem) {
    overlapCost = SquareTable(repeating: 0, side: problem.sessions.count)
    requiredGap = SquareTable(repeating: -1, side: problem.sessions.count)
    roomGap = SquareTable(repeating: -1, side: problem.scenario.rooms.count)
    for terms in problem.terms.all {
      if case .pairs(let pairs) = terms.tally(in: problem) { pairs.lay(on: &self) }
    }
  }
}

/// The running counts of all terms that are about many sessions.
package struct Counts: Sendable {
  /// Score of all of them as they are now.
  package private(set) var score: Score
  private var tallies: [any CountTally] = []
  /// By session, the tallies in which it counts.
  private let talliesOf: [[Int]]
  /// By session, what all of them may give at most when it moves.
  package let most: [Score]

  package init(_ problem: PlanningProblem) {
    for terms in problem.terms.all {
      if case .counts(let counts) = terms.tally(in: problem) { tallies.append(counts) }
    }
    score = tallies.reduce(.zero) { $0 + $1.empty }
    let tallies = tallies
    most = problem.sessions.indices.map { p in
      tallies.reduce(.zero) { $0 + $1.most(fromMoving: p) }
    }
    talliesOf = problem.sessions.indices.map { p in
      tallies.indices.filter { tallies[$0].most(fromMoving: p) != .zero }
    }
  }

  /// Counts a session in (`by` 1) or out (-1).
  package mutating func change(_ p: Int, at stay: Stay, by sign: Int) {
    for i in talliesOf[p] { score += tallies[i].change(p, at: stay, by: sign) }
  }
}
