// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

/// A relaxation of the whole problem that is small: sessions against blocks of time, and sessions
/// against room classes, each by itself.
///
/// Where `DraftProgram` has a column for each session, start and room class, this has one for each
/// session and block, and one for each session and class. A place costs at least what its block
/// costs and what its class costs more (`blockCost`, `classCost`). Every row holds for every
/// schedule that keeps the hard rules; what no row says is left out.
package struct AggregateProgram {
  /// The columns and rows.
  package var program = IntegerProgram()
  /// What it relaxes.
  package let problem: PlanningProblem
  /// How finely it sees time.
  package let grain: TimeGrain
  /// The classes of rooms it sees, as large as prices allow.
  package let classes: RoomClasses
  /// By session and column of the grain.
  package var when: TypedArray<SessionPosition, [Column]> = []
  /// By session; classes that it cannot use are missing.
  var inClass: TypedArray<SessionPosition, [RoomClass: Column]> = []
  /// Of each optional session being left out.
  package var out: TypedArray<SessionPosition, Column?> = []
  /// By family and block of its rhythm, what its overlaps cost there.
  package var clash: [[Column?]] = []

  /// Of which any two sessions that overlap pay for it.
  package let families: [ClashFamily]

  /// Places, then the rows of every sort of term.
  package init(_ problem: PlanningProblem, _ grain: TimeGrain, families: [ClashFamily]) {
    self.problem = problem
    self.grain = grain
    self.families = families
    classes = RoomClasses(problem, .coarse)
    program.hasWholeObjective = true
    addPlaces()
    for terms in problem.terms.all { terms.addRows(to: &self) }
  }

  /// Adds a row, unless it is empty and holds.
  package mutating func require(
    _ name: String, _ expression: LinearExpression, atLeast lower: Double = -.infinity,
    atMost upper: Double = .infinity
  ) {
    if expression.isEmpty, lower <= 0, upper >= 0 { return }
    program.add(Row(name, expression, lower: lower, upper: upper))
  }

  /// `placed-once`, and the prices of single places.
  private mutating func addPlaces() {
    for p in problem.sessions.indices {
      let id = problem.session(p).id
      let table = problem.places[p]
      let blockCost = grain.columns[p].map { table.cheapest($0.starts) ?? 0 }
      when.append(
        blockCost.enumerated().map {
          program.addColumn("\(id) in column \($0.offset)", cost: Double($0.element), priority: 2)
        })
      var classCost: [RoomClass: Int] = [:]
      for (c, column) in grain.columns[p].enumerated() {
        for s in column.starts {
          for (r, room) in table.rooms.enumerated() {
            guard let price = table.price(s, r) else { continue }
            let more = price - blockCost[c]
            classCost[classes.classOf[room]] = min(classCost[classes.classOf[room]] ?? more, more)
          }
        }
      }
      inClass.append(
        Dictionary(
          uniqueKeysWithValues: classCost.sorted { $0.key < $1.key }.map {
            (
              $0.key,
              program.addColumn("\(id) in class \($0.key)", cost: Double($0.value), priority: 1)
            )
          }))
      out.append(
        problem.unplacedCost[p].map {
          program.addColumn("\(id) out", cost: Double($0), priority: 3)
        })
      for columns in [when[p], Array(inClass[p].values)] {
        var once = LinearExpression(sum: columns)
        if let out = out[p] { once.add(out) }
        require("\(id) once", once, atLeast: 1, atMost: 1)
      }
    }
  }

  /// Σ moments that sessions meet at a block, times their weight, against its moments.
  ///
  /// - Parameter limit: what all moments of a block, their number given, allow together.
  mutating func addBlockRows(
    _ name: String, rest: Int, _ weights: [(session: SessionPosition, weight: Int)],
    less excess: Column? = nil, limit: (Int) -> Int
  ) {
    var rows = Array(repeating: LinearExpression(), count: grain.blockCount)
    for (p, weight) in weights {
      for (c, column) in grain.columns[p].enumerated() {
        let load = rest == 0 ? column.load : grain.load(problem, p, column.starts, rest: rest)
        for (block, moments) in load {
          rows[block].add(when[p][c], times: Double(weight * moments))
        }
      }
    }
    for (block, row) in rows.enumerated() {
      let moments = rest == 0 ? grain.running[block] : grain.blockOf.count { $0 == block }
      var row = row
      if row.isEmpty { continue }
      if let excess { row.add(excess, times: -Double(moments)) }
      require("\(name) in \(block)", row, atMost: Double(limit(moments)))
    }
  }

  /// At most so many a day: by day where the columns tell days apart, for all days together else.
  mutating func addDayRows(_ name: String, _ members: [SessionPosition], atMost: Int, price: Int?) {
    let days = problem.scenario.meeting.days.count
    var rows = Array(repeating: LinearExpression(), count: grain.tellsDaysApart ? days : 1)
    for p in members {
      for (c, column) in grain.columns[p].enumerated() {
        let daysHere = Set(column.starts.map { problem.places[p].days[$0] })
        if !grain.tellsDaysApart {
          rows[0].add(when[p][c])
        } else if daysHere.count == 1, let day = daysHere.first {
          rows[day].add(when[p][c])
        }
      }
    }
    for (day, row) in rows.enumerated() where !row.isEmpty {
      let limit = atMost * (grain.tellsDaysApart ? 1 : days)
      guard row.factors.count > limit || !grain.tellsDaysApart else { continue }
      var row = row
      if let price {
        let excess = program.addColumn(
          "\(name) on \(day)", upper: .infinity, isWhole: false, cost: Double(price))
        row.add(excess, times: -1)
      }
      require("\(name) on \(day)", row, atMost: Double(limit))
    }
  }
}

extension PlaceTable {
  /// The least price at some starts, in any room.
  package func cheapest(_ starts: [StartOption]) -> Int? {
    var least: Int?
    for s in starts {
      for r in rooms.indices {
        if let price = price(s, r) { least = min(least ?? price, price) }
      }
    }
    return least
  }
}
