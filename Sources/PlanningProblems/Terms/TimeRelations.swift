// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

/// A wish or demand about the times of two sessions, where both are placed.
package struct TimeRelation: Sendable {
  /// What is asked of the two times.
  package enum Kind: Sendable, Hashable, BitwiseCopyable {
    /// `min ≤ start(b) − end(a) ≤ max`.
    case before(min: Int, max: Int)
    case sameDay
    case otherDay
    /// Same day, no overlap, at most so many minutes between them.
    case backToBack(max: Int)

    /// Whether it holds for `a` at a start and a day, `b` at others.
    @inlinable
    package func holds(
      _ aStart: Int, _ aDay: Int, _ aLength: Int, _ bStart: Int, _ bDay: Int, _ bLength: Int
    ) -> Bool {
      switch self {
      case .before(let min, let max):
        let gap = bStart - aStart - aLength
        return gap >= min && gap <= max
      case .sameDay: return aDay == bDay
      case .otherDay: return aDay != bDay
      case .backToBack(let max):
        guard aDay == bDay else { return false }
        let gap = aStart < bStart ? bStart - aStart - aLength : aStart - bStart - bLength
        return gap >= 0 && gap <= max
      }
    }
  }

  /// The session that the link names first.
  package let a: SessionPosition
  /// The one that it names second.
  package let b: SessionPosition
  /// What is asked of their times.
  package let kind: Kind
  /// Price where it is broken; `nil` where it must hold.
  package let price: Int?
  /// The row of links.csv, for names.
  package let line: Int

  /// The session at the other end.
  package func partner(of p: SessionPosition) -> SessionPosition { a == p ? b : a }

  func between(_ a: SessionPosition, _ b: SessionPosition) -> TimeRelation {
    TimeRelation(a: a, b: b, kind: kind, price: price, line: line)
  }
}

/// Links about two times: `before`, `same-day`, `other-day`, `back-to-back`.
package struct TimeRelations: TermSet {
  /// In the order of links.csv.
  package var all: [TimeRelation] = []

  package static let sort = TermSort.timeRelations
  package static var list: WritableKeyPath<Terms, Self> { \.timeRelations }

  package var longestRest: Int { 0 }

  package func tally(in problem: PlanningProblem) -> Tally {
    .pairs(
      Pairs(
        all: all, minutes: problem.minutes,
        ofSession: problem.memberships(all.map { [$0.a, $0.b] })))
  }

  package func inside(_ selection: Selection) -> TimeRelations {
    TimeRelations(
      all: all.compactMap { relation in
        guard let a = selection.position(of: relation.a),
          let b = selection.position(of: relation.b)
        else { return nil }
        return relation.between(a, b)
      })
  }

  package func among(_ holding: inout Holding) -> TimeRelations {
    let minutes = holding.whole.minutes
    for relation in all {
      let (a, b) = (relation.a, relation.b)
      if let own = holding.free.position(of: a), let there = holding.stay(of: b) {
        holding.charge(own, relation.price) {
          !relation.kind.holds($0.start, $0.day, minutes[a], there.start, there.day, minutes[b])
        }
      } else if let own = holding.free.position(of: b), let there = holding.stay(of: a) {
        holding.charge(own, relation.price) {
          !relation.kind.holds(there.start, there.day, minutes[a], $0.start, $0.day, minutes[b])
        }
      }
    }
    return inside(holding.free)
  }

  package func sight(in problem: PlanningProblem) -> RoomSight { .blind }

  package func encode(to container: inout KeyedEncodingContainer<TermSort>) throws {
    try container.encode(all.map(JSON.init), forKey: Self.sort)
  }

  private struct JSON: Encodable {
    let a: SessionPosition
    let b: SessionPosition
    let kind: String
    var min: Int?
    var max: Int?
    let price: Int?

    init(_ relation: TimeRelation) {
      a = relation.a
      b = relation.b
      price = relation.price
      switch relation.kind {
      case .before(let least, let most):
        kind = "before"
        min = least
        max = most == .max ? nil : most
      case .sameDay: kind = "same-day"
      case .otherDay: kind = "other-day"
      case .backToBack(let most):
        kind = "back-to-back"
        max = most
      }
    }
  }

  package var crowds: [[SessionPosition]] { [] }

  package func addPull(
    of p: SessionPosition, to weights: inout TypedArray<SessionPosition, Double>
  ) {
    for relation in all where relation.a == p { weights[relation.b] += 20 }
    for relation in all where relation.b == p { weights[relation.a] += 20 }
  }
}

extension TimeRelations {
  private struct Pairs: PairTally {
    let all: [TimeRelation]
    let minutes: TypedArray<SessionPosition, Int>
    /// By session, indices into `all`.
    let ofSession: TypedArray<SessionPosition, [Int]>

