// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

/// Two sessions that should share a room, where both are placed.
package struct SameRoom: Sendable {
  /// The session that the link names first.
  package let a: SessionPosition
  /// The one that it names second.
  package let b: SessionPosition
  /// Price where they do not; `nil` where they must.
  package let price: Int?
  /// The row of links.csv, for names.
  package let line: Int

  /// The session at the other end.
  package func partner(of p: SessionPosition) -> SessionPosition { a == p ? b : a }
}

/// Links `same-room`.
package struct SameRooms: TermSet {
  /// In the order of links.csv.
  package var all: [SameRoom] = []

  package static let sort = TermSort.sameRooms
  package static var list: WritableKeyPath<Terms, Self> { \.sameRooms }

  package var longestRest: Int { 0 }

  package func tally(in problem: PlanningProblem) -> Tally {
    .pairs(Pairs(all: all, ofSession: problem.memberships(all.map { [$0.a, $0.b] })))
  }

  package func inside(_ selection: Selection) -> SameRooms {
    SameRooms(
      all: all.compactMap { pair in
        guard let a = selection.position(of: pair.a), let b = selection.position(of: pair.b) else {
          return nil
        }
        return SameRoom(a: a, b: b, price: pair.price, line: pair.line)
      })
  }

  package func among(_ holding: inout Holding) -> SameRooms {
    for pair in all {
      for p in [pair.a, pair.b] {
        guard let own = holding.free.position(of: p),
          let there = holding.stay(of: pair.partner(of: p))
        else { continue }
        holding.charge(own, pair.price) { $0.room != there.room }
      }
    }
    return inside(holding.free)
  }

  package func sight(in problem: PlanningProblem) -> RoomSight {
    RoomSight(marks: [], tied: all.flatMap { [$0.a, $0.b] })
  }

  package func encode(to container: inout KeyedEncodingContainer<TermSort>) throws {
    try container.encode(all.map { JSON(a: $0.a, b: $0.b, price: $0.price) }, forKey: Self.sort)
  }

  private struct JSON: Encodable {
    let a: SessionPosition
    let b: SessionPosition
    let price: Int?
  }

  package var crowds: [[SessionPosition]] { [] }

  package func addPull(
    of p: SessionPosition, to weights: inout TypedArray<SessionPosition, Double>
  ) {
    for pair in all where pair.a == p { weights[pair.b] += 20 }
    for pair in all where pair.b == p { weights[pair.a] += 20 }
  }
}

extension SameRooms {
  private struct Pairs: PairTally {
    let all: [SameRoom]
    /// By session, indices into `all`.
    let ofSession: TypedArray<SessionPosition, [Int]>

    func dealings(of p: SessionPosition, among stands: Stands) -> Score {
      var sum = Score.zero
      for i in ofSession[p] {
        let pair = all[i]
        guard let a = stands.stays[pair.a], let b = stands.stays[pair.b], a.room != b.room else {
          continue
        }
        sum.charge(pair.price)
      }
      return sum
    }

    func lay(on layout: inout BoardLayout) { layout.sameRooms += all }
  }
}

// MARK: Rows

extension SameRooms {
  /// What one session uses the other uses too, is left out, or the price is paid. Inside a class of
  /// several rooms this asks for the class alone (`RoomClasses.Grain`).
  package func addRows(to program: inout DraftProgram) {
    let (problem, classes) = (program.problem, program.classes)
    for pair in all {
      let (a, b) = (pair.a, pair.b)
      let name = "link \(pair.line): \(problem.session(a).id) \(problem.session(b).id) one room"
      var broken: Column?
      if let price = pair.price {
        broken = program.column("\(name) broken", of: .only([a, b]), cost: price) { assignment in
          guard let first = problem.room(a, in: assignment),
            let second = problem.room(b, in: assignment)
          else { return 0 }
          return classes.classOf[first] == classes.classOf[second] ? 0 : 1
        }
      }
      for roomClass in classes.all {
        for (p, q) in [(a, b), (b, a)] {
          var row = program.inClass(p, roomClass)
          if row.isEmpty { continue }
          row.add(program.inClass(q, roomClass), times: -1)
          if let out = program.out[q] { row.add(out, times: -1) }
          if let broken { row.add(broken, times: -1) }
          program.require(name, row, atMost: 0)
        }
      }
    }
  }

  /// Of the class at least.
  package func addRows(to program: inout AggregateProgram) {
    for pair in all {
      let name = "link \(pair.line)"
      let broken = pair.price.map { program.program.addColumn(name, cost: Double($0)) }
      for k in program.classes.all {
        for (p, q) in [(pair.a, pair.b), (pair.b, pair.a)] {
          guard let column = program.inClass[p][k] else { continue }
          var row = LinearExpression(column)
          if let other = program.inClass[q][k] { row.add(other, times: -1) }
          if let out = program.out[q] { row.add(out, times: -1) }
          if let broken { row.add(broken, times: -1) }
          program.require(name, row, atMost: 0)
        }
      }
    }
  }
}
