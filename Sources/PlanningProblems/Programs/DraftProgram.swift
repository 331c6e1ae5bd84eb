// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

/// A planning problem written as an integer program over starts and room classes.
///
/// Each column has a meaning that can be worked out from an assignment; so any schedule is a point
/// of the program, and tests check every row with every schedule that keeps the rules.
public struct DraftProgram {
  /// The columns and rows.
  public package(set) var program = IntegerProgram()
  /// What it is the program of.
  public let problem: PlanningProblem
  /// The classes of rooms that its places name.
  public let classes: RoomClasses
  /// Column of each session at each start.
  package var time: TypedArray<SessionPosition, TypedArray<StartOption, Column>> = []
  /// Columns of each session at each start by room class, only where the place is to be had.
  package var place:
    TypedArray<SessionPosition, TypedArray<StartOption, [(roomClass: RoomClass, column: Column)]>> =
      []
  /// Column of each optional session being left out.
  package var out: TypedArray<SessionPosition, Column?> = []
  /// Column of each pair that may overlap at a price.
  package var overlap: [SessionPair: Column] = [:]
  /// What overlaps cost moment by moment; `nil` where none costs anything.
  package var clash: ClashColumns?
  /// Where overlaps are paid.
  package let overlaps: Overlaps
  private var meanings: [(Assignment) -> Double] = []
  private var owners: [Owner] = []

  /// Whose cost a column is.
  package enum Owner {
    /// Of these sessions and no others.
    case only([SessionPosition])
    /// Of any of these: never less for all than for some.
    case shared([SessionPosition])
  }

  /// Where overlaps are paid.
  public enum Overlaps: Sendable {
    /// By a column for each pair: exact for any starts, large for many sessions.
    case byPair
    /// By a column for each moment: exact where sessions overlap only when they count at one
    /// moment (`TimePoints.areSlots`), else a bound from below.
    case byMoment
  }

  /// - Parameters:
  ///   - allows: whether a session may use a start and a room class; the program knows no other places.
  public init(
    _ problem: PlanningProblem, _ grain: RoomClasses.Grain, overlaps: Overlaps = .byPair,
    allows: (_ session: SessionPosition, _ start: StartOption, _ roomClass: RoomClass) -> Bool = {
      _, _, _ in
      true
    }
  ) {
    self.problem = problem
    self.overlaps = overlaps
    classes = RoomClasses(problem, grain)
    program.hasWholeObjective = true
    addPlaces(allows)
    for terms in problem.terms.all { terms.addRows(to: &self) }
  }

  /// Adds a column; `meaning` works its value out from an assignment.
  package mutating func column(
    _ name: String, of owner: Owner, upper: Double = 1, isWhole: Bool = true, cost: Int = 0,
    priority: Int = 0, means meaning: @escaping (Assignment) -> Double
  ) -> Column {
    meanings.append(meaning)
    owners.append(owner)
    return program.addColumn(
      name, upper: upper, isWhole: isWhole, cost: Double(cost), priority: priority)
  }

  /// Adds a row.
  package mutating func require(
    _ name: String, _ expression: LinearExpression, atLeast lower: Double = -.infinity,
    atMost upper: Double = .infinity
  ) {
    program.add(Row(name, expression, lower: lower, upper: upper))
  }

  /// What some sessions cost among themselves, and with terms that they share with others.
  package func cost(of sessions: Set<SessionPosition>) -> LinearExpression {
    var sum = LinearExpression()
    for (index, column) in program.columns.enumerated() where column.cost != 0 {
      let belongs =
        switch owners[index] {
        case .only(let own): sessions.isSuperset(of: own)
        case .shared(let own): !sessions.isDisjoint(with: own)
        }
      if belongs { sum.add(Column(index: index), times: column.cost) }
    }
    return sum
  }

  /// The point of the program that an assignment is.
  public func point(_ assignment: Assignment) -> [Double] { meanings.map { $0(assignment) } }

  /// The starts and classes of a point; rooms are the first of each class, still to be told apart.
  package func choices(at point: [Double]) -> PlanningProblem.Choices {
    place.mapped { starts in
      for (s, classes) in starts.enumerated() {
        for entry in classes where point[entry.column.index] > 0.5 { return (s, entry.roomClass) }
      }
      return nil
    }
  }

  /// Σ of the columns at which a session runs at a moment, `after` minutes of rest included.
  package func active(_ p: SessionPosition, at moment: Int, after rest: Int = 0) -> LinearExpression
  {
    var sum = LinearExpression()
    for s in runningStarts(p, at: moment, after: rest) { sum.add(time[p][s]) }
    return sum
  }

  /// The starts of a session at which it runs at a moment, rest included: a range of indices.
  package func runningStarts(_ p: SessionPosition, at moment: Int, after rest: Int = 0) -> Range<
    StartOption
  > {
    let starts = problem.places[p].starts
    let first = starts.firstIndex(above: moment - problem.minutes[p] - rest)
    let last = starts.firstIndex(above: moment)
    return first..<max(first, last)
  }

  /// All starts of some sessions, in order: where the number that run can rise.
  package func moments(of sessions: some Sequence<SessionPosition>) -> [Int] {
    var moments: Set<Int> = []
    for p in sessions { moments.formUnion(problem.places[p].starts) }
    return moments.sorted()
  }

  /// The columns of a session in a room class, at any start.
  func inClass(_ p: SessionPosition, _ roomClass: RoomClass) -> LinearExpression {
    var sum = LinearExpression()
    for starts in place[p] {
      for entry in starts where entry.roomClass == roomClass { sum.add(entry.column) }
    }
    return sum
  }

  /// 1 less the column of being left out.
  package func placed(_ p: SessionPosition) -> LinearExpression {
    var sum = LinearExpression()
    sum.constant = 1
    if let out = out[p] { sum.add(out, times: -1) }
    return sum
  }
}

/// Two sessions, the one of the lower position first.
package struct SessionPair: Hashable, Comparable, Sendable {
  /// The lower position.
  package let p: SessionPosition
  /// The higher one.
  package let q: SessionPosition

  /// In either order.
  package init(_ a: SessionPosition, _ b: SessionPosition) {
    p = min(a, b)
    q = max(a, b)
  }

  package static func < (a: SessionPair, b: SessionPair) -> Bool { (a.p, a.q) < (b.p, b.q) }
}