    func dealings(of p: SessionPosition, among stands: Stands) -> Score {
      var sum = Score.zero
      for i in ofSession[p] {
        let relation = all[i]
        guard let a = stands.stays[relation.a], let b = stands.stays[relation.b] else { continue }
        let holds = relation.kind.holds(
          a.start, a.day, minutes[relation.a], b.start, b.day, minutes[relation.b])
        if !holds { sum.charge(relation.price) }
      }
      return sum
    }

    func lay(on layout: inout BoardLayout) { layout.relations += all }
  }
}

// MARK: Rows

extension TimeRelations {
  /// A session may start where it does only if the other stands at a start that goes with it, is
  /// left out, or the price is paid.
  package func addRows(to program: inout DraftProgram) {
    let problem = program.problem
    for relation in all {
      let (a, b) = (relation.a, relation.b)
      let name = "link \(relation.line): \(problem.session(a).id) \(problem.session(b).id)"
      var broken: Column?
      if let price = relation.price {
        broken = program.column("\(name) broken", of: .only([a, b]), cost: price) {
          problem.holds(relation, in: $0) ? 0 : 1
        }
      }
      let time = program.time
      let rows =
        SupportRows(of: Array(time[b]), by: Array(time[a]), out: program.out[a], broken) {
          problem.fits(relation, StartOption($1), StartOption($0))
        }.named("\(name) a")
        + SupportRows(of: Array(time[a]), by: Array(time[b]), out: program.out[b], broken) {
          problem.fits(relation, StartOption($0), StartOption($1))
        }.named("\(name) b")
      for row in rows { program.require(row.name, row.sum, atMost: 0) }
    }
  }

  /// The same between columns of several starts: they go together where any of their starts do.
  package func addRows(to program: inout AggregateProgram) {
    let (problem, grain) = (program.problem, program.grain)
    for relation in all {
      let (a, b) = (relation.a, relation.b)
      let name = "link \(relation.line)"
      let broken = relation.price.map { program.program.addColumn(name, cost: Double($0)) }
      let pairs = grain.columns[a].map { from in
        grain.columns[b].map { to in
          from.starts.contains { s in to.starts.contains { problem.fits(relation, s, $0) } }
        }
      }
      let when = program.when
      let rows =
        SupportRows(of: when[b], by: when[a], out: program.out[a], broken) { pairs[$1][$0] }
        .named("\(name) a")
        + SupportRows(of: when[a], by: when[b], out: program.out[b], broken) { pairs[$0][$1] }
        .named("\(name) b")
      for row in rows { program.require(row.name, row.sum, atMost: 0) }
    }
  }
}

/// For each set of columns of a helper that some columns of a session need: those that need no
/// others, together, are at most that set (stronger than a row for each column).
private struct SupportRows {
  private let sums: [LinearExpression]

  /// - Parameters:
  ///   - out: of the helper being left out, where it may be.
  ///   - broken: what is paid where the relation does not hold, where it need not.
  ///   - fits: of an index into `columns` and one into `helpers`.
  init(
    of columns: [Column], by helpers: [Column], out: Column?, _ broken: Column?,
    _ fits: (Int, Int) -> Bool
  ) {
    let supports = columns.indices.map { c in helpers.indices.filter { fits(c, $0) } }
    var sums: [LinearExpression] = []
    for support in Set(supports).sorted(by: { $0.lexicographicallyPrecedes($1) })
    where support.count < helpers.count {
      let whole = Set(support)
      var row = LinearExpression()
      for (c, needed) in supports.enumerated() where whole.isSuperset(of: needed) {
        row.add(columns[c])
      }
      for helper in support { row.add(helpers[helper], times: -1) }
      if let out { row.add(out, times: -1) }
      if let broken { row.add(broken, times: -1) }
      sums.append(row)
    }
    self.sums = sums
  }

  func named(_ name: String) -> [(name: String, sum: LinearExpression)] { sums.map { (name, $0) } }
}

extension PlanningProblem {
  /// Whether a relation holds with its sessions at two starts of theirs.
  package func fits(_ relation: TimeRelation, _ s: StartOption, _ t: StartOption) -> Bool {
    let (a, b) = (relation.a, relation.b)
    return relation.kind.holds(
      places[a].starts[s], places[a].days[s], minutes[a], places[b].starts[t], places[b].days[t],
      minutes[b])
  }

  /// Whether a relation holds, or one of its sessions is left out.
  fileprivate func holds(_ relation: TimeRelation, in assignment: Assignment) -> Bool {
    guard let a = assignment.places[relation.a], let b = assignment.places[relation.b] else {
      return true
    }
    return fits(relation, a.start, b.start)
  }
}
