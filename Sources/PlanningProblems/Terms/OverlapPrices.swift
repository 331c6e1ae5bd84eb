// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

/// What it costs when two sessions overlap: themes and kinds that clash, people with two wishes at
/// once, links `apart`.
package struct OverlapPrices: TermSet {
  /// By pair, symmetric; 0 where overlapping is free.
  package var price: SquareTable<SessionPosition, Int>

  /// Nothing costs anything yet.
  package init(sessions: Int) { price = SquareTable(repeating: 0, side: sessions) }

  package static let sort = TermSort.overlapPrices
  package static var list: WritableKeyPath<Terms, Self> { \.overlapPrices }

  package var longestRest: Int { 0 }

  package func tally(in problem: PlanningProblem) -> Tally { .pairs(self) }

  package func inside(_ selection: Selection) -> OverlapPrices {
    var part = self
    part.price = price.restricted(to: selection.chosen)
    return part
  }

  package func among(_ holding: inout Holding) -> OverlapPrices {
    for (own, p) in holding.free.chosen.enumerated() {
      holding.forEachClose(to: own, within: 0) { table, start, other, _ in
        let price = price[p, other.session]
        guard price != 0 else { return }
        for r in table.rooms.indices { table.charge(price, start: start, room: r) }
      }
    }
    return inside(holding.free)
  }

  package func sight(in problem: PlanningProblem) -> RoomSight { .blind }

  package func encode(to container: inout KeyedEncodingContainer<TermSort>) throws {
    try container.encode(price.triples { $0 > 0 }, forKey: Self.sort)
  }

  package var crowds: [[SessionPosition]] { [] }

  package func addPull(
    of p: SessionPosition, to weights: inout TypedArray<SessionPosition, Double>
  ) {
    for q in weights.indices { weights[q] += Double(min(price[p, q], 20)) }
  }
}

extension OverlapPrices: PairTally {
  package func dealings(of p: SessionPosition, among stands: Stands) -> Score {
    stands.sum(near: p) { q, here, there in
      Score(
        violations: 0, cost: stands.isTooClose(p, here, q, there, gap: 0) ? price[p, q] : 0)
    }
  }

  package func lay(on layout: inout BoardLayout) { layout.overlapCost = price }
}

// MARK: Rows

extension OverlapPrices {
  package func addRows(to program: inout DraftProgram) {
    switch program.overlaps {
    case .byPair:
      addPairColumns(to: &program)
      program.addClashColumns(carryCost: false)
    case .byMoment: program.addClashColumns(carryCost: true)
    }
  }

  /// A column for each pair that pays for overlapping. Its rows are too many to write down:
  /// `OverlapRows` names those that a point breaks.
  private func addPairColumns(to program: inout DraftProgram) {
    let problem = program.problem
    let sessions = problem.sessions.indices
    for p in sessions {
      for q in p.next..<sessions.upperBound {
        guard price[p, q] > 0, problem.requiredGap[p, q] < 0, program.canOverlap(p, q) else {
          continue
        }
        program.overlap[SessionPair(p, q)] = program.column(
          "\(problem.session(p).id) over \(problem.session(q).id)", of: .only([p, q]),
          cost: price[p, q]
        ) { problem.overlaps(p, q, in: $0) ? 1 : 0 }
      }
    }
  }

  /// What overlaps cost by family and block. A family of all sessions pays for the others too.
  package func addRows(to program: inout AggregateProgram) {
    let (families, rhythmOf) = (program.families, program.grain.rhythmOf)
    let withWhole = Set(families.filter(\.isWhole).map(\.rhythm))
    for family in families {
      let pays = family.isWhole || !withWhole.contains(family.rhythm)
      let columns = rhythmOf.enumerated().map { block, rhythm in
        rhythm != family.rhythm
          ? nil
          : program.program.addColumn(
            "\(family.name) in \(block)", upper: .infinity, isWhole: false, cost: pays ? 1 : 0)
      }
      program.clash.append(columns)
    }
    for (block, rhythm) in rhythmOf.enumerated() where withWhole.contains(rhythm) {
      var row = LinearExpression()
      for (f, family) in families.enumerated() {
        if let column = program.clash[f][block] { row.add(column, times: family.isWhole ? -1 : 1) }
      }
      program.require("all in \(block)", row, atMost: 0)
    }
  }
}

extension DraftProgram {
  fileprivate func canOverlap(_ p: SessionPosition, _ q: SessionPosition) -> Bool {
    problem.places[q].starts.contains { !runningStarts(p, at: $0).isEmpty }
      || problem.places[p].starts.contains { !runningStarts(q, at: $0).isEmpty }
  }
}

extension PlanningProblem {
  /// Whether two sessions are placed and overlap.
  package func overlaps(_ p: SessionPosition, _ q: SessionPosition, in assignment: Assignment)
    -> Bool
  {
    guard let a = start(p, in: assignment), let b = start(q, in: assignment) else { return false }
    return isTooClose(p, at: a, q, at: b, gap: 0)
  }
}
