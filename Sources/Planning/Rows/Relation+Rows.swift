// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

extension DraftProgram {
  /// Links about two times: a session may start where it does only if the other stands at a start
  /// that goes with it, is left out, or the price is paid.
  mutating func addRelationRows() {
    for relation in problem.relations {
      let (a, b) = (relation.a, relation.b)
      let name =
        "link \(relation.line): \(problem.session(a).id) \(problem.session(b).id)"
      var broken: Column?
      if let price = relation.price {
        let problem = problem
        broken = column("\(name) broken", of: .only([a, b]), cost: price) { assignment in
          problem.holds(relation, in: assignment) ? 0 : 1
        }
      }
      let whole = problem
      func fits(_ s: Int, _ t: Int) -> Bool { whole.fits(relation, s, t) }
      let aStarts = Array(time[a].indices)
      let bStarts = Array(time[b].indices)
      addSupportRows("\(name) a", of: b, bStarts, by: a, aStarts, broken) { t, s in fits(s, t) }
      addSupportRows("\(name) b", of: a, aStarts, by: b, bStarts, broken, fits)
    }
  }

  /// For each set of starts of `helper` that some starts of `p` need: the starts of `p` that need no
  /// others, together, are at most that set (stronger than a row for each start).
  private mutating func addSupportRows(
    _ name: String, of p: Int, _ starts: [Int], by helper: Int, _ helpers: [Int],
    _ broken: Column?, _ fits: (Int, Int) -> Bool
  ) {
    let supports = starts.map { s in helpers.filter { fits(s, $0) } }
    for support in Set(supports).sorted(by: { $0.lexicographicallyPrecedes($1) })
    where support.count < helpers.count {
      let whole = Set(support)
      var row = LinearExpression()
      for (s, needed) in zip(starts, supports) where whole.isSuperset(of: needed) {
        row.add(time[p][s])
      }
      for t in support { row.add(time[helper][t], times: -1) }
      if let out = out[helper] { row.add(out, times: -1) }
      if let broken { row.add(broken, times: -1) }
      require(name, row, atMost: 0)
    }
  }
}

extension PlanningProblem {
  func fits(_ relation: TimeRelation, _ s: Int, _ t: Int) -> Bool {
    let (a, b) = (relation.a, relation.b)
    return relation.holds(
      places[a].starts[s], places[a].days[s], minutes[a], places[b].starts[t], places[b].days[t],
      minutes[b])
  }

  /// Whether a relation holds, or one of its sessions is left out.
  func holds(_ relation: TimeRelation, in assignment: Assignment) -> Bool {
    guard let a = assignment.places[relation.a], let b = assignment.places[relation.b] else {
      return true
    }
    return fits(relation, a.start, b.start)
  }
}
