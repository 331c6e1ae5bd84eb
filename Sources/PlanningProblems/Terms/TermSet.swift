// SPDX-License-Identifier: GPL-3.0-or-later

/// All terms of one sort that a problem has: what ties sessions together in one way.
///
/// A sort of term is one value with all the faces below. None has a default, so a sort that lacks
/// one does not compile; and whatever prices, proves, takes apart or writes out a problem goes
/// through all sorts (`Terms.all`), so none is left out. The referee knows nothing of terms, and
/// `AgreementTests` compares every face with it.
package protocol TermSet: Sendable {
  static var sort: TermSort { get }
  /// Where a problem keeps them.
  static var list: WritableKeyPath<Terms, Self> { get }

  /// What they break and cost in a schedule, and how a change alters that.
  func tally(in problem: PlanningProblem) -> Tally

  /// The most minutes after its end for which a session still stands in another's way.
  var longestRest: Int { get }

  /// What lies among the chosen sessions alone: no schedule of all costs less by these terms than
  /// its part of the chosen ones costs by what comes back.
  func inside(_ selection: Selection) -> Self

  /// What is left to say among the free sessions; what the held ones ask of a single one goes into
  /// its place table (`Holding.charge`). Exact, but for an amount that no free session changes.
  func among(_ holding: inout Holding) -> Self

  /// Rows of the exact program: every schedule that keeps the hard rules meets them, at its cost.
  func addRows(to program: inout DraftProgram)

  /// Rows of the aggregate program: every schedule that keeps the hard rules meets them at no more
  /// than its cost. What it cannot show is left out.
  func addRows(to program: inout AggregateProgram)

  /// Which rooms they tell apart. A bound on classes of rooms is wrong where this is forgotten.
  func sight(in problem: PlanningProblem) -> RoomSight

  /// Their part of `problem.json`, under the sort's own key.
  func encode(to container: inout KeyedEncodingContainer<TermSort>) throws

  /// Sets of sessions that stand in each other's way by them; a hint to the proof where to look.
  var crowds: [[SessionPosition]] { get }

  /// Adds to each session's weight how much it has to do with `p`; a hint to the search which
  /// sessions to move together.
  func addPull(of p: SessionPosition, to weights: inout TypedArray<SessionPosition, Double>)
}

/// What a sort of term sees of the rooms.
package struct RoomSight {
  /// One room seen by one term.
  enum Mark: Hashable {
    /// Like all rooms of the same number.
    case like(Int)
    /// Like no other room.
    case alone(room: RoomPosition)
  }

  /// By term the mark of each room: rooms are told apart where any term marks them differently.
  let marks: [TypedArray<RoomPosition, Mark>]
  /// Sessions for which it matters which single room they have, even among rooms that are alike.
  package let tied: [SessionPosition]

  /// Of terms to which all rooms are one.
  static let blind = RoomSight(marks: [], tied: [])
}
